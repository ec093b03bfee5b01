"""C10, C17 and C28: this letter beside those that went out before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from store.dates import show_day
from store.moments import Moment, zone_named
from store.records import Letter, Program
from store.season import Season
from store.standing import upper_part
from store.words import Direction, Kind, Promise
from templates.catalogue import KINDS
from templates.conduct.draft import Draft, at_words, was_sent
from templates.conduct.findings import Finding, Level
from templates.conduct.fixes import without_sentence
from templates.conduct.outgoing import outgoing
from templates.conduct.ranking import rank_words

REST = timedelta(days=14)
"""Between two letters nobody asked for."""
MANY = 5
"""The letter of a kind on one day that is told of."""
COUNTED = frozenset(
    kind for kind, row in KINDS.items() if row.unsolicited and kind not in (Kind.THANK_YOU, Kind.ADVOCATE)
)
"""Kinds nobody asked for; thank-yous belong to their occasion, and an advocate is no program."""
ONE_BY_ONE = frozenset(KINDS) - {Kind.THANK_YOU}
"""Kinds of which many in a day read as bulk."""
SITTING = timedelta(hours=8)
"""Who writes on past midnight is still at the work of the same day."""


def highly_said(draft: Draft) -> Iterator[Finding]:
    """C10: highly said to a program low on the list, or to more programs than its upper part holds."""
    program = draft.program
    senses = {words.sense: words for words in reversed(rank_words(draft)) if not words.conditional}
    said = senses.get("high")
    if program is None or said is None or "first" in senses or draft.letter.kind is Kind.IMPROPER_QUESTION:
        return  # in the answer to an improper question the word is too much for any program, which is C27
    reason = _too_high(draft.season, program)
    if reason:
        fix = without_sentence(said.page, said.sentence)
        yield at_words(said.page, said.start, said.end, "C10", Level.WARN, reason, fix=fix)


def _too_high(season: Season, program: Program) -> str:
    """Why “highly” says more to that program than the rank list and the letters before bear out; empty when not."""
    order, upper = season.rank_list.order, upper_part(season)
    told = {one.program_id for one in season.letters if one.stands is Promise.HIGH and was_sent(one)} - {program.id}
    if order and program.id not in order[:upper]:
        place = f"is number {order.index(program.id) + 1} of {len(order)} on" if program.id in order else "is not on"
        return f"{program.name} {place} your rank list, which is not what “highly” says."
    if len(told) >= upper:
        return f"You have said so to {len(told)} programs already; the upper part of your list holds {upper}."
    return ""


def too_soon(draft: Draft, now: Moment) -> Iterator[Finding]:
    """C17: less than two weeks after the last letter nobody asked for, or a third one without an answer."""
    if draft.letter.kind not in COUNTED or draft.answered is not None or draft.program is None:
        return
    before = sorted(_unasked(draft), key=lambda one: one.at.at if one.at else now.at)
    last = before[-1].at if before else None
    if last is not None and now.at - last.at < REST:
        message = f"You wrote on {show_day(last.day)}, unasked as well; leave two weeks between at least."
        yield Finding("C17", Level.WARN, message)
        return
    unanswered = [one for one in before if not _heard_since(draft, one)]
    if len(unanswered) >= 2:
        message = f"{len(unanswered)} letters of yours have no answer yet; another rarely gets one, so wait for a word."
        yield Finding("C17", Level.WARN, message)


def _unasked(draft: Draft) -> list[Letter]:
    """What went to the same program before it without being an answer."""
    return [one for one in draft.sent_before if one.kind in COUNTED and not one.answers and one.at]


def _heard_since(draft: Draft, letter: Letter) -> bool:
    own = draft.season.letters_of.get(draft.letter.program_id, ())
    return any(
        one.direction is Direction.IN and one.trashed is None and one.at and letter.at and one.at.at > letter.at.at
        for one in own
    )


def one_of_many(draft: Draft, now: Moment) -> Iterator[Finding]:
    """C28: the fifth letter of its kind within one day, or a later one."""
    kind = draft.letter.kind
    if kind not in ONE_BY_ONE:
        return
    midnight = datetime.combine(now.day, time(), zone_named(now.zone))
    begins, ends = min(midnight, now.at - SITTING), midnight + timedelta(days=1)
    count = 1 + sum(
        one.at is not None and begins <= one.at.at < ends and was_sent(one) and one.id != draft.letter.id
        for one in outgoing(draft.season, kind)
    )
    if count >= MANY:
        message = f"This would be number {count} of its kind today; letters written in a row grow alike."
        yield Finding("C28", Level.NOTE, message)
