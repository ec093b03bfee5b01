"""The checks of a draft: run them all, and say in short what they found in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from store.moments import Moment
from store.records import Letter
from store.season import Season
from store.words import UNSENT, Direction
from templates.catalogue import KINDS
from templates.conduct.attachments import unasked_attachments
from templates.conduct.blanks import unfilled_fields
from templates.conduct.claims import stated_facts
from templates.conduct.contact_rule import contact_rule, soap_silence
from templates.conduct.draft import Draft
from templates.conduct.earlier_letters import highly_said, one_of_many, too_soon
from templates.conduct.findings import Finding, Level
from templates.conduct.greeting import greeted, greeting_and_recipient
from templates.conduct.identity import signature, subject_line
from templates.conduct.interview_times import interview_times
from templates.conduct.length import length, word_counts
from templates.conduct.likeness import repeated_text
from templates.conduct.offers import offers_outside
from templates.conduct.other_programs import other_names, rivals
from templates.conduct.particulars import particulars
from templates.conduct.personal import private_matters
from templates.conduct.pressure import overpromising, pressure
from templates.conduct.ranking_checks import (
    not_first_on_list,
    rank_disclosed,
    rank_talk_out_of_place,
    ranking_requests,
    second_first,
)
from templates.conduct.timing import late_changes, out_of_time
from templates.conduct.tone import tone

__all__ = ["CHECKS", "TIMED_CHECKS", "Finding", "Level", "check_letter", "passed_checks"]

CHECKS: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    unfilled_fields,
    other_names,
    greeting_and_recipient,
    second_first,
    ranking_requests,
    not_first_on_list,
    highly_said,
    repeated_text,
    particulars,
    length,
    tone,
    pressure,
    overpromising,
    rank_talk_out_of_place,
    rivals,
    private_matters,
    unasked_attachments,
    subject_line,
    signature,
    rank_disclosed,
)
"""Checks that need the draft and its season only."""
TIMED_CHECKS: tuple[Callable[[Draft, Moment], Iterator[Finding]], ...] = (
    contact_rule,
    soap_silence,
    offers_outside,
    stated_facts,
    out_of_time,
    too_soon,
    late_changes,
    interview_times,
    one_of_many,
)
"""Checks that need the present moment too."""


def check_letter(season: Season, letter: Letter, *, now: Moment) -> tuple[Finding, ...]:
    """Every finding of every check on an outgoing draft, gravest first, then by place.

    Letters that were sent or came in are history and have no findings.
    """
    if letter.direction is not Direction.OUT or letter.state not in UNSENT:
        return ()
    draft = Draft(season, letter)
    found = [finding for check in CHECKS for finding in check(draft)]
    found.extend(finding for check in TIMED_CHECKS for finding in check(draft, now))
    return _told_once(sorted(found, key=lambda finding: finding.order))


def _told_once(found: list[Finding]) -> tuple[Finding, ...]:
    """Those findings, in order, without any whose check has already spoken of the same words."""
    kept: list[Finding] = []
    reached: dict[tuple[str, Level, str], int] = {}
    for finding in dict.fromkeys(found):
        place = (finding.check, finding.level, finding.where)
        if finding.start >= reached.get(place, 0):
            kept.append(finding)
            reached[place] = finding.end
    return tuple(kept)


def passed_checks(season: Season, letter: Letter, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """Short sentences on what is in order, for what this draft gave the checks to look at."""
    draft = Draft(season, letter)
    failed = {finding.check for finding in findings}
    said: list[tuple[tuple[str, ...], str]] = [(("C01",), "every field is filled")]
    if draft.program:
        said.append((("C02", "C22"), "no other program named"))
        said.append((("C06",), "their contact rule allows it"))
        said.append((("C16", "C17", "C18"), "its time is right"))
    if draft.recipients and greeted(draft.body.own_text):
        said.append((("C03",), "the greeting fits the recipient"))
    said.append((("C04", "C05", "C09", "C21", "C27"), "no question about ranking, no promise out of place"))
    if draft.interviews:
        said.append((("C26",), "day and time match the interview on record"))
    kind = KINDS.get(letter.kind)
    if kind:
        said.append((("C14",), f"{word_counts(draft)[1]} words, within {kind.words[0]} to {kind.words[1]}"))
    said.append((("C15", "C19", "C20"), "the tone fits"))
    said.append((("C25",), "subject and signature are there"))
    return tuple(sentence for checks, sentence in said if not failed.intersection(checks))
