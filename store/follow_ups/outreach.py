"""F06 and F17: one letter of interest where there is a reason, and the advocate who is asked before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.course import began, exchanged, in_play
from store.dates import show_day
from store.follow_ups.follow_up import MOST_DAYS, FollowUp, days_of, is_decided, never_behind, stamp
from store.key_dates import key_date
from store.late_values import later
from store.moments import Moment, noon_of
from store.records import Contact, Letter, Program
from store.season import Season
from store.sentence_ends import ended
from store.words import Direction, Kind, Role, Status

DAYS_QUIET = 30
"""Without a word from either side before a letter of interest is due."""
DAYS_SHOWN = 45
"""It is never late: a letter nobody asked for is not owed."""
DAYS_AHEAD = 14
"""How long before it is due it joins the list: a reason for writing wants to be thought about."""
DAYS_FOR_ADVOCATE = 10
"""What an advocate has who named no day."""
REST_OF_THE_DAY = 12
"""Hours that a day still has at noon, when a promise falls due: the whole of it is theirs."""
DAYS_TO_ASK_AFTER = 14
"""After the day an advocate named, when asking about it is late and then rests."""


def letters_of_interest(season: Season, now: Moment) -> Iterator[FollowUp]:
    """One letter to a program that is quiet for 30 days, and before it a word to whoever may speak for the applicant.

    It needs a recorded reason, and waits for an advocate who was asked. It rests once a letter of interest
    went out, 45 days after it was due, and when rank lists open.
    """
    opened, closed = key_date(season, "review-opens").at, key_date(season, "ranking-opens").at
    if now.at >= closed.at:
        return
    days = days_of(season, "F06", DAYS_QUIET)
    for program in season.followed:
        if program.status is not Status.APPLIED or not program.reasons or _written(season, program):
            continue
        since = _quiet_since(season, program, opened)
        due = since.after(days=days)
        if due.after(days=-DAYS_AHEAD).at <= now.at <= due.after(days=DAYS_SHOWN).at:
            yield from _first_advocates(season, program, since, due, now)


def promises_of_advocates(season: Season, now: Moment) -> Iterator[FollowUp]:
    """Whether an advocate who was asked has spoken: on the day they named, or after 10 days without a word.

    It rests once there was a message either way after that, and 14 days later.
    """
    for person in season.contacts:
        program = season.programs_by_id.get(person.program_id)
        if person.role is not Role.ADVOCATE or program is None or not in_play(program):
            continue
        asked = _asked(season, person)
        if asked is None and _promised(person, now) is None:
            continue
        due = _promise_due(season, person, asked, now)
        if now.at > due.after(days=DAYS_TO_ASK_AFTER).at:
            continue
        last = _last_word(season, person)
        if last is None or last.at <= due.at:
            yield _promise(program, person, asked, due, now)


def _written(season: Season, program: Program) -> bool:
    own = season.letters_of.get(program.id, ())
    return any(one.kind is Kind.INTEREST and one.direction is Direction.OUT and exchanged(one) for one in own)


def _quiet_since(season: Season, program: Program, opened: Moment) -> Moment:
    """The last contact with the program itself, either way; at the earliest when programs began to review."""
    advocates = {one.id for one in season.contacts_of.get(program.id, ()) if one.role is Role.ADVOCATE}
    contacts = [
        one.at
        for one in season.letters_of.get(program.id, ())
        if one.at is not None and exchanged(one) and not _with_advocates(one, advocates)
    ]
    return max((opened, began(program.statuses[-1]), *contacts), key=lambda one: one.at)


def _with_advocates(letter: Letter, advocates: set[str]) -> bool:
    return letter.kind is Kind.ADVOCATE or (bool(letter.contact_ids) and advocates.issuperset(letter.contact_ids))


def _first_advocates(season: Season, program: Program, since: Moment, due: Moment, now: Moment) -> Iterator[FollowUp]:
    waits = False
    for person in season.contacts_of.get(program.id, ()):
        if person.role is not Role.ADVOCATE:
            continue
        asked = _asked(season, person)
        if asked is None and _promised(person, now) is None:
            item = _request(program, person, due, now)
            yield item
            waits = waits or not is_decided(season, item.key)
        elif not is_decided(season, _promise_key(person, asked, now)):
            waits = waits or now.at < _promise_due(season, person, asked, now).after(hours=REST_OF_THE_DAY).at
    if not waits:
        yield _interest(program, since, due, now)


def _asked(season: Season, person: Contact) -> Moment | None:
    """When that advocate was asked last."""
    found = [
        one.at
        for one in season.letters_of.get(person.program_id, ())
        if one.kind is Kind.ADVOCATE and one.direction is Direction.OUT and exchanged(one) and _concerns(one, person)
        if one.at is not None
    ]
    return max(found, default=None)


def _last_word(season: Season, person: Contact) -> Moment | None:
    own = season.letters_of.get(person.program_id, ())
    found = [one.at for one in own if one.at and exchanged(one) and person.id in one.contact_ids]
    return max(found, default=None)


def _concerns(letter: Letter, person: Contact) -> bool:
    return not letter.contact_ids or person.id in letter.contact_ids


def _promised(person: Contact, now: Moment) -> date | None:
    """The day they named; None too for one that a file may hold and no season has."""
    day = person.promised
    return None if day is None or abs((day - now.day).days) > MOST_DAYS else day


def _promise_due(season: Season, person: Contact, asked: Moment | None, now: Moment) -> Moment:
    promised = _promised(person, now)
    if promised is not None or asked is None:
        return noon_of(promised or now.day, now.zone)
    return asked.after(days=days_of(season, "F17", DAYS_FOR_ADVOCATE))


def _promise_key(person: Contact, asked: Moment | None, now: Moment) -> str:
    promised = _promised(person, now)
    mark = promised.isoformat() if promised else stamp(asked) if asked else "open"
    return f"F17:{person.id}:{mark}"


def _request(program: Program, person: Contact, due: Moment, now: Moment) -> FollowUp:
    ask_by = due.after(days=-DAYS_FOR_ADVOCATE)
    return FollowUp(
        key=f"F06:{program.id}:{person.id}",
        rule="F06",
        what=f"ask {person.called} to speak for you",
        short="ask the advocate",
        why=later(_why_ask, program.name, person.called, due, now),
        due=never_behind(ask_by, now),
        latest=due.after(days=DAYS_SHOWN),
        kind=Kind.ADVOCATE,
        program_id=program.id,
        contact_id=person.id,
    )


def _why_ask(name: str, whom: str, due: Moment, now: Moment) -> str:
    return (
        f"{whom} knows people at {name}, and a word from them comes before one of your own. "
        f"Your own letter would be due on {show_day(due.day_in(now.zone))} and waits until they have had their time."
    )


def _interest(program: Program, since: Moment, due: Moment, now: Moment) -> FollowUp:
    return FollowUp(
        key=f"F06:{program.id}",
        rule="F06",
        what="write one letter of interest",
        short="letter of interest",
        why=later(_why_interest, program.reasons[0].words, since, now),
        due=never_behind(due, now),
        latest=due.after(days=DAYS_SHOWN),
        kind=Kind.INTEREST,
        program_id=program.id,
    )


def _why_interest(reason: str, since: Moment, now: Moment) -> str:
    return (
        f"Nothing has passed between you since {show_day(since.day_in(now.zone))}, and you noted a reason to write: "
        f"{ended(reason.strip())} One letter is enough; after it the matter rests, whatever comes back."
    )


def _promise(program: Program, person: Contact, asked: Moment | None, due: Moment, now: Moment) -> FollowUp:
    return FollowUp(
        key=_promise_key(person, asked, now),
        rule="F17",
        what=f"see whether {person.called} has spoken for you",
        short="advocate’s promise",
        why=later(_why_promise, program.name, person, asked, due, now),
        due=due,
        latest=due.after(days=DAYS_TO_ASK_AFTER),
        program_id=program.id,
        contact_id=person.id,
    )


def _why_promise(name: str, person: Contact, asked: Moment | None, due: Moment, now: Moment) -> str:
    told = f"You asked {person.called} on {show_day(asked.day_in(now.zone))}" if asked else f"{person.called} knows"
    if promised := _promised(person, now):
        said = f"they said they would write to {name} by {show_day(promised)}"
        return f"{told} and {said}." if asked else f"{person.called} said they would write to {name} by that day."
    return f"{told} and no day was named. From {show_day(due.day_in(now.zone))} on your own letter need not wait."
