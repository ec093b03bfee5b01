"""A mail whose header names no parts that are there, read as far as it goes."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message
from email.policy import default

BROKEN_PARTS = "Its parts are not marked as its header says; it was read as far as that goes."
_MARK = re.compile(rb'^--([^\s"-][^\s"]{0,69}?)[ \t\r]*$', re.M)
_HTML = re.compile(rb"\s*<(?:!doctype html|html|body|div|table|p)\b", re.I)
_KINDS = frozenset({"mixed", "alternative", "related"})


def mended(message: Message, notices: list[str]) -> Message:
    """That mail; one that promises parts and marks none as promised, by the marks it has, else as one text."""
    if message.get_content_maintype() != "multipart" or message.is_multipart():
        return message
    raw = message.get_payload(decode=True)
    if not isinstance(raw, bytes) or not raw.strip():
        return message
    notices.append(BROKEN_PARTS)
    found = _MARK.search(raw)
    if found is None:
        kept = b"text/html" if _HTML.match(raw) else b"text/plain"
    else:
        kind = message.get_content_subtype()
        kept = b'multipart/%b; boundary="%b"' % (kind.encode() if kind in _KINDS else b"mixed", found[1])
    head = b"MIME-Version: 1.0\nContent-Type: %b\nContent-Transfer-Encoding: 8bit\n\n" % kept
    return message_from_bytes(head + raw, policy=default)
