"""Everything that was done, as a list to look through and to go back in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.dates import show_moment_short

if TYPE_CHECKING:
    from store.step_ways import Entry
    from tui.season_holder import SeasonHolder


def show_history(app: SeasonHolder, entries: tuple[Entry, ...]) -> None:
    """List what was done, newest first; enter makes the season as it was right after the chosen one."""
    from tui.screens.dialogs.pick import Option, Pick

    zone = app.now().zone
    options = tuple(
        Option(
            place,
            f"{'taken back: ' if one.taken_back else ''}{one.step.label}",
            show_moment_short(one.step.at.seen_from(zone)),
        )
        for place, one in enumerate(entries)
    )

    def chosen(place: int | None) -> None:
        if place is None:
            return
        back, again = steps_to(entries, place)
        for _ in range(back):
            app.action_undo()
        for _ in range(again):
            app.action_redo()

    app.push_screen(Pick("What was done; enter goes back to right after it", options), chosen)


def steps_to(entries: tuple[Entry, ...], place: int) -> tuple[int, int]:
    """How many steps to take back, and how many to do again, until the one at that place is the newest done."""
    if entries[place].taken_back:
        return 0, sum(one.taken_back for one in entries[place:])
    return sum(not one.taken_back for one in entries[:place]), 0
