"""A list of weights to try: heavier, lighter, and back to those in force; nothing is kept until it is accepted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from store.records import HEAVIEST
from tui.screens.listing import Listing


class TryingWeights(Listing):
    """Weights tried out beside the order they would give; subclasses show both and keep them."""

    WEIGHED: ClassVar[str] = ""
    """What is weighed, with its article: `a criterion`."""

    def __init__(self) -> None:
        super().__init__()
        self._tried: dict[str, int] = {}

    @property
    def tried_words(self) -> str:
        """Whether weights are tried out, and how that ends."""
        keep = f"{{{self.VIEW}.accept}} keeps it, {{{self.VIEW}.reset}} goes back."
        return self.spell(f"Tried out, not kept: {keep}") if self._tried else "The weights in force."

    @property
    def nothing_tried(self) -> str:
        """That there is nothing to keep, and how others are tried out."""
        others = f"{{{self.VIEW}.lighter}} and {{{self.VIEW}.heavier}} try out others."
        return self.spell(f"These weights are in force already.  {others}")

    def in_force(self) -> Mapping[str, int]:
        """Each weight that is kept, by the key of its row."""
        raise NotImplementedError

    def lay_out(self) -> None:
        """The columns follow the width."""
        self.show_state(self.state)

    def action_lighter(self) -> None:
        """One less."""
        self._try(-1)

    def action_heavier(self) -> None:
        """One more."""
        self._try(1)

    def action_reset(self) -> None:
        """Back to the weights in force."""
        self._tried = {}
        self.show_state(self.state)

    def _try(self, by: int) -> None:
        key, kept = self.table.key, self.in_force().get(self.table.key)
        if kept is None:
            return
        weight = self._tried.get(key, kept) + by
        if not 0 <= weight <= HEAVIEST:
            least = f"0 leaves {self.WEIGHED} out; it cannot count less."
            self.say(least if weight < 0 else f"{HEAVIEST} is the most it can count.")
            return
        self._tried = {one: value for one, value in self._tried.items() if one != key}
        if weight != kept:
            self._tried[key] = weight
        self.say("")
        self.show_state(self.state)
