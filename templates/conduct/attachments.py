"""C24: a file that comes with the letter though nobody asked for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from store.words import Direction
from templates.conduct.draft import Draft
from templates.conduct.findings import Finding, Level
from templates.conduct.phrases import data_file
from templates.conduct.wording import said

FILE = "attachments.json"
_OBJECT = re.compile(r" (?:the|an?|my|our|his|her|some|this|these|those)\b")
VAGUE = frozenset({"document", "documents", "copy", "copies", "file", "files", "pdf", "form", "forms", "scan", "list"})
"""Words for a paper of any sort, which say nothing of what it is."""


@lru_cache(maxsize=8)
def _words(key: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + data_file(FILE)[key] + ")", re.I)


def unasked_attachments(draft: Draft) -> Iterator[Finding]:
    """The first mention of an attachment, unless the program asked for it in its last letter or the draft says so."""
    for words in said(draft, FILE):
        if _words("empty").search(words.before) or (_OBJECT.match(words.after) and not _papers().search(words.after)):
            continue
        if _words("asked_for").search(words.flat) or _was_requested(draft, words.flat):
            return
        message = "Nobody asked for an attachment, and many offices open none; send one when it is asked for."
        yield words.told("C24", Level.NOTE, message)
        return


def _was_requested(draft: Draft, flat: str) -> bool:
    """Whether the letter that is answered, or else the program's last one, asks for the papers named there."""
    own = draft.season.letters_of.get(draft.letter.program_id, ())
    came = [(one.at.at, one) for one in own if one.direction is Direction.IN and one.trashed is None and one.at]
    newest = max(came, key=lambda pair: pair[0])[1] if came else None
    last = draft.answered or newest
    if last is None or not _words("request").search(last.body):
        return False
    named = set(_papers().findall(flat)) - VAGUE
    return not named or not named.isdisjoint(_papers().findall(last.body.lower()))


@lru_cache(maxsize=1)
def _papers() -> re.Pattern[str]:
    return re.compile(r"\b" + data_file(FILE)["parts"]["paper"] + r"\b")
