"""C14: how long a letter is beside what its kind asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from templates.catalogue import KINDS
from templates.conduct.draft import Draft
from templates.conduct.findings import Finding, Level

CLOSING_LINES = 10
"""How far from the end a closing formula may stand."""
_CLOSING = re.compile(
    r"\n[ \t]*(?:(?:yours |very )?(?:sincerely|respectfully|truly|faithfully)"
    r"|(?:with )?(?:my |many |kind(?:est)? |best |warm(?:est)? )*(?:regards|wishes|thanks|gratitude|appreciation)"
    r"|best|warmly|gratefully|respectfully yours|cordially|thank you|cheers)"
    r"(?: yours| again| and regards)?[ \t]*[,.!]?[ \t]*\n",
    re.I,
)
_GREETING = re.compile(r"\s*(?:dear|hello|hi|hey|good (?:morning|afternoon|evening)|greetings)\b[^\n]{0,110}\n", re.I)


def word_count(text: str) -> int:
    """How many words it has; marks standing alone are none."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def signature_start(text: str) -> int:
    """Where the closing formula begins; the end of the text when there is none."""
    tail = len(text) - sum(len(line) + 1 for line in text.rsplit("\n", CLOSING_LINES)[1:])
    closings = list(_CLOSING.finditer(text + "\n", max(0, tail - 1)))
    return closings[-1].start() if closings else len(text)


def without_frame(text: str) -> str:
    """The text between greeting and closing formula."""
    greeting = _GREETING.match(text)
    return text[greeting.end() if greeting else 0 : signature_start(text)]


def word_counts(draft: Draft) -> tuple[int, int]:
    """(all own words of the body, those between greeting and closing)."""
    text = draft.body.own_text
    return word_count(text), word_count(without_frame(text))


def length(draft: Draft) -> Iterator[Finding]:
    """C14: outside the kind's range both with and without greeting and signature."""
    kind = KINDS.get(draft.letter.kind)
    if kind is None:
        return
    fewest, most = kind.words
    whole, inner = word_counts(draft)
    if fewest <= whole <= most or fewest <= inner <= most or inner < fewest < most < whole:
        return
    side = "shorter" if whole < fewest else "longer"
    message = f"With {inner} words this is {side} than the {fewest} to {most} that suit this kind of letter."
    yield Finding("C14", Level.NOTE, message, where="body")
