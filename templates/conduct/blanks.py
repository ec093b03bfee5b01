"""C01: fields that were never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from templates.conduct.draft import Draft, at_words
from templates.conduct.findings import Finding, Level
from templates.conduct.sentences import Page

_FIELD = re.compile(
    r"\[[^\[\]\n]{0,200}(?:\n[^\[\]\n]{0,200})?\]"
    r"|\{[^{}]{0,200}\}\}?|\{\{[^{}\n]{0,200}\}\}?|\{%[^%]{0,200}%\}"
    r"|<[^<>\n]{1,80}>"
    r"|(?<!\w)[Xx]{3,}(?!\w)|(?<!\w)TBD(?!\w)|(?<!\w)T\.B\.D\.|(?<!\w)_{4,}(?!\w)|\{\{|\}\}"
    r"|(?<!\w)INSERT [A-Z][A-Z ]{1,40}(?!\w)"
)
_ADDRESS = re.compile(r"<(?:mailto:)?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>|<(?:https?://|www\.)[^\s<>]+>", re.I)
_PAGE = re.compile(r"(?:pp?|p[aá]ges?|fig(?:ure)?|table|ref|vol|no)\.? ?[\d, -]+|sic|…|\.\.\.", re.I)
_COMPARISON = re.compile(r"<\s*[=/]?\s*[\d.,]")

PROFILE_BLANKS = frozenset({"your name", "your AAMC ID"})
"""What the signature asks of whoever has not filled in the profile."""


def _is_field(found: str) -> bool:
    if found[0] == "<":
        return (
            not _ADDRESS.fullmatch(found) and not _COMPARISON.match(found) and any(letter.isalpha() for letter in found)
        )
    if found[0] == "{" and found.count(",") >= 2:
        return False  # a set of values, as tables write it
    if found[0] == "[":
        inner = found[1:-1].strip()
        if _PAGE.fullmatch(inner):
            return False
        return not inner or any(letter.isalpha() for letter in inner) or not any(letter.isdigit() for letter in inner)
    return True


@lru_cache(maxsize=8)
def fields(page: Page) -> tuple[re.Match[str], ...]:
    """Every bracket with words in it, every brace, and the usual stand-ins for something still to come."""
    return tuple(match for match in _FIELD.finditer(page.own_text) if _is_field(match.group()))


def unfilled_fields(draft: Draft) -> Iterator[Finding]:
    """Every field that is not filled in yet."""
    for page in draft.pages:
        for match in fields(page):
            message = "This field is not filled in yet; write what belongs here, or take the words out."
            if match.group()[1:-1] in PROFILE_BLANKS:
                message = "This field is not filled in yet; recorded once in Season, Profile, it fills itself."
            yield at_words(page, *match.span(), "C01", Level.STOP, message, hard=True)
