"""What others do with the season while it is on screen: another window, a command, a sync program, an editor."""

from __future__ import annotations

from asyncio import sleep
from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

from store.errors import FileHeld, FileTrouble
from tui import given_back, half_typed
from tui.bar import ONCE_FREE, READ_ONLY, TRY_AGAIN
from tui.commands_beside import CommandsBeside
from tui.copies_beside import copies_beside, words_about
from tui.copies_met import not_met, note_met
from tui.missing_file import GONE
from tui.screens.season_screen import SeasonScreen
from tui.settings_watch import settings_look
from tui.unsaved_copies import unsaved_copies, words_about_unsaved
from tui.watch import Sight, Watch

if TYPE_CHECKING:
    from pathlib import Path

    from store.safe_write import Stamp
    from store.season import Season
    from tui.app import SeasonApp

STAYS_SHOWN = (
    "What was read last stays on screen; the window that has it open can write it again, "
    "or {everywhere.keep-copy} keeps a copy."
)
CHANGED = "Another program has changed the season file; nothing is overwritten."
LEAVE_FIRST = "Nothing of yours is lost: leave the text with {editor.leave}, and you are asked what to do."
TRIES, BETWEEN_TRIES = 10, 0.1
"""How often a season that was not free at the start is tried again, and the seconds before each try."""


