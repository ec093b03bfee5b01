"""F07: a waitlisted program is asked now and then, twice at most."""

from __future__ import annotations

from collections.abc import Iterator

from store.course import began, last_contact
from store.dates import show_day
from store.follow_ups.follow_up import FollowUp, days_of, is_decided, stamp
from store.follow_ups.letters_between import sent
from store.key_dates import key_date
from store.moments import Moment
from store.records import Program
from store.season import Season
from store.words import Kind, Status, Verdict

DAYS_QUIET = 18
"""Without a word from either side before a check-in is due."""
DAYS_LATE, DAYS_GONE = 3, 17
"""After a check-in was due."""
FIRST_LETTER_DAYS = 14
"""A waitlist letter sent sooner asks to be put on the list; one sent later asks how it stands."""
ROUNDS = 2
"""Check-ins in all."""


def waitlists_to_ask(season: Season, now: Moment) -> Iterator[FollowUp]:
    """A check-in 18 days after the last contact in either direction, late 3 days later and gone after 17.

    Two check-ins end it, and so does saying that one is not needed, and so do certified rank lists. What was decided
    about stays listed.
    """
    if now.at >= key_date(season, "rank-deadline").at.at:
        return
    for program in season.followed:
        if program.status is Status.WAITLISTED:
            yield from _rounds(season, program, now)


def _rounds(season: Season, program: Program, now: Moment) -> Iterator[FollowUp]:
    since = began(program.statuses[-1])
    asked = _asked(season, program, since)
    contact = _latest(program.statuses[-1].at, last_contact(season, program.id))
    quiet = days_of(season, "F07", DAYS_QUIET)
    for number in range(1, ROUNDS + 1):
        key = f"F07:{program.id}:{stamp(since)}:{number}"
        if number <= asked:
            continue
        decision = season.decisions_by_id.get(key)
        if is_decided(season, key) or now.at <= contact.after(days=quiet + DAYS_GONE).at:
            yield _item(program, number, key, contact, quiet, now)
        if decision is None or decision.verdict is not Verdict.DONE:
            return
        contact = _latest(contact, decision.at)


def _asked(season: Season, program: Program, since: Moment) -> int:
    later = since.after(days=FIRST_LETTER_DAYS)
    return sum(1 for _ in sent(season, program.id, (Kind.WAITLIST,), since=later))


def _latest(one: Moment, other: Moment | None) -> Moment:
    return one if other is None or other.at <= one.at else other


def _item(program: Program, number: int, key: str, contact: Moment, quiet: int, now: Moment) -> FollowUp:
    remaining = "one more may follow" if number < ROUNDS else "it is the last one"
    return FollowUp(
        key=key,
        rule="F07",
        what="check in about the waitlist" if number == 1 else "check in about the waitlist once more",
        short="waitlist check-in",
        why=f"On the waitlist since {show_day(program.statuses[-1].at.day)}; the last contact was on "
        f"{show_day(contact.day_in(now.zone))}. "
        f"After {quiet} quiet days a short question is welcome, and {remaining}.",
        due=contact.after(days=quiet),
        latest=contact.after(days=quiet + DAYS_LATE),
        kind=Kind.WAITLIST,
        program_id=program.id,
    )
