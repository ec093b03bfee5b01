"""What can be done about promises, from the list of messages."""

from __future__ import annotations

from textual import work

from store.standing import promise_conflicts
from store.words import Promise
from tui.screens.sectioned import Sectioned

NO_PROMISE = "No promise stands in this one.  {messages.next-section} goes on to Promises, which lists all of them."


class PromiseActions(Sectioned):
    """A list of messages that marks promises which cannot be kept, and in which one is withdrawn or made less."""

    def words_at_right(self) -> tuple[str, ...]:
        """A standing mark while a promise cannot be kept."""
        broken = len(promise_conflicts(self.season))
        if not broken:
            return ()
        return (
            f"! {broken} promise{'s' if broken > 1 else ''} not kept as your list stands",
            f"! {broken} not kept",
            f"! {broken}",
        )

    @work
    async def action_correct_promise(self) -> None:
        """Ask what of the promise still stands."""
        from tui.asking.promises import ask_correction

        letter = self.season.letters_by_id.get(self.table.key)
        if letter is None or letter.stands is Promise.NONE:
            self.say(self.spell(NO_PROMISE))
            return
        change = await ask_correction(self.season_app, letter)
        if change is not None:
            self.season_app.change_season(change)
