"""The rank list as values: its rows, what was told to whom, and the list as text."""

from __future__ import annotations

from collections.abc import Mapping

from store.course import booked_interviews, is_over, shown_status
from store.dates import show_day_short, show_moment
from store.frozen_record import record
from store.lateness import lateness_words
from store.moments import Moment
from store.records import Program
from store.scores import criteria_in_force, score_means
from store.season import Season
from store.standing import Promised, promise_conflicts, promises, standing_promises
from store.words import CLOSED, Promise, Status
from tui.ledger_words import correction_lines
from tui.program_story import Part
from tui.state import SeasonState
from tui.widgets.table_paint import GAP, LATE, MARK, MUTED, Cell, Column, TableRow, cell, tone_of, widest

TOLD_WORDS = {Promise.FIRST: "first", Promise.HIGH: "highly"}
LEFT_OUT = "left out by you"
STATUS_ROOM, CODE_ROOM = 84, 96
"""Cells of a table from which on the status has room, and the NRMP code too."""


def off_list(season: Season, now: Moment) -> tuple[Program, ...]:
    """Programs that were interviewed at, or left out by hand, and have no place; by name."""
    ranked = season.rank_list
    found = [
        program
        for program in season.followed
        if program.id not in ranked.order and (program.id in ranked.left_out or _interviewed(season, program, now))
    ]
    return tuple(sorted(found, key=lambda program: (program.name.casefold(), program.id)))


def _interviewed(season: Season, program: Program, now: Moment) -> bool:
    if program.status in CLOSED:
        return False
    held = any(is_over(one, now) for one in booked_interviews(season, program.id))
    return held or shown_status(season, program, now) is Status.INTERVIEWED


def guts(season: Season) -> Mapping[str, int]:
    """The first feeling after the interview, by program id."""
    return {
        one.program_id: one.debrief.gut
        for one in season.interviews
        if one.debrief is not None and one.debrief.gut is not None
    }


@record(frozen=True, slots=True, eq=False)
class _Sheet:
    """What all rows draw on."""

    state: SeasonState
    means: Mapping[str, float]
    guts: Mapping[str, int]
    told: Mapping[str, Promised]
    broken: frozenset[str]

    def cells(self, program: Program, place: str, width: int) -> tuple[Cell, ...]:
        """Place, name, tier, score, gut, what was told; status and code where they have room."""
        season, now = self.state.season, self.state.now
        status = shown_status(season, program, now)
        mean, gut = self.means.get(program.id), self.guts.get(program.id)
        return (
            cell(place),
            cell(program.name),
            cell(program.tier),
            *((cell(status.value, tone_of(status)),) if width >= STATUS_ROOM else ()),
            cell("" if mean is None else f"{mean:.1f}", MUTED),
            cell("" if gut is None else str(gut), MUTED),
            self._flag(program),
            *((cell(program.nrmp_code, MUTED),) if width >= CODE_ROOM else ()),
        )

    def _flag(self, program: Program) -> Cell:
        if program.trashed is not None:
            return cell("in the trash", LATE)
        promised = self.told.get(program.id)
        if promised is not None:
            words = f"{TOLD_WORDS[promised.stands]}, {show_day_short(self.state.home.day_of(promised.since))}"
            return cell(f"! {words}", LATE) if program.id in self.broken else cell(words)
        return cell(LEFT_OUT, MUTED) if program.id in self.state.season.rank_list.left_out else cell("")


def table_of(state: SeasonState, width: int) -> tuple[tuple[Column, ...], tuple[TableRow, ...]]:
    """The list from the first place down, then what is not on it."""
    season = state.season
    broken = frozenset(one for conflict in promise_conflicts(season) for one in conflict.program_ids)
    sheet = _Sheet(state, score_means(season), guts(season), standing_promises(season), broken)
    ranked = [season.programs_by_id[one] for one in season.rank_list.order if one in season.programs_by_id]
    others = off_list(season, state.now)
    rows = [TableRow(program.id, sheet.cells(program, str(place), width)) for place, program in enumerate(ranked, 1)]
    if others:
        rows.append(TableRow())
        rows.append(TableRow(words=f"Not on the list: {len(others)}"))
        rows += [TableRow(program.id, sheet.cells(program, "-", width)) for program in others]
    names = (program.name for program in (*ranked, *others))
    return _columns(width, widest(names, least=20, most=46)), tuple(rows)


def _columns(width: int, longest: int) -> tuple[Column, ...]:
    others = [Column("tier", 4)]
    others += [Column("", 3)] if width >= STATUS_ROOM else []
    others += [Column("score", 5, right=True), Column("gut", 3, right=True), Column("told", 20)]
    others += [Column("NRMP code", 10)] if width >= CODE_ROOM else []
    number = Column("#", 3, right=True)
    room = width - MARK - number.width - GAP - sum(one.width + GAP for one in others)
    return (number, Column("program", max(20, min(longest, room))), *others)


def story_parts(state: SeasonState, program: Program) -> tuple[Part, ...]:
    """What helps to place a program: promises made, scores, and the words written after the interview."""
    season, home = state.season, state.now.zone
    told = [
        words
        for one in promises(season)
        if one.program_id == program.id and one.level in TOLD_WORDS
        for words in (f"{show_day_short(one.at.day_in(home))}  “{one.words}”", *correction_lines(one, home))
    ]
    names = {one.id: one.name for one in criteria_in_force(season)}
    scores = [
        f"{one.value}  {names.get(one.criterion_id, one.criterion_id)}, "
        f"{lateness_words(season, program.id, one.at, home)}"
        for one in season.scores
        if one.program_id == program.id
    ]
    words = []
    for interview in season.interviews_of.get(program.id, ()):
        if interview.debrief is not None:
            words += [f"liked: {interview.debrief.liked}"] if interview.debrief.liked else []
            words += [f"worried: {interview.debrief.worried}"] if interview.debrief.worried else []
            words += [f"red flags: {interview.debrief.red_flags}"] if interview.debrief.red_flags else []
    parts = (Part("Told them", tuple(told)), Part("Scores", tuple(scores)), Part("Your words", tuple(words)))
    return tuple(part for part in parts if part.lines)


def list_text(state: SeasonState) -> str:
    """The list as plain text, a program to a line, with its place and NRMP code."""
    season = state.season
    ranked = [season.programs_by_id[one] for one in season.rank_list.order if one in season.programs_by_id]
    wide = len(str(len(ranked)))
    lines = [f"Rank list, {show_moment(state.now)}"]
    lines += [f"{place:>{wide}}. {_line(program)}" for place, program in enumerate(ranked, 1)]
    others = off_list(season, state.now)
    if others:
        lines += ["", "Not on the list", *(f"- {_line(program)}" for program in others)]
    return "\n".join(lines)


def _line(program: Program) -> str:
    place = ", ".join(filter(None, (program.city, program.state)))
    code = f"NRMP {program.nrmp_code}" if program.nrmp_code else ""
    return "  ".join(filter(None, (program.name, place, code)))
