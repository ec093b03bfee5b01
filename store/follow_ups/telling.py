"""F08 and F14: news that programs may be told, and changes of eligibility that they must be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.course import began, in_play
from store.dates import show_day
from store.follow_ups.follow_up import TO_MANY, FollowUp, days_of, is_decided, never_behind, unwanted
from store.follow_ups.letters_between import sent
from store.key_dates import key_date
from store.late_values import later
from store.moments import Moment, start_of_day
from store.records import News, Program
from store.season import Season
from store.sentence_ends import ended
from store.words import Kind, Status

DAYS_NEW = 30
"""For which news is new."""
UPDATES = 2
"""Updates to one program in a season; a third reads as pressure."""
DAYS_APART = 14
"""Between two letters nobody asked for."""
DAYS_OWED = 3
"""After a change of eligibility, when telling programs of it is late."""
DAYS_SHOWN = 60
"""After that change, when it is no longer proposed."""
ALL = "all"
"""What stands for the programs in the key of a line about several."""
ONE_BY_ONE = 5
"""So many programs stand in a line each; more of them share one, which grows shorter as they are written to."""
UNASKED = frozenset({Kind.INTEREST, Kind.UPDATE, Kind.HIGH_RANK, Kind.FIRST_RANK})
"""Kinds of letter that no program has asked for."""
WITH_NEWS = frozenset({Status.INTERVIEWED, Status.WAITLISTED})
"""Where an update finds a reader; whoever has invited the applicant hears the news on the day itself."""


def news_to_tell(season: Season, now: Moment) -> Iterator[FollowUp]:
    """One update after an interview or on a waitlist, 14 days after the last letter nobody asked for.

    A program that is only applied to is told where there is a recorded reason to write. It rests once told, after
    two updates, 30 days after the news, and when rank lists are certified.
    """
    if now.at >= key_date(season, "rank-deadline").at.at:
        return
    news, found = _updates(season, now)
    spared = [one for one in found if unwanted(season.programs_by_id[one.program_id], Kind.UPDATE, now)]
    yield from spared
    yield from _together(season, [one for one in found if one not in spared], news)


def eligibility_to_tell(season: Season, now: Moment) -> Iterator[FollowUp]:
    """Every program that has the application is told of a change of eligibility, whatever its contact rule says.

    It is owed within 3 days; it rests once told and after 60 days.
    """
    news, found = _changes_owed(season, now)
    yield from _together(season, found, news)


def each_of(season: Season, line: FollowUp, now: Moment) -> tuple[FollowUp, ...]:
    """What a line about several programs stands for: a follow-up for each that is due and may be written to."""
    if not line.key.startswith(tuple(f"{rule}:{ALL}:" for rule in TO_MANY)):
        return ()
    found = (_updates if line.rule == "F08" else _changes_owed)(season, now)[1]
    known = season.programs_by_id
    due = ((one, one.kind) for one in found if one.due.at <= now.at)
    return tuple(one for one, kind in due if kind and not unwanted(known[one.program_id], kind, now))


def _updates(season: Season, now: Moment) -> tuple[list[News], list[FollowUp]]:
    """The news, and an update for each program that has not heard it, whatever its contact rule."""
    days = days_of(season, "F08", DAYS_NEW)
    news = _recent(season, now, days, eligibility=False)
    found: list[FollowUp] = []
    for program in season.followed if news else ():
        if program.status in WITH_NEWS or (program.status is Status.APPLIED and program.reasons):
            found += _update(season, program, news, days, now)
    return news, found


def _changes_owed(season: Season, now: Moment) -> tuple[list[News], list[FollowUp]]:
    """The changes of eligibility, and what is owed to each program that has not heard of them."""
    news = _recent(season, now, DAYS_SHOWN, eligibility=True)
    found: list[FollowUp] = []
    for program in season.followed if news else ():
        if in_play(program) and program.status is not Status.PLANNED:
            untold = _untold(season, program, news, Kind.ELIGIBILITY, now)
            found += [_owed(program, untold, now)] if untold else []
    return news, found


def _recent(season: Season, now: Moment, days: int, *, eligibility: bool) -> list[News]:
    found = [one for one in season.news if one.eligibility is eligibility and 0 <= (now.day - one.day).days <= days]
    return sorted(found, key=lambda one: (one.day, one.id))


def _untold(season: Season, program: Program, news: Sequence[News], kind: Kind, now: Moment) -> list[News]:
    first = start_of_day(news[0].day, now.zone)
    letters = [at for _, at in sent(season, program.id, (kind,), since=first)]
    last = max((at.at for at in letters), default=None)
    return [one for one in news if last is None or start_of_day(one.day, now.zone).at > last]


def _together(season: Season, found: list[FollowUp], news: Sequence[News]) -> Iterator[FollowUp]:
    """These in a line each where they are few, else in one; what was decided of that line holds for the rest."""
    if not found:
        return
    key = f"{found[0].rule}:{ALL}:{news[-1].id}"
    if len(found) <= ONE_BY_ONE and not is_decided(season, key):
        yield from found
        return
    first = min(found, key=lambda one: one.due.at)
    names = tuple(season.programs_by_id[one.program_id].name for one in found)
    yield replace(
        first,
        key=key,
        what=f"{first.what.replace('tell them', f'tell {len(found)} programs', 1)}",
        why=later(_why_together, first, names),
        kind=None,
        program_id="",
    )


def _why_together(first: FollowUp, names: tuple[str, ...]) -> str:
    more = f" and {len(names) - ONE_BY_ONE} more" if len(names) > ONE_BY_ONE else ""
    return f"{first.why} Not told yet: {', '.join(names[:ONE_BY_ONE])}{more}. Whoever is written to leaves this line."


def _update(season: Season, program: Program, news: Sequence[News], days: int, now: Moment) -> Iterator[FollowUp]:
    untold = _untold(season, program, news, Kind.UPDATE, now)
    unasked = [(one.kind, at) for one, at in sent(season, program.id, UNASKED, since=began(program.statuses[0]))]
    if not untold or sum(kind is Kind.UPDATE for kind, _ in unasked) >= UPDATES:
        return
    due = heard = start_of_day(untold[-1].day, now.zone)
    last = max((at for _, at in unasked), default=None, key=lambda one: one.at)
    if last is not None and last.after(days=DAYS_APART).at > due.at:
        due = last.after(days=DAYS_APART)
    yield FollowUp(
        key=f"F08:{program.id}:{untold[-1].id}",
        rule="F08",
        what=f"tell them: {_in_words(untold)}",
        short="send an update",
        why=later(_why_update, tuple(untold), last),
        due=never_behind(due, now),
        latest=max(due.after(days=DAYS_APART), heard.after(days=days + 1), key=lambda one: one.at),
        kind=Kind.UPDATE,
        program_id=program.id,
    )


def _why_update(news: tuple[News, ...], last: Moment | None) -> str:
    spaced = f" Your last letter nobody asked for went on {show_day(last.day)}." if last else ""
    return f"{_told(news)} They have not been told.{spaced} One short update is welcome, two in a season are the most."


def _owed(program: Program, untold: Sequence[News], now: Moment) -> FollowUp:
    due = start_of_day(untold[-1].day, now.zone)
    return FollowUp(
        key=f"F14:{program.id}:{untold[-1].id}",
        rule="F14",
        what=f"tell them of the change: {_in_words(untold)}",
        short="tell of eligibility",
        why=later(_why_owed, tuple(untold)),
        due=due,
        latest=due.after(days=DAYS_OWED),
        kind=Kind.ELIGIBILITY,
        program_id=program.id,
    )


def _why_owed(news: tuple[News, ...]) -> str:
    return f"{_told(news)} Eligibility changes with it, so every program that has your application hears promptly."


def _told(news: tuple[News, ...]) -> str:
    return " ".join(ended(f"On {show_day(one.day)}: {one.what.strip()}") for one in news)


def _in_words(news: Sequence[News]) -> str:
    first = news[-1].what.strip().rstrip(".")
    return first if len(news) == 1 else f"{first}, and {len(news) - 1} more"
