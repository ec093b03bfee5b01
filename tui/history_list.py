"""Everything that was done, as a list to look through and to go back in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.dates import show_moment_short

SAVE_SECONDS = 10.0
"""How long the disk may take for what was changed while the list was open."""

if TYPE_CHECKING:
    from store.step_ways import Entry
    from tui.season_holder import SeasonHolder


def show_history(app: SeasonHolder, entries: tuple[Entry, ...]) -> None:
    """List what was done, newest first; enter makes the season as it was right after the chosen one."""
    from tui.screens.dialogs.pick import Option, Pick

    zone = app.now().zone
    options = tuple(
        Option(
            one.step.id,
            f"{'taken back: ' if one.taken_back else ''}{one.step.label}",
            show_moment_short(one.step.at.seen_from(zone)),
        )
        for one in entries
    )

    def chosen(step_id: str | None) -> None:
        if step_id is None:
            return
        app.saver.wait(SAVE_SECONDS)
        entries = app.file.history.labels()  # a command may have added a step while the list was open
        place = next((place for place, one in enumerate(entries) if one.step.id == step_id), None)
        if place is None:
            app.say("That step is not kept any more. Nothing was changed.")
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
