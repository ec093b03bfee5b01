"""Text from outside, made safe to keep and to show."""

from __future__ import annotations

import re
import unicodedata

from store.errors import RuleBroken

NAME_LIMIT = 300
"""Characters of a name or any other short line."""
LINE_LIMIT = 10_000
"""Characters of one line of a longer text."""
TEXT_LIMIT = 200_000
"""Characters of a whole text, such as the body of a letter."""
LINES_LIMIT = 20_000
"""Lines of a whole text."""

UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control codes but tab and line feed
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible and bidi controls
    "\U000e0000-\U000e007f\ud800-\udfff]"  # language tags and lone surrogates
)
"""The pattern of what no text of a season holds: a terminal would act on it, or nobody could see it."""

_PLAIN = b"\t\n" + bytes(range(0x20, 0x7F))


def clean(text: str) -> str:
    """That text with line feeds only, composed characters, and nothing a terminal would act on.

    The joiners U+200C and U+200D stay: several scripts and emoji need them.
    """
    if _is_clean(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return unicodedata.normalize("NFC", re.sub(UNSAFE, "", text))


def _is_clean(text: str) -> bool:
    # Several times quicker than looking for each unsafe character: plain ones are struck out as bytes, and of
    # the few that stay none may be unprintable, as all of UNSAFE are, nor compose with the letter before it.
    rest = text.encode(errors="surrogatepass").translate(None, _PLAIN)
    if not rest:
        return True
    odd = rest.decode(errors="surrogatepass")
    return odd.isprintable() and not any(map(unicodedata.combining, odd)) and unicodedata.is_normalized("NFC", odd)


def clean_line(text: str, *, what: str = "This", limit: int = NAME_LIMIT) -> str:
    """That text as one trimmed line: line breaks and tabs become blanks.

    Raises RuleBroken when it is longer than `limit` characters; nothing is cut silently.
    """
    line = " ".join(clean(text).split())
    if not line.strip("\u200c\u200d "):
        return ""
    if len(line) > limit:
        raise RuleBroken(f"{what} is {len(line):,} characters long; the limit is {limit:,}. Shorten it and try again.")
    return line


def clean_body(text: str, *, what: str = "This text") -> str:
    """That text with its line breaks kept; raises RuleBroken beyond the limits of a letter."""
    body = clean(text)
    if len(body) > TEXT_LIMIT:
        raise RuleBroken(f"{what} has {len(body):,} characters; the limit is {TEXT_LIMIT:,}. Nothing was changed.")
    lines = body.split("\n")
    if len(lines) > LINES_LIMIT:
        raise RuleBroken(f"{what} has {len(lines):,} lines; the limit is {LINES_LIMIT:,}. Nothing was changed.")
    if any(len(line) > LINE_LIMIT for line in lines):
        raise RuleBroken(f"{what} has a line of more than {LINE_LIMIT:,} characters. Break it up and try again.")
    return body