class Outside:
    """Takes in what the watch sees: follows another window, runs errands, asks about a file changed elsewhere."""

    def __init__(self, app: SeasonApp) -> None:
        self._app = app
        self.commands = CommandsBeside(app)
        self._asking = False
        self._keys_read = -1
        self._told = ""
        self._told_of_copies: list[str] = []
        self._compared: set[Path] = set()
        self.why_held = ""
        """Who has the season, or why it could not be had here, in one sentence; empty while it is ours."""
        self.way_on = app.spell(ONCE_FREE)
        """How it could be had here after all."""
        self._put_off: tuple[Season, Stamp | None] | None = None
        """What was on screen and in the file when the question was put off; it is asked again once either changed."""
        self.watch = Watch(app.file, lambda sight: app.call_later(self.saw, sight), beside=settings_look(app))

    def begin(self) -> None:
        """Look about once, now that the first picture stands and the lock is settled."""
        if not self._app.file.read_only:
            self.commands.clear()
        self._found(self.watch.new_copies())
        half_typed.hand_out_half_typed(self._app)
        given_back.give_back(self._app)
        if unsaved := unsaved_copies(self._app.file.path):
            self._app.tell(words_about_unsaved(unsaved, self._app.spell), severity="warning")

    def _found(self, copies: tuple[Path, ...]) -> None:
        if copies := not_met(self._app.file.path, copies):
            self._told_of_copies.append(words_about(copies, self._app.spell))
            self._app.tell(self._told_of_copies[-1], severity="warning")
            self._app.show_standing(self._app.unsaved)  # the season view lists them

    def waiting_copy(self) -> Path | None:
        """The copy that should be brought in first; None when there is none. Lists a folder."""
        copies = copies_beside(self._app.file.path, self._app.file.disk)
        return next((one for one in copies if one not in self._compared), copies[0] if copies else None)

    def comparing(self, copy: Path | None = None) -> None:
        """A copy is being asked for, or that one stands beside the season: F7 proposes another one next."""
        while self._told_of_copies:
            self._app.untell(self._told_of_copies.pop())  # it would cover the question that it led to
        if copy is not None:
            self._compared.add(copy)

    def met(self, copy: Path) -> None:
        """All of that copy stands in the season: it is not announced again, only listed until it is removed."""
        note_met(self._app.file.path, copy)

    def saw(self, sight: Sight) -> None:
        """Do what follows from what the watch has seen."""
        if sight.slept:
            self._app.tick()
        if self._app.mark != READ_ONLY:
            self._mind_a_missing_file(gone=sight.gone)
        elif sight.gone:
            self._tell_once(f"{GONE} {self._app.spell(STAYS_SHOWN)}")
        if sight.lock_lost and self._app.mark != READ_ONLY:
            self._hold_again()
        if sight.changed and self._app.mark == READ_ONLY:
            self._follow()
        elif sight.changed:
            self._ask_when_quiet()
        self._found(sight.copies)
        for errand_id in sight.errands:
            self.commands.run(errand_id, changed=sight.changed)

    @property
    def is_busy(self) -> bool:
        """True while keys are letters of a text or answers to a question."""
        return self._in_text or not isinstance(self._app.screen, SeasonScreen)

    @property
    def _in_text(self) -> bool:
        return isinstance(self._app.focused, (Input, TextArea))

    # Another window

    def was_refused(self, trouble: FileTrouble) -> None:
        """The season was not free at the start: a command has it for a moment only, another window for longer."""
        told = self._refused(trouble)
        if isinstance(trouble, FileHeld):
            self._app.run_worker(self._wait_until_free(told), name="wait until free")
        else:
            self._app.tell(told, severity="warning")

    def _refused(self, trouble: FileTrouble) -> str:
        self.why_held = str(trouble)
        self.way_on = self._app.spell(ONCE_FREE if isinstance(trouble, FileHeld) else TRY_AGAIN)
        return f"{self.why_held} {self.way_on}"

    async def _wait_until_free(self, told: str) -> None:
        for _ in range(TRIES):
            await sleep(BETWEEN_TRIES)
            if self._app.mark != READ_ONLY:
                return  # r was quicker
            try:
                self._put_unsaved_aside()
                self._app.file.take_over()
            except FileTrouble as trouble:
                told = self._refused(trouble)
            else:
                self._is_ours()
                return
        self._app.tell(told, severity="warning")

    def _is_ours(self) -> None:
        self._app.mark, self.why_held = self._app.own_mark, ""
        self._app.adopt(self._app.file.season)
        self.commands.clear()
        half_typed.hand_out_half_typed(self._app)
        given_back.give_back(self._app)

    def take_over(self) -> None:
        """Go on as the window that may change the season; says who has it when it is not free."""
        app = self._app
        try:
            self._put_unsaved_aside()
            app.file.take_over()
        except FileTrouble as held:
            app.tell(self._refused(held), severity="warning")
            return
        self._is_ours()
        app.say("The season is yours to change again.")

    def _hold_again(self) -> None:
        """The lock file was removed: take it again, or give way to whoever has the season now."""
        from tui.changed_elsewhere import give_way

        app, why = self._app, self._app.saver.trouble
        try:
            if told := app.file.hold_again():
                app.tell(told, severity="warning")
        except FileTrouble as refused:
            why = str(refused)
        if app.file.read_only:  # here, or in a save that found out first
            app.mark, self.why_held, self.way_on = READ_ONLY, why, app.spell(ONCE_FREE)
            app.tell(f"The lock file beside your season was removed. {why} {self.way_on}", severity="warning")
            give_way(app)

    def _follow(self) -> None:
        if self._read_anew():
            self._app.say("Brought up to date: the other window has saved a change.")

    def _put_unsaved_aside(self) -> None:
        """Keep in a copy what a key changed before this window was found to read only; raises FileTrouble.

        It leads on from a season that is no longer the one on disk, so it can never be saved in its place.
        """
        if self._app.saver.pending:
            from tui.changed_elsewhere import let_go_of_unsaved

            self._app.tell(let_go_of_unsaved(self._app), severity="warning")

    def set_unsaved_aside(self) -> None:
        """Keep in a copy what no save will take, and go on with what is on disk."""
        try:
            self._put_unsaved_aside()
        except FileTrouble as trouble:
            self._app.tell(str(trouble), severity="warning")

    def _read_anew(self) -> bool:
        try:
            self._put_unsaved_aside()
            season = self._app.file.reload()
        except FileTrouble as trouble:
            self._tell_once(str(trouble))
            return False
        self._told = ""
        self._app.adopt(season)
        return True

    # A file changed by another program

    def _mind_a_missing_file(self, *, gone: bool) -> None:
        """Nothing is called saved while the file is gone; what to do about it is asked."""
        if gone and not self._app.unsaved:
            self._app.show_standing(GONE)
        elif not gone and self._app.unsaved == GONE:
            self._app.show_standing()
        if gone:
            self._ask_when_quiet(missing=True)

    def _ask_when_quiet(self, *, missing: bool = False) -> None:
        """Ask once the person has paused: a question must not catch keys that were meant for something else."""
        app = self._app
        quiet, self._keys_read = self._keys_read == app.keys_read, app.keys_read
        if self._asking or self._put_off == (app.state.season, app.file.foreign):
            return
        if self._in_text:
            self._tell_once(f"{GONE if missing else CHANGED} {app.spell(LEAVE_FIRST)}")
        elif quiet and not self.is_busy:
            self.ask(missing=missing)

    def ask(self, *, missing: bool = False) -> None:
        """Ask what is to become of a file that was changed elsewhere, or taken away."""
        from tui.changed_elsewhere import settle_with_disk
        from tui.missing_file import settle_missing

        async def asked() -> None:
            try:
                settled = await (settle_missing if missing else settle_with_disk)(self._app)
                self._put_off = None if settled else (self._app.state.season, self._app.file.foreign)
            finally:
                self._asking = False

        self._asking = True
        self._app.run_worker(asked(), name="changed elsewhere")

    def _tell_once(self, words: str) -> None:
        if words != self._told:
            self._told = words
            self._app.tell(words, severity="warning")
