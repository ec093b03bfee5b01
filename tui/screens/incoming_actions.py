"""What can be done about messages that came in, from the list of messages: log one, flag one, read the record."""

from __future__ import annotations

from textual import work

from store.records import Letter
from store.words import Direction
from tui.screens.sectioned import Sectioned


class IncomingActions(Sectioned):
    """A list of messages in which what came in is logged and flagged; subclasses say which message is meant."""

    def follow(self, record_ids: frozenset[str]) -> None:
        """Put the cursor on one of these messages."""
        raise NotImplementedError

    def one_letter(self) -> Letter | None:
        """The message under the cursor; None after saying that there is none."""
        raise NotImplementedError

    @work
    async def action_log_incoming(self) -> None:
        """Take in a message that came in."""
        from tui.asking.incoming import log_incoming

        before = self.season.letters_by_id
        await log_incoming(self.season_app)
        self.follow(frozenset(self.season.letters_by_id.keys() - before.keys()))

    @work
    async def action_flag(self) -> None:
        """Say what a message that came in asked or hinted at."""
        from tui.asking.flagging import ask_answer, ask_flag_change

        letter = self.one_letter()
        if letter is not None and letter.direction is not Direction.IN:
            self.say("Only a message that came in can be flagged.")
        elif letter is not None:
            change = await ask_flag_change(self.season_app, letter)
            if change is not None and self.season_app.change_season(change):
                await ask_answer(self.season_app, self.season.letters_by_id[letter.id])

    @work
    async def action_show_record(self) -> None:
        """Read the record of what was flagged, or write it to a file."""
        from tui.asking.flagging import ask_record

        await ask_record(self.season_app)
