"""The words of a mail file's parts, whatever their encoding, their character set, or what is broken in them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import Message
from email.policy import default
from email.utils import parseaddr

from templates.incoming.html_text import text_of_html
from templates.incoming.pasted_mail import sender_of

HEADER_LIMIT = 4_000
"""Characters of one header that are read; what is longer has no reader."""
MOST_PARTS = 200
"""Parts of one mail that are looked at."""
BROKEN = (LookupError, ValueError, TypeError, AttributeError, AssertionError, MessageError)
"""What Python's mail parser raises on headers and parts that break the rules of mail."""
NO_TEXT_CODECS = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf_7"})
"""Python names that are no character set of mail, or are slow or ambiguous."""
ODD_LETTERS = "It names a character set that does not fit it; some letters may be wrong."


def header(message: Message, name: str) -> str:
    """The first header of that name, decoded; an empty text when there is none."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    raw = _unescaped(raw)[:HEADER_LIMIT]
    try:
        words = str(default.header_factory(name, raw))
    except BROKEN:
        words = raw
    return " ".join(words.encode("utf-8", "replace").decode("utf-8").split())


def is_answer(message: Message) -> bool:
    """True when it names the mail it answers, and no machine wrote it."""
    by_machine = header(message, "auto-submitted").lower() not in ("", "no")
    return not by_machine and bool(header(message, "in-reply-to") or header(message, "references"))


def is_automatic(message: Message) -> bool:
    """True for a reply that no person wrote, such as an out-of-office note; what a portal sends out is none."""
    return header(message, "auto-submitted").lower().startswith("auto-replied")


def sender(message: Message) -> tuple[str, str]:
    """Name and address of the sender; either may be empty."""
    value = header(message, "from") or header(message, "sender") or header(message, "return-path")
    name, address = parseaddr(value)
    # A comma that is not in quotes makes the parser see several senders.
    return (name, address) if "@" in address and name else sender_of(value)


def words_of(message: Message, notices: list[str]) -> str:
    """The words of a mail: its plain text, else its HTML as text, a forwarded mail inside it below."""
    parts: list[str] = []
    for part in _shown_parts(message):
        if part.get_content_type() == "text/html":
            parts.append(text_of_html(_decoded(part, notices)))
        else:
            text = _decoded(part, notices)
            parts.append(_unflowed(text) if _parameter(part, "format") == "flowed" else text)
    inner = _inner_mail(message)
    if inner is not None:
        head = "\n".join(
            f"{name}: {header(inner, name.lower())}"
            for name in ("From", "Date", "Subject")
            if header(inner, name.lower())
        )
        parts.append(f"---------- Forwarded message ----------\n{head}\n\n{words_of(inner, notices)}")
    return "\n\n".join(text.strip("\r\n") for text in parts if text.strip())


def attachments(message: Message) -> tuple[str, ...]:
    """The names of what is attached."""
    found = (file_name(part) for part in parts_of(message) if not part.is_multipart() and _is_attached(part))
    return tuple(name[:80] for name in found if name)


def parts_of(message: Message) -> Iterator[Message]:
    """Its parts and theirs, itself among them, as many as people write."""
    for number, part in enumerate(message.walk()):
        if number >= MOST_PARTS:
            return
        yield part


def _shown_parts(message: Message) -> list[Message]:
    """The text parts to read; of one text in several forms the plain one, unless it is empty."""
    if message.get_content_maintype() == "message":
        return []
    if not message.is_multipart():
        return [message] if _is_shown(message) else []
    inside = [part for part in message.get_payload() if isinstance(part, Message)][:MOST_PARTS]
    if message.get_content_subtype() != "alternative":
        return [shown for part in inside for shown in _shown_parts(part)]
    forms = [forms for part in inside if (forms := _shown_parts(part))]
    plain = [one for one in forms if any(part.get_content_type() == "text/plain" and _holds(part) for part in one)]
    return (plain or forms[-1:] or [[]])[0]


def _is_shown(part: Message) -> bool:
    return part.get_content_maintype() == "text" and part.get_content_subtype() != "calendar" and not _is_attached(part)


def _holds(part: Message) -> bool:
    return bool(_decoded(part, []).strip())


def _inner_mail(message: Message) -> Message | None:
    for part in parts_of(message):
        if part is not message and part.get_content_type() == "message/rfc822" and part.is_multipart():
            inner = part.get_payload(0)
            return inner if isinstance(inner, Message) else None
    return None


def _is_attached(part: Message) -> bool:
    disposition = _unescaped(str(next((v for k, v in part.raw_items() if k.lower() == "content-disposition"), "")))
    return disposition.strip().lower().startswith("attachment")


def file_name(part: Message) -> str:
    """What that part is called as a file, else its kind."""
    try:
        return part.get_filename("") or part.get_content_type()
    except BROKEN:
        return "a file"


def _parameter(part: Message, name: str) -> str:
    try:
        return str(part.get_param(name, "")).lower()
    except BROKEN:
        return ""


def bytes_of(part: Message) -> bytes:
    """What that part holds, its encoding for the wire taken off."""
    try:
        raw = part.get_payload(decode=True)
    except BROKEN:
        raw = None
    if not isinstance(raw, bytes):
        raw = str(part.get_payload()).encode("utf-8", "surrogateescape")
    return raw


def _decoded(part: Message, notices: list[str]) -> str:
    return text_of_bytes(bytes_of(part), _parameter(part, "charset"), notices)


def text_of_bytes(raw: bytes, charset: str, notices: list[str]) -> str:
    """These bytes as text, in that character set if it is one, else in those that mail is found in."""
    for name in filter(None, (_known_charset(charset), "utf-8-sig", "cp1252")):
        try:
            text = raw.decode(name)
        except (LookupError, ValueError):
            continue
        if charset and name != _known_charset(charset):
            notices.append(ODD_LETTERS)
        return text
    notices.append(ODD_LETTERS)
    return raw.decode("cp1252", "replace")


def _known_charset(name: str) -> str:
    bare = re.sub(r"[^\w.-]", "", name)
    try:
        known = codecs.lookup(bare).name if bare else ""
    except (LookupError, ValueError):
        return ""
    if known.replace("-", "_") in NO_TEXT_CODECS:
        return ""
    return "cp1252" if known in ("iso8859-1", "ascii") else known


def _unescaped(raw: str) -> str:
    """A raw header with bytes beyond ASCII in it as the text they most likely are."""
    if raw.isascii():
        return raw
    return text_of_bytes(raw.encode("utf-8", "surrogateescape"), "", [])


def _unflowed(text: str) -> str:
    """Text whose lines were broken for the wire, put together again (RFC 3676)."""
    lines: list[str] = []
    joins = False
    for line in text.replace("\r\n", "\n").split("\n"):
        if joins and line and not line.startswith(">"):
            lines[-1] += line.removeprefix(" ")
        else:
            lines.append(line.removeprefix(" "))
        joins = line.endswith(" ") and line != "-- " and not line.startswith(">")
    return "\n".join(lines)
