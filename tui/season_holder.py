"""The part of the app that holds the season: the one place on screen where anything changes."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on
from textual.message import Message
from textual.notifications import SeverityLevel

from store.dates import zone_letters
from store.errors import RuleBroken
from store.moments import Moment
from store.season import Season
from store.season_file import SeasonFile
from tui.bar import ONCE_FREE, READ_ONLY, REFUSED, bar_facts
from tui.clock import Clock
from tui.commands import changes_the_season
from tui.keys_in_order import KeysInOrder
from tui.requests import Change
from tui.saver import Saver, SaveReport
from tui.screens.season_screen import SeasonScreen
from tui.spelling import AS_SHIPPED, REDO, UNDO, Spelling
from tui.state import SeasonState, state_of
from tui.widgets.view_bar import BarFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

    from store.history import Step
    from tui.app import SeasonApp
    from tui.kept_questions import HalfTypedFile
    from tui.outside import Outside
    from tui.typed_words import TypedWords

SAVE_SECONDS = 10.0
"""How long leaving and undoing wait for the disk before they speak up."""


class SeasonHolder(KeysInOrder):
    """An app that holds a season, changes it by rules, saves it, and tells its screens."""

    spell: Spelling = AS_SHIPPED
    """Puts the keys in force into sentences that name some."""

    class Saved(Message):
        """A save ended, well or not."""

        def __init__(self, report: SaveReport) -> None:
            self.report = report
            super().__init__()

    def __init__(self, file: SeasonFile, clock: Clock, mark: str) -> None:
        self.file = file
        file.clock = lambda: clock(file.season.profile)
        self.clock = clock
        self.mark = self.own_mark = mark
        """A word on the top line: DEMO, READ ONLY."""
        self.outside: Outside | None = None
        """What others do with the season; None until the first picture stands."""
        self.typed: TypedWords | None = None
        """What is typed in messages and not on disk yet; None while nothing was."""
        self.questions: HalfTypedFile | None = None
        """Where what is typed in questions is written down; None while nothing was."""
        self.told_half_typed = ""
        """What was said of the questions that stood half typed when the app was last ended."""
        self.promises_told: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = {}
        """What was told of broken promises, by the programs and the letters concerned."""
        self._to_keep: list[Callable[[], None]] = []
        self.state: SeasonState = state_of(file.season, clock(file.season.profile), self.spell)
        self.saver = Saver(file, self._report_save)
        self.unsaved = ""
        """Why the newest change is not on disk; empty while everything is."""
        super().__init__()

    # What changes the season

    def now(self) -> Moment:
        """The present moment, in the home zone."""
        return self.clock(self.state.season.profile)

    def change_season(self, change: Change) -> bool:
        """Apply a change, save it beside the screen, keep the step for undo; False when it was refused."""
        if self.refuses_changes():
            return False
        now, before = self.now(), self.state.season
        try:
            changed = change.rule(before, now=now)
        except RuleBroken as refused:
            return self.refuse(refused)
        if changed is before or changed == before:
            return True
        self._take(changed, partial(self.saver.keep, changed, change.step(before, changed, now)))
        if not change.quiet:
            self.say(change.label, self.spell(UNDO))
        return True

    def refuse(self, why: RuleBroken) -> bool:
        """Say why nothing was changed; always False."""
        from tui.half_typed import tell_refusal

        return tell_refusal(cast("SeasonApp", self), why)

    def refuses_changes(self) -> bool:
        """True in a window that only reads the season; it then says who has it, and how to change things here."""
        if self.mark != READ_ONLY:
            return False
        self.tell(self.why_refused, severity="warning")
        return True

    @property
    def why_refused(self) -> str:
        """Who has the season that this window only reads, and how to change things here."""
        held = (self.outside.why_held if self.outside else "") or "This window only reads the season."
        return f"{held} {REFUSED} {self.outside.way_on if self.outside else self.spell(ONCE_FREE)}"

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Carry it out; what would change the season is refused at once in a window that only reads."""
        if self.mark == READ_ONLY:
            screen = self.screen.VIEW if isinstance(self.screen, SeasonScreen) else ""
            name = action if isinstance(action, str) else action[1]
            if changes_the_season(screen, name.partition("(")[0]) and self.refuses_changes():
                return True
        return await super().run_action(action, default_namespace, namespaces)

    def action_undo(self) -> None:
        """Take back the newest change."""
        self._travel(back=True)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self._travel(back=False)

    def action_history(self) -> None:
        """List every change that can be taken back or done again."""
        from tui.history_list import show_history

        self.settle_screens()
        if not self.saver.wait(SAVE_SECONDS):
            self.tell(f"The list waits until the last change is on disk. {self.saver.trouble}", severity="warning")
            return
        entries = self.file.history.labels()
        if not entries:
            ended = self.file.history.why_no_undo()
            self.tell(ended) if ended else self.say("Nothing was changed yet.")
            return
        show_history(self, entries)

    def _travel(self, *, back: bool) -> None:
        if self.refuses_changes():
            return
        self.settle_screens()
        if not self.saver.wait(SAVE_SECONDS):
            self.tell(f"Undo waits until the last change is on disk. {self.saver.trouble}", severity="warning")
            return
        history = self.file.history
        step: Step | None = history.undo_step() if back else history.redo_step()
        if step is None:
            ended = history.why_no_undo() if back else ""
            self.tell(ended) if ended else self.say(f"There is nothing to {'undo' if back else 'redo'}.")
            return
        try:
            self.travel_by(step, back=back)
        except RuleBroken as refused:  # the file was changed elsewhere since
            self.tell(str(refused), severity="warning")

    def travel_by(self, step: Step, *, back: bool) -> None:
        """Take back that step, or do it again; raises RuleBroken when it no longer fits, or in a window that reads."""
        from store.history import redone, undone

        if self.mark == READ_ONLY:
            raise RuleBroken(self.why_refused)
        season = (undone if back else redone)(self.state.season, step)
        self._take(season, partial(self.saver.keep_undone if back else self.saver.keep_redone, season, step))
        self.say(f"{'Undone' if back else 'Done again'}: {step.label}", self.spell(REDO if back else UNDO))
        if isinstance(self.screen, SeasonScreen):
            self.screen.follow(frozenset(change.id for change in step.changes))

    def take_step(self, step: Step) -> None:
        """Take in a step that a command has worked out beside the screen; raises RuleBroken when it does not fit."""
        from store.history import redone

        if self.mark == READ_ONLY:
            raise RuleBroken(self.why_refused)
        season = redone(self.state.season, step)
        self._take(season, partial(self.saver.keep, season, step))
        self.say(f"From the command line: {step.label}", self.spell(UNDO))

    def adopt(self, season: Season) -> None:
        """Go on with the season that is on disk now."""
        self._take(season)
        self.show_standing()

    def _take(self, season: Season, keep: Callable[[], None] = lambda: None) -> None:
        """Show that season, and keep it whatever comes of that; begun before, a save would hold up the picture."""
        before = self.state.season
        self._to_keep.append(keep)
        try:
            self.state = state_of(season, self.clock(season.profile), self.spell)  # home may have moved with the change
            self._show_state()
            if season is not before:
                from tui.broken_promises import tell_broken_promises

                tell_broken_promises(self, before, season)
        finally:
            while self._to_keep:  # in the order of the changes, should showing one ever lead to another
                self._to_keep.pop(0)()

    @property
    def season_screens(self) -> Iterator[SeasonScreen]:
        """Every open screen that shows the season, seen or not."""
        return (one for stack in self._screen_stacks.values() for one in stack if isinstance(one, SeasonScreen))

    def _show_state(self) -> None:
        for screen in self.season_screens:
            screen.state_changed(self.state)

    def tick(self) -> None:
        """A minute has passed: what is due may differ."""
        self._take(self.state.season)

    def settle_screens(self) -> None:
        """Let every open screen hand in what was typed but not yet kept."""
        for screen in self.season_screens:
            screen.settle()

    # What the person is told

    def say(self, words: str, hint: str = "") -> None:
        """Show words on the status line of the screen in front."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, SeasonScreen):
                screen.say(words, hint)
                return

    def tell(self, words: str, *, severity: SeverityLevel = "information") -> None:
        """Show a sentence that should not be missed, once however often it is told; it is never read as markup."""
        from tui.shown import notice

        self.untell(words)
        self.notify(notice(words), severity=severity, markup=False)

    @property
    def told_now(self) -> bool:
        """True while a sentence stands over the screen that should not be missed."""
        return len(self._notifications) > 0

    def untell(self, words: str) -> bool:
        """Take a sentence away before its time, as what it speaks of is done or mended; whether it still stood."""
        from tui.shown import notice

        standing = [one for one in self._notifications if one.message == notice(words)]
        for shown in standing:
            self._unnotify(shown)
        return bool(standing)

    def bar_facts(self) -> BarFacts:
        """What the top line tells."""
        return bar_facts(self.state, self.mark)

    def _report_save(self, report: SaveReport) -> None:
        """Called in the saver's thread; messages may be posted from there."""
        self.post_message(self.Saved(report))

    @on(Saved)
    def show_saved(self, event: Saved) -> None:
        """Show on every screen whether everything is on disk."""
        self.show_standing(event.report.trouble)
        # Python would go on leaving compiled modules there, cut short, that no later start can read.
        sys.dont_write_bytecode = sys.dont_write_bytecode or bool(event.report.trouble)
        if event.report.notice:
            self.tell(event.report.notice, severity="warning")
        if self.typed and not self.saver.pending:
            self.typed.saved(self.file.season)
        if self.outside:
            self.outside.commands.saved(event.report.trouble)
            if event.report.refused:
                self.outside.set_unsaved_aside()

    def show_standing(self, trouble: str = "") -> None:
        """Show on every screen, seen or not, how the season on screen stands to the one on disk."""
        path = self.file.path
        trouble = trouble.removeprefix(f"“{path}” could not be saved: ")  # the line says so, and the reason has to fit
        self.unsaved = trouble = trouble.replace(str(path), path.name)
        words = "" if self.saver.pending else f"saved {self.now().local:%H:%M:%S} {zone_letters(self.now())}"
        for screen in self.season_screens:
            if screen.is_mounted:
                screen.saved(words, trouble)
