"""What is due, cleared one key at a time; the message that answers it is shown beside it before it is begun."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from store.agenda import draft_for
from store.progress import Progress
from store.rules import follow_ups
from store.season import Season
from tui import commands
from tui.command_table import Command
from tui.program_story import Part
from tui.requests import Act, Change, ShowProgram
from tui.review_sections import (
    CLEARED,
    NAMES,
    OPEN_SECTIONS,
    SNOOZED,
    WAITING,
    Item,
    Review,
    empty_words,
    progress_words,
    review,
    words_of,
)
from tui.review_table import table_of
from tui.screens.task_actions import TaskActions
from tui.sentences import first_sentences
from tui.state import SeasonState
from tui.widgets.preview_pane import pane_width
from tui.widgets.section_tabs import Tab
from tui.widgets.status_line import StatusLine
from tui.widgets.table_paint import Column, TableRow

THEIR_TURN = (
    "It is their turn, so there is nothing to clear.  {review.message} writes to them, {review.open} opens the program."
)
WAS_CLEARED = "That one is cleared already.  {review.reopen} brings it back."
SETTLED = "That one went by itself, because of what you sent or wrote down."
KEYS_IN = {
    WAITING: ("message", "open", "next-section"),
    SNOOZED: ("bring-back", "done", "message", "copy", "sent", "not-needed", "next-section"),
    CLEARED: ("bring-back", "next-section"),
}
"""Commands of the key line in the sections where nothing falls due."""


class ReviewScreen(TaskActions):
    """Follow-ups by urgency, what the programs owe, what waits, what was cleared."""

    VIEW = commands.REVIEW
    BEFORE_KEYS = ()
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.REVIEW)]
    SECTIONS = tuple(NAMES)

    def __init__(self) -> None:
        super().__init__()
        self._review = Review(dict.fromkeys(NAMES, ()), Progress())
        self._items: dict[str, Item] = {}
        self._last: Act | None = None
        """What `.` repeats."""

    # What it shows

    def gather(self, state: SeasonState) -> None:
        """Work out every section."""
        self._review = review(state, self.only)

    def tabs(self) -> tuple[Tab, ...]:
        """The sections with their counts."""
        found = self._review.sections
        return tuple(Tab(name, short, len(found[section])) for section, (name, short) in NAMES.items())

    def keys_here(self) -> tuple[Command, ...]:
        """What can be done in the open section."""
        wanted = KEYS_IN.get(self.section)
        if wanted is None:
            return super().keys_here()
        own = {one.id: one for one in commands.commands_of(self.VIEW)}
        return tuple(own[f"{self.VIEW}.{name}"] for name in wanted)

    def words_at_right(self) -> tuple[str, ...]:
        """How far the day has come."""
        return progress_words(self._review.day, ascii_only=self.season_app.settings.ascii_only)

    def table_for(self, width: int) -> tuple[tuple[Column, ...], tuple[TableRow, ...], str]:
        """The open section as a table."""
        items = self._review.sections[self.section]
        self._items = {item.key: item for item in items}
        empty = empty_words(self.section, self.state, filtered=bool(self.only.terms))
        return *table_of(self.section, items, self.state, width), empty

    def row_words(self) -> str:
        """Why it is here where no preview says it, else what it is in full."""
        item = self.here
        if item is None:
            return ""
        if item.cleared is not None:
            return self.spell("{review.reopen} or {review.open} brings it back.")
        if item.follow_up is not None and not pane_width(self.app.size.width):
            return first_sentences(item.follow_up.why, self.app.size.width - 2)
        return words_of((item,), self.state)

    def preview_of(self, state: SeasonState, key: str) -> tuple[str, tuple[Part, ...]]:
        """The message that answers it, its checks, why it is here, your notes."""
        from tui.letter_preview import item_preview

        item = self._items.get(key)
        return item_preview(state, item) if item else ("", ())

    def program_at(self, key: str) -> str:
        """The program of that row."""
        return self._items[key].program_id if key in self._items else ""

    @property
    def here(self) -> Item | None:
        """What the cursor is on."""
        return self._items.get(self.table.key)

    @property
    def chosen(self) -> tuple[Item, ...]:
        """The selected lines in the order shown, or the one under the cursor."""
        wanted = self.table.selected or {self.table.key}
        return tuple(self._items[key] for key in self.table.keys if key in wanted)

    def follow(self, record_ids: frozenset[str]) -> None:
        """Put the cursor on a follow-up that has come back."""
        sections = (self.section, *OPEN_SECTIONS) if self.section == SNOOZED else OPEN_SECTIONS
        for section in sections:
            for item in self._review.sections[section]:
                if item.key in record_ids or self._rests_on(item, record_ids):
                    words = self._status()
                    self.open_section(section, item.key)
                    self.say(words)
                    return

    def _rests_on(self, item: Item, record_ids: frozenset[str]) -> bool:
        """Whether it is one of these tasks of one's own, about one of these messages, or answered by it."""
        if item.follow_up is None:
            return False
        if item.key.removeprefix("TASK:") in record_ids:
            return True
        draft = draft_for(self.season, item.follow_up)
        return item.follow_up.letter_id in record_ids or (draft is not None and draft.id in record_ids)

    def _status(self) -> str:
        return self.query_one(StatusLine).words

    def action_why(self) -> None:
        """Say in full why the line under the cursor is here."""
        from tui.why import show_why

        item = self.here
        if item is None or item.follow_up is None:
            self.say("Only what is to be done has a reason to be here.")
        else:
            show_why(self.season_app, item.follow_up)

    # Clearing

    def _keys_to_clear(self) -> tuple[str, ...]:
        """The chosen follow-ups; empty after saying why there is nothing to clear."""
        chosen = self.chosen
        keys = tuple(item.key for item in chosen if item.follow_up is not None)
        if not keys:
            first = chosen[0] if chosen else None
            if first is None:
                self.say("Nothing is here to clear.")
            else:
                self.say(self.spell(WAS_CLEARED if first.cleared else SETTLED if first.settled else THEIR_TURN))
        return keys

    def _clear(self, act: Act | None, keys: tuple[str, ...]) -> None:
        if act is not None and self.season_app.change_season(act.change(keys)):
            self._last = act
            self.let_go()

    def _decide(self, words: str, past: str, rule: Callable[..., Season]) -> None:
        keys = self._keys_to_clear()
        if not keys:
            return

        def change(wanted: tuple[str, ...]) -> Change:
            told = words_of((self._items[key] for key in wanted if key in self._items), self.state)
            return Change(f"{past}: {told}", partial(rule, keys=wanted))

        self._clear(Act(words, change), keys)

    def action_done(self) -> None:
        """It is done."""
        self._decide("done", "Done", follow_ups.mark_done)

    def action_not_needed(self) -> None:
        """It does not apply."""
        self._decide("not needed", "Not needed", follow_ups.mark_not_needed)

    @work
    async def action_snooze(self) -> None:
        """Put it off."""
        from tui.asking.choosing import ask_snooze

        keys = self._keys_to_clear()
        if keys:
            told = words_of((self._items[key] for key in keys), self.state)
            self._clear(await ask_snooze(self.season_app, keys, told), keys)

    def action_repeat(self) -> None:
        """Clear this in the way the last one was."""
        if self._last is None:
            self.say("There is nothing to repeat yet.")
        elif keys := self._keys_to_clear():
            self._clear(self._last, keys)

    def action_reopen(self) -> None:
        """Under “Cleared today” bring this one back, elsewhere take back the last change."""
        if self.section == CLEARED and any(item.cleared for item in self.chosen):
            self._bring_back()
        else:
            self.season_app.action_undo()

    def action_bring_back(self) -> None:
        """Bring back what was put off or cleared."""
        if self.section in (CLEARED, SNOOZED) and self.chosen:
            self._bring_back()
        else:
            self.say(self.spell("Nothing here was put off or cleared.  {review.next-section} goes to what was."))

    def _bring_back(self) -> None:
        items = tuple(item for item in self.chosen if item.settled is None)
        if not items:
            self.say(SETTLED)
            return
        keys = tuple(item.key for item in items)
        label = f"Back on the list: {words_of(items, self.state)}"
        if self.season_app.change_season(Change(label, partial(follow_ups.reopen, keys=keys))):
            self.let_go()

    # Going on from it

    def action_open(self) -> None:
        """Open the program; what was cleared comes back instead."""
        item = self.here
        if item is None:
            return
        if item.cleared is not None:
            self._bring_back()
        elif item.program_id:
            self.post_message(ShowProgram(item.program_id, self.listed_programs()))
        elif item.follow_up is not None and item.follow_up.rule == "F15":
            self.season_app.action_view(commands.SEASON)
        else:
            self.say(self.spell("That is about no program.  {review.done} clears it, {review.snooze} puts it off."))
