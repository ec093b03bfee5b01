"""The frame of a letter: its greeting, its closing formula, and the words between them."""

from __future__ import annotations

import re

CLOSING_LINES = 10
"""How far from the end a closing formula may stand."""
_CLOSING = re.compile(
    r"\n[ \t]*(?:(?:yours |very )?(?:sincerely|respectfully|truly|faithfully)"
    r"|(?:with )?(?:my |many |kind(?:est)? |best |warm(?:est)? )*(?:regards|wishes|thanks|gratitude|appreciation)"
    r"|best|warmly|gratefully|respectfully yours|cordially|thank you|cheers)"
    r"(?: yours| again| and regards)?[ \t]*[,.!]?[ \t]*\n",
    re.I,
)
OPENERS = r"(?:dear|hello|hi|hey|good (?:morning|afternoon|evening)|greetings)\b"
"""The words a greeting begins with."""
_GREETING = re.compile(rf"\s*{OPENERS}[^\n]{{0,110}}\n", re.I)


def word_count(text: str) -> int:
    """How many words it has; marks standing alone are none."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def signature_start(text: str) -> int:
    """Where the closing formula begins; the end of the text when there is none."""
    tail = len(text) - sum(len(line) + 1 for line in text.rsplit("\n", CLOSING_LINES)[1:])
    closings = list(_CLOSING.finditer(text + "\n", max(0, tail - 1)))
    return closings[-1].start() if closings else len(text)


def greeting_end(text: str) -> int:
    """Where the line with the greeting ends; 0 when there is none."""
    greeting = _GREETING.match(text)
    return greeting.end() if greeting else 0


def without_frame(text: str) -> str:
    """The text between greeting and closing formula."""
    return text[greeting_end(text) : signature_start(text)]
