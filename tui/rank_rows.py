"""The rank list as values: its rows, what was told to whom, and the list as text."""

from __future__ import annotations

from collections.abc import Mapping

from store.course import shown_status
from store.dates import show_date_short, show_day_short, show_moment
from store.frozen_record import record
from store.lateness import lateness_words
from store.ranking.orders import Standing, by_disagreement, guts, off_list, standings
from store.ranking.save_points import last_save_point
from store.records import Program
from store.scores import criteria_in_force, score_means
from store.standing import Promised, promise_conflicts, promises, standing_promises
from store.words import Promise
from tui.ledger_words import correction_lines
from tui.program_story import Part
from tui.state import SeasonState
from tui.widgets.table_paint import GAP, LATE, MARK, MUTED, Cell, Column, TableRow, cell, tone_of, widest

TOLD_WORDS = {Promise.FIRST: "first", Promise.HIGH: "highly"}
LEFT_OUT = "left out by you"
TOLD = "told"
STATUS_ROOM, CODE_ROOM = 90, 102
"""Cells of a table from which on the status has room, and the NRMP code too."""
TOLD_LEAST, TOLD_BRIEF, TOLD_MOST = 16, 8, 30
"""Cells of what was told: with its day, in words alone where names need the room, and at most."""
NOWHERE = Standing("", 0)


@record(frozen=True, slots=True, eq=False)
class _Sheet:
    """What all rows draw on."""

    state: SeasonState
    means: Mapping[str, float]
    guts: Mapping[str, int]
    told: Mapping[str, Promised]
    broken: frozenset[str]
    before: tuple[str, ...]
    reasons: Mapping[str, str]
    width: int
    told_room: int

    def cells(self, program: Program, one: Standing) -> tuple[Cell, ...]:
        """Place, name, tier, each other order, what was told; status and code where they have room."""
        season, now = self.state.season, self.state.now
        status = shown_status(season, program, now)
        mean, gut = self.means.get(program.id), self.guts.get(program.id)
        return (
            cell(str(one.place) if one.place else "-"),
            cell(program.name),
            cell(program.tier),
            *((cell(status.value, tone_of(status)),) if self.width >= STATUS_ROOM else ()),
            cell("" if mean is None else f"{mean:.1f}{_place(one.by_score)}", MUTED),
            cell("" if gut is None else f"{gut}{_place(one.by_gut)}", MUTED),
            cell(f"{one.apart:+d}" if one.apart else ""),
            cell(self._moved(program.id, one.place), MUTED),
            self._flag(program),
            *((cell(program.nrmp_code, MUTED),) if self.width >= CODE_ROOM else ()),
        )

    def _moved(self, program_id: str, place: int) -> str:
        """How it has moved since the last save point: upwards is above 0."""
        if not place or not self.before:
            return ""
        if program_id not in self.before:
            return "new"
        moved = self.before.index(program_id) + 1 - place
        return f"{moved:+d}" if moved else "="

    def _flag(self, program: Program) -> Cell:
        if program.trashed is not None:
            return cell("in the trash", LATE)
        promised = self.told.get(program.id)
        if promised is not None:
            words = TOLD_WORDS[promised.stands]
            if self.told_room >= TOLD_LEAST:
                words = f"{words}, {show_date_short(self.state.home.day_of(promised.since))}"
            return cell(f"! {words}", LATE) if program.id in self.broken else cell(words)
        if program.id not in self.state.season.rank_list.left_out:
            return cell("")
        return cell(self.reasons.get(program.id, LEFT_OUT), MUTED)


def _place(place: int) -> str:
    return f"{place:>4}" if place else " " * 4


def table_of(
    state: SeasonState, width: int, *, disagreement: bool = False
) -> tuple[tuple[Column, ...], tuple[TableRow, ...]]:
    """The list from the first place down, or from the largest disagreement, then what is not on it."""
    season, known = state.season, state.season.programs_by_id
    broken = frozenset(one for conflict in promise_conflicts(season) for one in conflict.program_ids)
    kept = last_save_point(season)
    places, others = standings(season), off_list(season, state.now)
    names = (program.name for program in (*(known[one.program_id] for one in places), *others))
    columns = _columns(width, widest(names, least=20, most=46))
    sheet = _Sheet(
        state,
        score_means(season),
        guts(season),
        standing_promises(season),
        broken,
        kept.order if kept else (),
        {one.program_id: one.reason for one in season.rank_list.why_left_out},
        width,
        next(one.width for one in columns if one.title == TOLD),
    )
    places = by_disagreement(places) if disagreement else places
    rows = [TableRow(one.program_id, sheet.cells(known[one.program_id], one)) for one in places]
    if others:
        rows.append(TableRow())
        rows.append(TableRow(words=f"Not on the list: {len(others)}"))
        rows += [TableRow(program.id, sheet.cells(program, NOWHERE)) for program in others]
    return columns, tuple(rows)


def _columns(width: int, longest: int) -> tuple[Column, ...]:
    others = [Column("tier", 4)]
    others += [Column("", 3)] if width >= STATUS_ROOM else []
    others += [Column("score #", 7, right=True), Column("gut #", 5, right=True)]
    others += [Column("apart", 5, right=True), Column("was", 3, right=True)]
    code = [Column("NRMP code", 10)] if width >= CODE_ROOM else []
    number = Column("#", 3, right=True)
    room = width - MARK - number.width - GAP - sum(one.width + GAP for one in (*others, *code))
    least = TOLD_LEAST if width >= STATUS_ROOM else TOLD_BRIEF
    name = max(20, min(longest, room - least - GAP))
    told = Column(TOLD, max(least, min(TOLD_MOST, room - name - GAP)))
    return (number, Column("program", name), *others, told, *code)


def story_parts(state: SeasonState, program: Program) -> tuple[Part, ...]:
    """What helps to place a program: promises made, scores, and the words written after the interview."""
    season, home = state.season, state.home
    told = [
        words
        for one in promises(season)
        if one.program_id == program.id and one.level in TOLD_WORDS
        for words in (f"{show_day_short(home.day_of(one.at))}  “{one.words}”", *correction_lines(one, home))
    ]
    names = {one.id: one.name for one in criteria_in_force(season)}
    scores = [
        f"{one.value}  {names.get(one.criterion_id, one.criterion_id)}, "
        f"{lateness_words(season, program.id, one.at, state.now.zone)}"
        for one in season.scores
        if one.program_id == program.id
    ]
    words = [one.reason for one in season.rank_list.why_left_out if one.program_id == program.id]
    out = Part("Left out because", tuple(words))
    parts = (Part("Told them", tuple(told)), out, Part("Scores", tuple(scores)), _own_words(state, program))
    return tuple(part for part in parts if part.lines)


def _own_words(state: SeasonState, program: Program) -> Part:
    words = []
    for interview in state.season.interviews_of.get(program.id, ()):
        if interview.debrief is not None:
            words += [f"liked: {interview.debrief.liked}"] if interview.debrief.liked else []
            words += [f"worried: {interview.debrief.worried}"] if interview.debrief.worried else []
            words += [f"red flags: {interview.debrief.red_flags}"] if interview.debrief.red_flags else []
    return Part("Your words", tuple(words))


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
    code = f"NRMP {program.nrmp_code}" if program.nrmp_code else ""
    return "  ".join(filter(None, (program.name, program.where, code)))
