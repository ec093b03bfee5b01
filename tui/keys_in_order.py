"""An app in which every key acts on what the keys before it have led to, however fast they come."""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from collections import deque

from textual import events, on
from textual.message import Message
from textual.screen import Screen

from tui.quick_start import QuickStart

ROUNDS = 4
"""A key bubbles up to the app in the first round, and what its action posted in the next ones: a filter that is closed
takes the longest way, from the key to its field, its line, its screen and the focus."""
CALM = 0.02
"""Seconds without another key until it is found out whether the last one has acted: never on a key's own path."""
PATIENCE = 0.5
"""Seconds until the next key is read although nothing came back: whoever held the last one was closed."""


class KeysInOrder(QuickStart):
    """Reads one key at a time.

    Textual hands a key to whatever has the focus while the key before is still on its way up to the
    app. Over a slow line, letters typed ahead for a question that is about to open would act as
    commands of the screen below it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[events.Key | events.Paste] = deque()
        self._read = 0
        """The number of the last key that was read."""
        self._key_acts = False
        self._in_front: Screen[object] | None = None
        """The screen that was in front when it was read."""
        self._asking: TimerHandle | None = None

    class Followed(Message):
        """Comes back to the app on the path of a key, right behind it."""

        def __init__(self, number: int, rounds: int) -> None:
            self.number = number
            self.rounds = rounds
            """How often it is still to be sent."""
            super().__init__()

    @property
    def key_acts(self) -> bool:
        """True while a key that was pressed may not have had its whole effect."""
        return self._key_acts

    @property
    def keys_read(self) -> int:
        """How many keys were read so far."""
        return self._read

    def hold_keys(self) -> None:
        """Let keys wait from here on, as behind one that acts."""
        self._key_acts = True

    def let_keys_follow(self) -> None:
        """Read the keys that waited, each once what was set in motion before has had its whole effect."""
        self._in_front = self.screen
        self.call_after_refresh(self._ask)

    async def on_event(self, event: events.Event) -> None:
        """Let keys and pastes wait for their turn; everything else passes at once."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
            return
        self._ahead.append(event)
        if not self._key_acts:
            await self._read_next()
        elif self._asking is not None:
            self._ask()

    async def _read_next(self) -> None:
        self._key_acts = bool(self._ahead)
        if not self._key_acts:
            return
        self._read += 1
        self._in_front = self.screen
        await super().on_event(self._ahead.popleft())
        if self._ahead:
            self._ask()
        else:
            self._asking = get_running_loop().call_later(CALM, self._ask)

    def _ask(self) -> None:
        """Send for the first time what tells that the key has acted."""
        if self._asking is not None:
            self._asking.cancel()
        self._asking = None
        get_running_loop().call_later(PATIENCE, self.post_message, self.Followed(self._read, 0))
        self._send_round(ROUNDS)

    def _send_round(self, rounds: int) -> None:
        if self.screen_stack:
            (self.focused or self.screen).post_message(self.Followed(self._read, rounds - 1))

    @on(Followed)
    async def key_has_acted(self, event: Followed) -> None:
        """Read the next key once a screen that was opened or uncovered stands and has been drawn."""
        if event.number != self._read or not self._key_acts or not self.screen_stack:
            return
        if self._in_front is not self.screen:
            self._in_front = self.screen
            self.screen.call_after_refresh(self._send_round, 1)
        elif event.rounds:
            self._send_round(event.rounds)
        else:
            await self._read_next()
