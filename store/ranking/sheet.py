"""The certify sheet: the list as it should stand on the official site, to print and to tick off line by line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from store.course import booked_interviews, is_over
from store.dates import days_until, home_of, show_day, show_for, show_moment
from store.frozen_record import record
from store.key_dates import how_sure, key_date
from store.key_dates import is_over as has_passed
from store.moments import Moment
from store.numbers import in_days
from store.ranking.orders import off_list, was_interviewed
from store.ranking.problems import RankProblem, promise_words, rank_problems
from store.records import Program
from store.season import Season

DEADLINE = "rank-deadline"
"""The key date by which lists are certified."""


@record(frozen=True, slots=True)
class SheetLine:
    """One place of the list."""

    place: int
    """Counted from 1."""
    program_id: str
    """Which program."""
    name: str
    """As it is called here."""
    where: str
    """City and state, as far as known."""
    code: str
    """Its NRMP code; empty when none is kept."""
    held: date | None
    """The day of its last interview that is over, if there was one."""
    interviewed: str
    """The day of its last interview that is over, or that only the status says so; empty when there was none."""
    promise: str
    """What stands promised to it about ranking; empty when nothing does."""
    problems: tuple[str, ...]
    """What the checks say of it."""


@record(frozen=True, slots=True)
class CertifySheet:
    """Everything to compare with the official site before and after certifying."""

    lines: tuple[SheetLine, ...]
    """The places, first choice first; a program that stands there twice has two."""
    left_out: tuple[tuple[str, str], ...]
    """Programs that could be ranked and are not: name and reason, which may be empty."""
    problems: tuple[RankProblem, ...]
    """Everything the checks found."""
    deadline: str
    """The last moment to certify in both clocks, how far away it is, and how sure."""


def certify_sheet(season: Season, now: Moment) -> CertifySheet:
    """The sheet for the list as it is."""
    problems = rank_problems(season, now)
    known = season.programs_by_id
    ranked = [known[one] for one in season.rank_list.order if one in known]
    lines = tuple(_line(season, program, place, problems, now) for place, program in enumerate(ranked, 1))
    return CertifySheet(lines, tuple(_left_out(season, now)), problems, deadline_words(season, now))


def deadline_words(season: Season, now: Moment) -> str:
    """When the list has to be certified, on the official clock and the applicant’s by then, and the days left."""
    deadline = key_date(season, DEADLINE)
    clocks = show_day(deadline.at.day) if deadline.all_day else show_for(season.profile, deadline.at, now)
    if has_passed(deadline, now):
        return f"Lists closed {clocks}"
    return f"Certify by {clocks}, {in_days(days_until(deadline.at, now, home_of(season.profile, now)))}"


def deadline_mark(season: Season) -> str:
    """How far that date can be relied on."""
    return how_sure(key_date(season, DEADLINE))


def sheet_lines(season: Season, now: Moment) -> Iterator[str]:
    """The sheet as plain lines, a box to tick before each place."""
    sheet = certify_sheet(season, now)
    yield f"Certify sheet, {show_moment(now)}"
    yield f"{sheet.deadline}  ({deadline_mark(season)})"
    if season.rank_list.certified:
        yield f"Seen certified on {show_day(season.rank_list.certified)}, in this order"
    yield ""
    for line in sheet.lines:
        yield f"[ ] {line.place:>2}. {'  '.join(filter(None, (line.name, line.where)))}"
        yield f"        NRMP {line.code or 'code missing'}   {line.interviewed or 'no interview on record'}"
        if line.promise:
            yield f"        {line.promise}"
        yield from (f"        ! {words}" for words in line.problems)
    if sheet.left_out:
        yield ""
        yield "Not on the list"
        yield from (f"  - {name}{f': {reason}' if reason else ''}" for name, reason in sheet.left_out)
    rest = [one.message for one in sheet.problems if not _belongs(one, sheet)]
    if rest:
        yield ""
        yield from (f"! {message}" for message in rest)
    yield ""
    yield "What counts is the list that NRMP shows as certified. Tick each place there, code by code."


def spoken_sheet(season: Season, now: Moment) -> Iterator[str]:
    """The same with one place a line, to be read aloud."""
    sheet = certify_sheet(season, now)
    yield f"{sheet.deadline} ({deadline_mark(season)})"
    for line in sheet.lines:
        said = (line.name, line.where, f"NRMP {line.code or 'code missing'}", line.interviewed, line.promise)
        yield f"number {line.place}: {', '.join(filter(None, (*said, *line.problems)))}"
    yield from (f"not on the list: {name}{f', {reason}' if reason else ''}" for name, reason in sheet.left_out)
    yield from (f"warning: {one.message}" for one in sheet.problems if not _belongs(one, sheet))


def _belongs(problem: RankProblem, sheet: CertifySheet) -> bool:
    return any(line.program_id == problem.program_id for line in sheet.lines)


def _line(season: Season, program: Program, place: int, problems: tuple[RankProblem, ...], now: Moment) -> SheetLine:
    over = [one for one in booked_interviews(season, program.id) if is_over(one, now)]
    held = over[-1].starts.day if over else None
    day = f"interviewed {show_day(held)}" if held else ""
    return SheetLine(
        place,
        program.id,
        program.name,
        program.where,
        program.nrmp_code.strip(),
        held,
        day or ("interviewed, by its status" if was_interviewed(season, program, now) else ""),
        promise_words(season, program.id),
        tuple(one.message for one in problems if one.program_id == program.id),
    )


def _left_out(season: Season, now: Moment) -> Iterator[tuple[str, str]]:
    reasons = {one.program_id: one.reason for one in season.rank_list.why_left_out}
    for program in off_list(season, now):
        undecided = "" if program.id in season.rank_list.left_out else "not decided yet"
        yield program.name, reasons.get(program.id, undecided)
