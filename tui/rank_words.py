"""What the rank view says around its rows: the head, what has moved, what speaks against the list."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from store.dates import show_day_short
from store.key_dates import is_over, key_date, ranking_is_open
from store.ranking.orders import off_list
from store.ranking.pairs import open_pairs, ring_words, rings
from store.ranking.problems import RankProblem, promise_words, rank_problems
from store.ranking.save_points import change_words, last_save_point, place_changes
from store.ranking.sheet import DEADLINE, deadline_mark, deadline_words
from store.season import Season
from tui.program_story import Part
from tui.shown import line, plain, tame
from tui.state import SeasonState
from tui.wrapping import wrapped

ALL_PASS = "Checks: nothing speaks against the list."
CLOSED = "Lists are closed: what NRMP shows as certified counts, whatever stands here."
MORE = "{rank.checks}  shows all"
"""How the line begins that stands for what has no room."""


def head_words(state: SeasonState, width: int, *, empty: bool, disagreement: bool) -> Content:
    """How many are ranked, the lock, and the moment to certify by in both clocks."""
    season, ranked = state.season, state.season.rank_list
    lock = state.spell("locked, {rank.lock} unlocks it" if ranked.locked else "not locked, {rank.lock} locks it")
    seen = f"   seen certified {show_day_short(ranked.certified)}" if ranked.certified else ""
    others = len(off_list(season, state.now))
    counts = f"{len(ranked.order)} on the list, {others} not   {lock}{seen}"
    shown = "   largest disagreements first" if disagreement else ""
    first = "The list is empty." if empty else counts + shown if cell_len(counts + shown) <= width else counts
    return Content(f"{first}\n") + deadline_content(state, width)


def deadline_content(state: SeasonState, width: int) -> Content:
    """The moment to certify by in both clocks, and how sure it is; on a second line where there is no room."""
    certify, sure = deadline_words(state.season, state.now), f"  ({deadline_mark(state.season)})"
    if cell_len(certify + sure) > width:
        sure = f"\n{deadline_mark(state.season)}"
    return Content.styled(certify, "$foreground bold") + Content(sure)


def open_deadline(state: SeasonState, width: int) -> tuple[Content, ...]:
    """The moment to certify by as one line, for screens beside the list; nothing while lists cannot be entered."""
    if not ranking_is_open(state.season, state.now):
        return ()
    return (Content.styled(line(deadline_words(state.season, state.now), width), "$foreground bold"),)


def foot_words(state: SeasonState, width: int, most: int) -> Content:
    """What has moved since the last save point, then what speaks against the list, in at most so many lines."""
    season = state.season
    lines: list[Content] = []
    if since := since_words(season):
        lines.append(Content.styled(line(since, width), "$muted"))
    if season.rank_list.order and is_over(key_date(season, DEADLINE), state.now):
        lines.append(Content.styled(line(CLOSED, width), "$muted"))
    elif season.rank_list.order:
        lines += _alarms(state, rank_problems(season, state.now), width, most - len(lines))
    return Content("\n").join(lines)


def _alarms(state: SeasonState, found: tuple[RankProblem, ...], width: int, most: int) -> list[Content]:
    season, more = state.season, state.spell(MORE)
    sentences = [*(one.message for one in found), *(ring_words(season, ring) for ring in rings(season))]
    if not sentences:
        return [Content.styled(ALL_PASS, "$muted")]
    return [
        Content.styled(words, "$foreground bold" if words.startswith(more) else "$late")
        for words in fitting(sentences, width, most, more)
    ]


def fitting(sentences: Sequence[str], width: int, most: int, more: str) -> list[str]:
    """These sentences as lines of that width, whole ones only; the last is `more` and their number where not all fit.

    The first stands there however long it is.
    """
    lines: list[str] = []
    for number, sentence in enumerate(sentences):
        new = list(wrapped(tame(f"! {sentence}"), width))
        rest = len(sentences) - number - 1
        if number and len(lines) + len(new) + bool(rest) > most:
            return [*lines, f"{more} {len(sentences)}"]
        lines += new
    return lines


def since_words(season: Season) -> str:
    """What has moved since the last save point, in one line; empty while none was kept."""
    kept = last_save_point(season)
    if kept is None:
        return ""
    changes = place_changes(kept.order, season.rank_list.order)
    told = ", ".join(change_words(season, one) for one in changes) or "nothing has moved"
    return f"Since {show_day_short(kept.at.day)}, {kept.reason}: {told}"


def check_parts(state: SeasonState) -> tuple[Part, ...]:
    """Everything that speaks against the list, to read in full."""
    season = state.season
    found = tuple(one.message for one in rank_problems(season, state.now))
    kept = last_save_point(season)
    changes = place_changes(kept.order, season.rank_list.order) if kept else ()
    waiting = len(open_pairs(season))
    close = f"{waiting} close call{'' if waiting == 1 else 's'} not answered yet"
    parts = (
        Part("Checks", found or ("Interviews, promises, codes and scores go together.",), alarm=bool(found)),
        Part("Answers that go round", tuple(ring_words(season, ring) for ring in rings(season)), alarm=True),
        Part("Close calls", (f"{close}; {state.spell('{rank.close-calls} goes through them')}",) if waiting else ()),
        Part(
            f"Moved since {show_day_short(kept.at.day)}, {kept.reason}" if kept else "",
            tuple(change_words(season, one) for one in changes),
        ),
    )
    return tuple(part for part in parts if part.lines)


def told_on_row(state: SeasonState, program_id: str) -> Content:
    """The program under the cursor in one line, with what its row may have no room for."""
    season = state.season
    program, ranked = season.programs_by_id[program_id], season.rank_list
    place = ranked.order.index(program_id) + 1 if program_id in ranked.order else 0
    stands = (
        f"number {place} of {len(ranked.order)}" if place else state.spell("not on the list; {rank.include} puts it on")
    )
    why = next((f"left out: {one.reason}" for one in ranked.why_left_out if one.program_id == program_id), "")
    told = promise_words(season, program_id)
    return plain("   ".join(filter(None, (program.name, told or why or program.where, stands))))
