"""What is said at once of a change that leaves a promise which cannot be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.season import Season
from store.standing import conflicts_made, promise_conflicts

if TYPE_CHECKING:
    from tui.season_holder import SeasonHolder


def tell_broken_promises(app: SeasonHolder, before: Season, after: Season) -> None:
    """Tell of every promise that the change has broken, and no longer of one that it has mended.

    What stands on the screen of one that is broken still is told anew where the sentence is another by now.
    """
    told, made = app.promises_told, conflicts_made(before, after)
    if not told and not made:
        return
    present = {(one.program_ids, one.letter_ids): one.message for one in promise_conflicts(after)}
    for about, words in tuple(told.items()):
        if present.get(about) != words:
            del told[about]
            if app.untell(words) and about in present:
                told[about] = present[about]
                app.tell(present[about], severity="error")
    for broken in made:
        told[broken.program_ids, broken.letter_ids] = broken.message
        app.tell(broken.message, severity="error")
