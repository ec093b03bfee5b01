"""C16 and C18: a letter outside the time its kind has, a second request for another date, a late cancellation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta

from store.dates import show_day
from store.key_dates import key_date
from store.moments import Moment
from store.records import Interview, Letter
from store.words import Kind, Status
from templates.conduct.draft import Draft
from templates.conduct.findings import Finding, Level

FIRST_LETTERS = timedelta(days=21)
"""How long programs have had applications before a letter of interest is welcome."""
SETTLED = timedelta(hours=48)
"""How long an invitation may wait for its answer."""
THANKED = timedelta(hours=72)
"""How long after an interview a thank-you is still fresh."""
ANSWERED = timedelta(hours=72)
"""How long an improper question or a hint may wait for its answer."""
AFTER_MATCH = timedelta(days=14)
"""How long after Match Day thanks are fresh."""
RESCHEDULE, CANCEL, CHECK_IN = timedelta(days=7), timedelta(days=14), timedelta(days=14)
"""Notice for another date, notice for a cancellation, rest between two letters about a waiting list."""
_LOOKS_BACK = re.compile(
    r"\b(?:was|were|had|did|gave|sent|asked|told|received|promised|mentioned|after|left|forgot|following)\b"
    r"[^.?!]*\b(?:forms?|costs?|receipts?|reimburse\w*|badge|papers?|documents?|copy|surveys?|evaluation|feedback|recording)\b"
    r"|\b(?:forms?|receipts?|reimburse\w*|surveys?)\b[^.?!]*\b(?:given|sent|handed|received|got|from)\b"
)
"""Papers left over from the day, which are asked about after it."""
RANK_TALK = {Kind.HIGH_RANK: ((1, 15), (2, 17)), Kind.FIRST_RANK: ((1, 18), (2, 17))}
"""First and last day, as (month, day) of the year of the Match."""


def out_of_time(draft: Draft, now: Moment) -> Iterator[Finding]:
    """C16: too early or too late for a letter of this kind."""
    judge = _JUDGES.get(draft.letter.kind)
    reason = judge(draft, now) if judge and draft.program else ""
    if reason:
        yield Finding("C16", Level.WARN, reason)


def late_changes(draft: Draft, now: Moment) -> Iterator[Finding]:
    """C18: another date asked for twice, or an interview cancelled inside two weeks."""
    kind = draft.letter.kind
    if kind is Kind.RESCHEDULE and _moved_before(draft):
        message = "You have asked for another date once already; a second request weighs on them, so call first."
        yield Finding("C18", Level.WARN, message)
    booked = _next_interview(draft, now) if kind is Kind.CANCEL else None
    if booked is not None and booked.starts.at - now.at < CANCEL:
        days = (booked.starts.day - now.day_in(booked.starts.zone)).days
        left = "less than a day" if days < 1 else f"{days} day{'' if days == 1 else 's'}"
        message = f"The interview is in {left}, inside the two weeks programs count on; telephone them as well."
        yield Finding("C18", Level.WARN, message)


def _moved_before(draft: Draft) -> bool:
    """Whether another date was asked for already, or the interview has moved once."""
    asked = any(_same_interview(draft, one.interview_id) for one in _earlier(draft, Kind.RESCHEDULE))
    return asked or any(one.moves for one in draft.interviews)


def _same_interview(draft: Draft, interview_id: str) -> bool:
    return not interview_id or not draft.letter.interview_id or interview_id == draft.letter.interview_id


def _earlier(draft: Draft, kind: Kind) -> list[Letter]:
    return [one for one in draft.sent_before if one.kind is kind]


def _next_interview(draft: Draft, now: Moment) -> Interview | None:
    """The interview it is about, when that is still ahead; the nearest one."""
    ahead = [one for one in draft.interviews if one.starts > now]
    return min(ahead, key=lambda one: one.starts.at, default=None)


def _interest(draft: Draft, now: Moment) -> str:
    opens = key_date(draft.season, "review-opens").at
    welcome = opens.at + FIRST_LETTERS
    if now < opens:
        return f"Programs begin to read applications on {show_day(opens.day)}; about a month later is a good time."
    if now.at < welcome:
        return f"Programs have read applications since {show_day(opens.day)} only; about a month later is a good time."
    if draft.program and draft.program.status not in (Status.PLANNED, Status.APPLIED):
        return "A letter of interest is for the time before an invitation, which has passed with this program."
    if now.at > key_date(draft.season, "ranking-opens").at.at:
        return "Interviews are over; a letter of interest comes too late for this season."
    return ""


def _answer(draft: Draft, now: Moment) -> str:
    program = draft.program
    came = _answered_at(draft)
    if came is None and program and program.status is Status.INVITED:
        came = program.since
    late = came is not None and now.at - came.at > SETTLED
    if came is None or not late:
        return ""
    return f"The invitation came on {show_day(came.day)}, more than 48 hours ago; a word on the delay would be kind."


def _answered_at(draft: Draft) -> Moment | None:
    return draft.answered.at if draft.answered else None


def _waitlist(draft: Draft, now: Moment) -> str:
    before = [one.at for one in _earlier(draft, Kind.WAITLIST) if one.at]
    if len(before) >= 3:
        return "You have asked after the waiting list twice already, which is the most; wait for their word now."
    last = max(before, key=lambda one: one.at, default=None)
    if last is not None and now.at - last.at < CHECK_IN:
        return f"You wrote about the waiting list on {show_day(last.day)}; leave two or three weeks between."
    return ""


def _reschedule(draft: Draft, now: Moment) -> str:
    booked = _next_interview(draft, now)
    if booked is None and any(one.ends <= now for one in draft.interviews):
        return "That interview is over."
    late = booked is not None and booked.starts.at - now.at < RESCHEDULE
    return "Ask for another date at least a week before the interview; this is later." if late else ""


def _logistics(draft: Draft, now: Moment) -> str:
    over = draft.interviews and all(one.ends <= now for one in draft.interviews)
    settled = over and any(_LOOKS_BACK.search(sentence.flat) for sentence in draft.body.sentences)
    return "The interview this is about is over." if over and not settled else ""


def _thanks(draft: Draft, now: Moment) -> str:
    if not draft.interviews:
        return ""
    held = [one for one in draft.interviews if one.starts <= now]
    if not held:
        return "The interview has not been held yet; thanks come a day or two after it."
    last = max(one.ends.at for one in held)
    late = now.at - last > THANKED
    return f"The interview was {(now.at - last).days} days ago; thanks are best within three days." if late else ""


def _update(draft: Draft, now: Moment) -> str:
    late = now.at > key_date(draft.season, "rank-deadline").at.at
    return "Rank lists are locked; news changes nothing for this season any more." if late else ""


def _rank_talk(draft: Draft, now: Moment) -> str:
    year = key_date(draft.season, "match-day").at.day.year
    first, last = (date(year, *day) for day in RANK_TALK[draft.letter.kind])
    if first <= now.day <= last:
        return ""
    return f"The time for letters about your list is from {show_day(first)} to {show_day(last)}."


def _private_answer(draft: Draft, now: Moment) -> str:
    came = _answered_at(draft)
    late = came is not None and now.at - came.at > ANSWERED
    return (
        f"What this answers came on {show_day(came.day)}; three days is the most it should wait."
        if late and came
        else ""
    )


def _advocate(draft: Draft, now: Moment) -> str:
    written = bool(_earlier(draft, Kind.INTEREST))
    return "You have written to the program already; an advocate is asked before that." if written else ""


def _after_match(draft: Draft, now: Moment) -> str:
    match_day: datetime = key_date(draft.season, "match-day").at.at
    if now.at < match_day:
        return "The Match is not over yet."
    return (
        "Match Day was more than two weeks ago; thanks are best within days."
        if now.at > match_day + AFTER_MATCH
        else ""
    )


_JUDGES: Mapping[Kind, Callable[[Draft, Moment], str]] = {
    Kind.INTEREST: _interest,
    Kind.ACCEPT: _answer,
    Kind.DECLINE: _answer,
    Kind.SECOND_LOOK: _answer,
    Kind.WAITLIST: _waitlist,
    Kind.RESCHEDULE: _reschedule,
    Kind.LOGISTICS: _logistics,
    Kind.THANK_YOU: _thanks,
    Kind.UPDATE: _update,
    Kind.HIGH_RANK: _rank_talk,
    Kind.FIRST_RANK: _rank_talk,
    Kind.IMPROPER_QUESTION: _private_answer,
    Kind.HINT: _private_answer,
    Kind.ADVOCATE: _advocate,
    Kind.AFTER_MATCH: _after_match,
}
