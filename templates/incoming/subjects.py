"""What mail programs and servers put before a subject, in the languages they speak."""

from __future__ import annotations

import re

_TAG = r"\s*\[[^\]\n]{1,20}\]\s*"
_RE = r"(?:re|r|aw|antw|sv|vs|odp|rv|ref)\s*(?:\[\d{1,2}\]|\(\d{1,2}\))?\s*:\s*"
_ANSWER = re.compile(rf"\s*(?:{_TAG})*{_RE}", re.I)
_BEFORE = re.compile(rf"(?:{_TAG}|\s*{_RE}|\s*(?:fwd?|wg|tr)\s*:\s*)+", re.I)


def is_of_an_answer(subject: str) -> bool:
    """True for the subject of an answer, whose words are those of the message it answers."""
    return _ANSWER.match(subject) is not None


def bare_subject(subject: str) -> str:
    """That subject on one line, without what stands before its own words."""
    return " ".join(_BEFORE.sub("", f"{subject} ", count=1).split())
