"""A mail that came in, read from the bytes of a file, a pipe or a clipboard."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from store.clean_text import clean, clean_body
from store.errors import RuleBroken
from store.moments import Moment
from templates.incoming.mail_read import MailRead
from templates.incoming.pasted_mail import dated, one_line, read_pasted
from templates.incoming.quoting import BLOCK, FORWARDED

if TYPE_CHECKING:
    from email.message import Message

BYTES_LIMIT = 5_000_000
"""Largest mail file that is read."""
_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?")
_OF_A_FILE = re.compile(
    rb"^(?:Received|Return-Path|MIME-Version|Message-ID|Content-Type|Delivered-To|DKIM-Signature|X-[A-Za-z-]+):",
    re.M | re.I,
)
_BEFORE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:From [^\n]*\d\d:\d\d[^\n]*\n(?=[A-Za-z][A-Za-z0-9-]{1,60}:))?")
"""What may stand before the mail itself: a byte order mark, empty lines, the line a mail box puts between mails."""
_SHOWN = re.compile(rb"(?:Original Message\s+)?Message ID\b")
"""How the page begins on which Gmail shows a mail file, a table above the file itself."""
HEAD_BYTES = 20_000
"""Header lines of a mail file are looked for this far."""


def read_mail(data: bytes, *, now: Moment, own_address: str = "") -> MailRead:
    """The mail in these bytes: a mail file, or text as it is copied from a mail program.

    A mail the applicant forwarded to themselves is read as the one inside it. Raises RuleBroken when it is too
    large, holds no words, or is built too deep.
    """
    if len(data) > BYTES_LIMIT:
        raise RuleBroken(
            f"This mail is too large: up to {BYTES_LIMIT / 1e6:.0f} MB are read. Nothing was changed. "
            "Save it without what is attached, or paste its words."
        )
    data = _BEFORE.sub(b"", data)
    if _SHOWN.match(data) and (below := _OF_A_FILE.search(data, 0, HEAD_BYTES)):
        data = data[below.start() :]
    mail = _file_read(data, now) if is_mail_file(data) else read_pasted(_as_text(data), now=now)
    if not mail.body.strip():
        raise RuleBroken(
            "No words were found in this mail; it may be a picture or encrypted. Nothing was changed. "
            "Open it in your mail program, copy its words, and paste them."
        )
    return _unwrapped(mail, now, own_address)


def calendar_in(data: bytes) -> bytes:
    """The calendar that a mail file carries; nothing when there is none that can be read."""
    from email import message_from_bytes
    from email.policy import default

    from templates.incoming.broken_parts import mended
    from templates.incoming.calendar_part import calendar_of
    from templates.incoming.mail_parts import BROKEN

    try:
        return calendar_of(mended(message_from_bytes(data[:BYTES_LIMIT], policy=default), []))
    except (*BROKEN, RecursionError):
        return b""


def is_mail_file(data: bytes) -> bool:
    """True for bytes that begin with the header lines of a mail file rather than with copied words."""
    head = re.split(rb"\r?\n\r?\n", data[:HEAD_BYTES], maxsplit=1)[0]
    return _FIELD.match(head) is not None and _OF_A_FILE.search(head) is not None


def _file_read(data: bytes, now: Moment) -> MailRead:
    from email import message_from_bytes
    from email.policy import default

    from templates.incoming import mail_parts

    notices: list[str] = []
    try:
        message = message_from_bytes(data, policy=default)
        body, calendar = _content(message, notices)
    except (*mail_parts.BROKEN, RecursionError) as trouble:
        raise RuleBroken(
            "This mail file is broken in a way that cannot be read. Nothing was changed. "
            "Open it in your mail program, copy its words, and paste them."
        ) from trouble
    name, address = mail_parts.sender(message)
    mail = MailRead(
        clean_body(body, what="This mail").strip("\n"),
        one_line(name),
        address if len(address) <= 254 else "",
        subject=one_line(clean(mail_parts.header(message, "subject"))),
        is_answer=mail_parts.is_answer(message),
        is_automatic=mail_parts.is_automatic(message),
        has_head=True,
        calendar=calendar,
        notices=tuple(dict.fromkeys(notices)),
    )
    return dated(mail, mail_parts.header(message, "date"), now=now)


def _content(message: Message, notices: list[str]) -> tuple[str, bytes]:
    """Its words and the calendar in it, whose own words stand in where there are no others."""
    from templates.incoming import calendar_part, mail_parts
    from templates.incoming.broken_parts import mended

    whole = mended(message, notices)
    calendar = calendar_part.calendar_of(whole)
    body = mail_parts.words_of(whole, notices) or calendar_part.told(calendar_part.events_of(calendar))
    attached = [name for name in mail_parts.attachments(whole) if not (calendar and name.lower().endswith(".ics"))]
    if attached:
        notices.append(f"Not kept, only its words are: {', '.join(map(one_line, attached[:4]))}.")
    return body, calendar


def _as_text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _unwrapped(mail: MailRead, now: Moment, own_address: str) -> MailRead:
    """What the applicant forwarded to themselves, as the mail it was; anything else as it is."""
    if not own_address or mail.address.casefold() != own_address.strip().casefold():
        return mail
    places = [
        found.end() if sign is FORWARDED else found.start()
        for sign in (FORWARDED, BLOCK)
        if (found := sign.search(mail.body))
    ]
    if not places:
        return mail
    inner = read_pasted(mail.body[min(places) :], now=now)
    notice = "You forwarded it to yourself; the mail inside is what is read."
    return replace(inner, notices=(notice, *inner.notices)) if inner.has_head and inner.body.strip() else mail
