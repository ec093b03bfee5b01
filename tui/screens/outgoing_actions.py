"""How messages leave the app from the list of messages: copied, as files, by the mail program; and that they went."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from textual import work

from store.records import Letter
from store.words import UNSENT, Direction
from tui.screens.promise_actions import PromiseActions


class OutgoingActions(PromiseActions):
    """A list of messages that can be handed over; subclasses say which are meant."""

    @property
    def chosen(self) -> tuple[Letter, ...]:
        """The selected messages in the order shown, or the one under the cursor."""
        raise NotImplementedError

    def one_letter(self) -> Letter | None:
        """The message under the cursor; None after saying that there is none."""
        raise NotImplementedError

    def one_draft(self) -> Letter | None:
        """The draft under the cursor; None after saying why there is none."""
        letter = self.one_letter()
        if letter is not None and letter.state not in UNSENT:
            self.say("That one came in." if letter.direction is Direction.IN else "That one has been sent already.")
            return None
        return letter

    def _drafts(self) -> tuple[Letter, ...]:
        """The chosen drafts; none after saying why there is none."""
        drafts = tuple(one for one in self.chosen if one.state in UNSENT)
        if not drafts:
            self.one_draft()
        return drafts

    @work
    async def _hand_over(self, act: Callable[[], Awaitable[bool]], several: bool) -> None:
        if await act() and several:
            self.let_go()

    def action_copy(self) -> None:
        """Copy its words."""
        from tui.handing_over import copy_letter

        if letter := self.one_letter():
            self._hand_over(partial(copy_letter, self, letter), False)

    def action_mark_sent(self) -> None:
        """They have gone out: those chosen, in one step."""
        from tui.marking_sent import mark_as_sent

        if drafts := self._drafts():
            self._hand_over(partial(mark_as_sent, self, *drafts), len(drafts) > 1)

    def action_write_eml(self) -> None:
        """Write those chosen as mail files, all into one folder."""
        from tui.handing_over import write_eml

        if drafts := self._drafts():
            self._hand_over(partial(write_eml, self, *drafts), False)

    def action_open_mail(self) -> None:
        """Hand it to the mail program."""
        from tui.handing_over import open_mail

        if letter := self.one_draft():
            self._hand_over(partial(open_mail, self, letter), False)
