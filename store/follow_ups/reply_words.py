"""What the words of a reply say: whether it asks for something in turn."""

from __future__ import annotations

import re

_EARLIER = re.compile(
    r"^[ \t]*(?:>|On [^\n]{4,160}(?:\n[^\n]{2,160})? wrote:|\*?From:|-{5,}|_{20,}|Begin forwarded message:)", re.M
)
_ENDS = re.compile(r"(?<=[.!?])[\"”’)]*\s|\n[ \t]*\n")
_WANTS = re.compile(
    r"\bplease(?! (?:do not |don't |feel |accept |see )| find )|\bkindly\b|\blet (?:me|us) know\b"
    r"|\b(?:could|can|would|will) you\b|\bwe (?:still )?need\b",
    re.I,
)
_OFFERS = re.compile(r"\b(?:any|more|other|further)(?: \w+)? questions\b|\bhesitate\b|\bif you (?:have|need)\b", re.I)
FEWEST_WORDS = 3
"""A question mark behind fewer words asks nothing."""


def asks_in_turn(body: str) -> bool:
    """Whether its own words, not the earlier mail below them, ask or request something; offers of help do not."""
    earlier = _EARLIER.search(body)
    own = body[: earlier.start()] if earlier is not None else body
    for sentence in _ENDS.split(own):
        asks = sentence.rstrip().endswith("?") and len(sentence.split()) >= FEWEST_WORDS
        if (asks or _WANTS.search(sentence)) and not _OFFERS.search(sentence):
            return True
    return False
