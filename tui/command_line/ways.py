"""Ways that were left: what was done there, and the season at the end of one written as a copy to be brought in."""

from __future__ import annotations

from argparse import Namespace
from shlex import quote

from store.dates import show_both
from store.errors import RuleBroken
from store.numbers import counted
from store.step_ways import WayLeft
from store.ways_left import ways_to_bring_in, write_way
from tui.command_line.desk import Desk, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, moment_values, words

STEPS_SHOWN = 6


def other_ways(options: Namespace) -> int:
    """List the ways that were left, or write the season at the end of the one named; the season stays as it is."""
    with looking(options) as desk:
        ways = ways_to_bring_in(desk.file)
        if options.others:
            return _written(options, desk, ways)
        if options.json:
            as_json({"ways": [{"number": number, **_values(way)} for number, way in enumerate(ways, 1)]})
            return DONE
        for number, way in enumerate(ways, 1):
            data(f"{number}  {counted(way.changes, 'change')} that neither undo nor redo leads to")
            for step in way.steps[::-1][: min(way.changes, STEPS_SHOWN)]:
                data(f"    {show_both(step.at, desk.now.zone)}  {step.label}")
            if way.changes > STEPS_SHOWN:
                data(f"    and {counted(way.changes - STEPS_SHOWN, 'change')} more")
        words("`prematch history --others 1` writes the first as a copy." if ways else "No way was left behind.")
    return DONE


def _values(way: WayLeft) -> dict[str, object]:
    newest = way.steps[-1]
    return {"changes": way.changes, "label": newest.label, **moment_values("at", newest.at)}


def _written(options: Namespace, desk: Desk, ways: tuple[WayLeft, ...]) -> int:
    if not 0 < options.others <= len(ways):
        raise RuleBroken(f"There is no such way; `prematch history --others` lists {len(ways)}. Nothing was written.")
    path = write_way(desk.file, ways[options.others - 1], desk.now)
    words(
        f"The season at the end of that way is in {path}; yours is as it was. "
        f"`prematch merge {quote(str(path))} --dry-run` shows what it would bring, and without --dry-run brings it in."
    )
    if options.json:
        as_json({"path": str(path)})
    return DONE
