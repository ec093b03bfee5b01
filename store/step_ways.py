"""What is told of the steps of a season: a line of the list, a way that was left, and where a save is to leave them."""

from __future__ import annotations

from store.frozen_record import record
from store.history import Step


@record(frozen=True, slots=True)
class Entry:
    """One line of the list of what was done."""

    step: Step
    """The step."""
    taken_back: bool
    """True when it was undone and can be redone."""


@record(frozen=True, slots=True)
class WayLeft:
    """Steps that neither undo nor redo leads to: another way was taken, or an older copy of the season put back."""

    number: int
    """The number of its last step."""
    back: int
    """How many steps to take back from the season as it stands until its first step fits."""
    steps: tuple[Step, ...]
    """The steps from there on, oldest first."""
    changes: int
    """How many of these stand on this way alone."""


@record(frozen=True, slots=True)
class Plan:
    """Where a save is to leave the history."""

    revision: int
    """The revision the season will have."""
    newest: int
    """The number of the last step done; 0 for none."""
    last: int | None
    """The number of the step at which redo ends; None when the season does not say."""
    written: tuple[tuple[int, int], ...] = ()
    """Steps of this save, by number and number before."""
    replaced: tuple[int, int] | None = None
    """The step that lives on in one of those."""
    ids: tuple[str, ...] = ()
    """The ids of the steps that were handed in."""
    notice: str = ""
    """One sentence when a step could not be kept."""
    syncs: bool = False
    """True when steps were written for it, or late before it, whose folder is to be synced first."""
