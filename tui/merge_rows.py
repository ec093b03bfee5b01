"""Two copies of the season as rows of a table: what seems to be one, what conflicts, what comes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from store.frozen_record import record
from store.merging.merge import Difference, Merge, decided, differences
from store.merging.sides import Choices, Conflict, Side, Twin
from store.merging.table_merge import Told
from store.merging.words import differing_lines, named_lines, title_of, twin_words
from store.moments import Moment
from store.season import Season
from tui.shown import column
from tui.spelling import Spelling
from tui.widgets.table_paint import DUE, GAP, MARK, MUTED, Cell, Column, TableRow, cell
from tui.wrapping import wrapped

LEAST_TITLE, MOST_TITLE = 24, 44
CHOSEN = "* "
"""Before what stands; colour alone would not do."""
BETWEEN = " | "
OF_THE_SHARED = 3
"""Characters that both begin with and that stay at least: one side may end where the other goes on."""


@record(frozen=True, slots=True)
class Page:
    """Everything the table shows of two copies."""

    merge: Merge
    """The two, compared."""
    choices: Choices
    """What was chosen up to now."""
    season: Season
    """What comes of them as proposed."""
    here: tuple[Difference, ...]
    """What that has over this season."""
    lines: tuple[str, ...]
    """The same in words, a line for each record."""

    def side_of(self, conflict: Conflict) -> Side:
        """What stands there as things are."""
        return self.choices.get(conflict.key, conflict.usual)

    def conflict(self, key: str) -> Conflict | None:
        """The conflict of that key."""
        return next((one for one in self.merge.asked if one.key == key), None)

    def twin(self, key: str) -> Twin | None:
        """The pair of that key."""
        return next((one for one in self.merge.twins if one.key == key), None)


def page_of(merge: Merge, choices: Choices, now: Moment, told: Told = lambda count: None) -> Page:
    """The page for these two copies; `told` hears how many records are brought together, as `decided` has it."""
    season = decided(merge, {}, now=now, told=told)
    here = differences(merge.mine, season)
    return Page(merge, choices, season, here, tuple(named_lines(here, merge.mine, season)))


def columns(width: int) -> tuple[Column, ...]:
    """What it is about, and the two sides of equal width."""
    title = max(LEAST_TITLE, min(MOST_TITLE, width // 3))
    side = max(12, (width - MARK - title - 2 * GAP - 2) // 2)
    return Column("", title), Column("mine", side), Column("theirs", side)


def rows(page: Page, width: int) -> Iterator[TableRow]:
    """What may be one comes first, for it decides what conflicts; then conflicts, then a line for each record."""
    merge = page.merge
    if merge.twins:
        yield TableRow(words="Added in both copies")
    for pair in merge.twins:
        side = Side.THEIRS if pair.key in merge.apart else Side.MINE
        yield TableRow(pair.key, (cell(twin_words(merge, pair)), *_sides(side, "one and the same", "two of one name")))
    if merge.asked:
        yield TableRow(words="Changed in both copies, each differently")
    for conflict in merge.asked:
        room = columns(width)[1].width - len(CHOSEN)
        mine, theirs = (_one_line(merge, conflict, side) for side in Side)
        mine, theirs = told_apart(mine, theirs, room)
        yield TableRow(conflict.key, (cell(title_of(merge, conflict)), *_sides(page.side_of(conflict), mine, theirs)))
    if page.lines:
        yield TableRow(words="What comes")
    for place, line in enumerate(page.lines):
        yield TableRow(f"comes:{place}", (cell(line),))


def in_full(page: Page, key: str, width: int, height: int, spell: Spelling) -> tuple[str, ...]:
    """The row of that key in full, in at most so many lines: what it is about, then both sides beside each other."""
    conflict, pair = page.conflict(key), page.twin(key)
    if pair is not None:
        return (
            twin_words(page.merge, pair),
            spell("{merge.mine} takes both for one, {merge.theirs} keeps them as two."),
        )
    if conflict is None:
        place = key.removeprefix("comes:")
        return page.lines[int(place) : int(place) + 1] if place.isdigit() else ()
    half = (width - len(BETWEEN)) // 2
    mine, theirs = (_wrapped(page.merge, conflict, side, half, height - 1) for side in Side)
    both = zip_longest(mine, theirs, fillvalue="")
    return (title_of(page.merge, conflict), *(f"{column(one, half)}{BETWEEN}{other}" for one, other in both))


def told_apart(mine: str, theirs: str, room: int) -> tuple[str, str]:
    """Both lines; where they would be cut before they differ, without the words that they begin with in common."""
    pairs = enumerate(zip(mine, theirs, strict=False))
    shared = next((place for place, (one, other) in pairs if one != other), min(len(mine), len(theirs)))
    if shared < room - 1 or mine == theirs:
        return mine, theirs
    kept = max(0, shared - OF_THE_SHARED)
    start = mine.rfind(" ", 0, kept) + 1 or kept
    return f"… {mine[start:]}", f"… {theirs[start:]}"


def _wrapped(merge: Merge, conflict: Conflict, side: Side, width: int, most: int) -> tuple[str, ...]:
    text = "\n".join(differing_lines(merge, conflict, side, most=most))
    lines = wrapped(text, width)
    return lines if len(lines) <= most else (*lines[: most - 1], "…")


def _one_line(merge: Merge, conflict: Conflict, side: Side) -> str:
    first, *more = differing_lines(merge, conflict, side, most=1)
    return f"{first} …" if more else first


def _sides(side: Side, mine: str, theirs: str) -> Iterator[Cell]:
    for own, words in ((Side.MINE, mine), (Side.THEIRS, theirs)):
        chosen = own is side
        yield cell(f"{CHOSEN if chosen else '  '}{words}", DUE if chosen else MUTED)
