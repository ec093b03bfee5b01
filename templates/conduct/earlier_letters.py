"""C10, C17 and C28: this letter beside those that went out before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from store.dates import show_day
from store.moments import Moment
from store.records import Letter
from store.season import Season
from store.words import Direction, Kind, Promise
from templates.catalogue import KINDS
from templates.conduct.draft import Draft, was_sent
from templates.conduct.findings import Finding, Level
from templates.conduct.fixes import without_sentence
from templates.conduct.promises import promise_in
from templates.conduct.ranking import rank_words

REST = timedelta(days=14)
"""Between two letters nobody asked for."""
UPPER_AT_LEAST = 3
"""Programs in the upper part of a list, however short it is."""
MANY = 5
"""The letter of a kind on one day that is told of."""
COUNTED = frozenset(
    kind for kind, row in KINDS.items() if row.unsolicited and kind not in (Kind.THANK_YOU, Kind.ADVOCATE)
)
"""Kinds nobody asked for; thank-yous belong to their occasion, and an advocate is no program."""
ONE_BY_ONE = frozenset(KINDS) - {Kind.THANK_YOU, Kind.ELIGIBILITY}
"""Kinds of which many in a day read as bulk; a change of eligibility has to go to everybody."""


def upper_part(season: Season) -> int:
    """How many programs the upper part of the rank list holds: its first third, three at least."""
    return max(UPPER_AT_LEAST, len(season.rank_list.order) // 3)


def highly_said(draft: Draft) -> Iterator[Finding]:
    """C10: highly said to a program low on the list, or to more programs than its upper part holds."""
    program, order = draft.program, draft.season.rank_list.order
    if program is None or promise_in(draft.season, draft.letter) is not Promise.HIGH:
        return
    reason, upper = "", upper_part(draft.season)
    told = {one.program_id for one in draft.season.letters if one.promise is Promise.HIGH and was_sent(one)} - {
        program.id
    }
    if order and program.id not in order[:upper]:
        place = f"is number {order.index(program.id) + 1} of {len(order)} on" if program.id in order else "is not on"
        reason = f"{program.name} {place} your rank list, which is not what “highly” says."
    elif len(told) >= upper:
        reason = f"You have said so to {len(told)} programs already; the upper part of your list holds {upper}."
    said = next((words for words in rank_words(draft) if words.sense == "high" and not words.conditional), None)
    if reason and said:
        fix = without_sentence(said.page, said.sentence)
        yield Finding(
            "C10",
            Level.WARN,
            reason,
            False,
            said.page.where,
            said.start,
            said.end,
            said.page.text[said.start : said.end],
            fix,
        )


def too_soon(draft: Draft, now: Moment) -> Iterator[Finding]:
    """C17: less than two weeks after the last letter nobody asked for, or a third one without an answer."""
    if draft.letter.kind not in COUNTED or draft.answered is not None or draft.program is None:
        return
    before = sorted(_unasked(draft), key=lambda one: one.at.at if one.at else now.at)
    last = before[-1].at if before else None
    if last is not None and now.at - last.at < REST:
        message = f"You wrote on {show_day(last.day)}, unasked as well; two weeks between are the least."
        yield Finding("C17", Level.WARN, message)
        return
    unanswered = [one for one in before if not _heard_since(draft, one)]
    if len(unanswered) >= 2:
        message = f"{len(unanswered)} letters of yours have no answer yet; a third rarely gets one, so wait for them."
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
    today = now.day
    count = 1 + sum(
        one.kind is kind
        and one.at is not None
        and was_sent(one)
        and one.id != draft.letter.id
        and one.at.day_in(now.zone) == today
        for one in draft.season.letters
    )
    if count >= MANY:
        message = f"This would be number {count} of its kind today; letters written in a row grow alike."
        yield Finding("C28", Level.NOTE, message)
