"""A text field in which enter takes up the fix that was just shown, and is a plain enter again after any other key."""

from __future__ import annotations

from textual import events
from textual.message import Message


class FixWanted(Message):
    """enter was pressed where a fix was offered."""


class FixOffer:
    """What a field remembers of an offer: the selection it was made at."""

    _offered_at: object = None

    def offer_fix(self) -> None:
        """From now on enter asks for the fix, until another key is pressed or the cursor is elsewhere."""
        self._offered_at = self._selected

    @property
    def _selected(self) -> object:
        """The selection now."""
        return getattr(self, "selection", None)

    def takes_offer(self, event: events.Key) -> bool:
        """Whether that key takes up the offer; whatever key it is, the offer is over."""
        at, self._offered_at = self._offered_at, None
        return event.key == "enter" and at is not None and at == self._selected
