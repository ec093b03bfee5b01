"""What is said at once of a change that leaves a promise which cannot be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.season import Season
from store.standing import conflicts_made

if TYPE_CHECKING:
    from tui.season_holder import SeasonHolder


def tell_broken_promises(app: SeasonHolder, before: Season, after: Season) -> None:
    """Tell of every promise that the change has broken, and no longer of one that it has mended."""
    for mended in conflicts_made(after, before):
        app.untell(mended.message)
    for broken in conflicts_made(before, after):
        app.tell(broken.message, severity="error")
