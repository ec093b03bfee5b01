"""C26: what a letter says of the interview's day and clock beside the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.moments import Moment
from store.words import Kind
from templates.conduct.draft import Draft
from templates.conduct.findings import Finding
from templates.conduct.interview_clocks import wrong_clocks
from templates.conduct.interview_days import wrong_days, wrong_weekdays
from templates.conduct.interview_record import Line, Record, record_for, says
from templates.conduct.sentences import Page, Sentence
from templates.conduct.spoken_times import spoken_days

ABOUT_IT = frozenset({Kind.ACCEPT, Kind.CANCEL, Kind.LOGISTICS, Kind.THANK_YOU})
"""Kinds in which a day is the interview's unless the sentence says otherwise."""
SCHEDULING = frozenset({Kind.ACCEPT, Kind.CANCEL, Kind.LOGISTICS, Kind.RESCHEDULE, Kind.WAITLIST, Kind.SECOND_LOOK})
"""Kinds in which every time of day needs a zone."""
_ANY_TIME = re.compile(r"\d|day\b|noon|midnight")
_CLAUSES = re.compile(r"[,;] (?=(?:and|but|so|which|as|though|while) )|; | - ")
_ZONE_FOR_ALL = re.compile(r"\b(?:all|both|these) times\b|\btimes (?:are|below|above|here|given)\b")


def interview_times(draft: Draft, now: Moment) -> Iterator[Finding]:
    """C26: days, weekdays and times that disagree with the interview, and times that name no zone."""
    if draft.program is None:
        return
    record = record_for(draft, now)
    zone_for_all = bool(_ZONE_FOR_ALL.search(draft.body.own_text.lower()))
    for page in draft.pages:
        for sentence in page.sentences:
            if _ANY_TIME.search(sentence.flat):
                line = _line(draft, page, sentence, record)
                if record.interviews:
                    yield from wrong_days(line)
                    yield from wrong_weekdays(line)
                scheduling = draft.letter.kind in SCHEDULING or line.anchored
                yield from wrong_clocks(line, needs_zone=scheduling and not zone_for_all)


def _line(draft: Draft, page: Page, sentence: Sentence, record: Record) -> Line:
    flat, kind = sentence.flat, draft.letter.kind
    anchored = says("about", flat) or (page.where == "subject" and "interview" in flat)
    meant = kind in ABOUT_IT and (kind is not Kind.THANK_YOU or "thank" in flat)
    days = tuple(spoken_days(flat, sentence.text))
    about = (anchored or meant) and not says("elsewhere", _dated(flat))
    return Line(draft, page, sentence, record, days, anchored, about)


def _dated(flat: str) -> str:
    """Those clauses of a sentence that hold a day or a time; what the others speak of has none."""
    return ", ".join(clause for clause in _CLAUSES.split(flat) if _ANY_TIME.search(clause))
