"""The full screen: it holds the season, and it is the one place on screen where anything changes."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.notifications import SeverityLevel

from store.errors import FileTrouble, RuleBroken
from store.history import Step, redone, step_between, undone
from store.moments import Moment
from store.season import Season
from store.season_file import SeasonFile
from tui import commands
from tui.bar import READ_ONLY, bar_facts
from tui.clock import Clock
from tui.quick_start import QuickStart
from tui.requests import Act, Change, OpenLetter, ShowProgram, WriteLetter
from tui.saver import Saver, SaveReport
from tui.screens.season_screen import SeasonScreen
from tui.settings import Settings
from tui.state import SeasonState, state_of
from tui.themes import FALLBACK_VARIABLES, THEMES
from tui.views import VIEW_MODES
from tui.widgets.view_bar import BarFacts, ViewBar

LAST_SAVE_SECONDS = 3.0
"""How long the system's order to end may wait for the disk."""
SAVE_SECONDS = 10.0
"""How long leaving and undoing wait for the disk before they speak up."""


class SeasonApp(QuickStart):
    """A season on screen."""

    TITLE = "prematch"
    CSS_PATH = "season.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.EVERYWHERE)]
    MODES = VIEW_MODES  # type: ignore[assignment]  # makers of screens, typed more narrowly than Textual has it
    DEFAULT_MODE = commands.TIMELINE
    ENABLE_COMMAND_PALETTE = False  # the palette is opened by a command of our own
    NOTIFICATION_TIMEOUT = 8.0
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-normal"), (160, "-wide")]  # noqa: RUF012 as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012 as Textual declares it

    class Saved(Message):
        """A save ended, well or not."""

        def __init__(self, report: SaveReport) -> None:
            self.report = report
            super().__init__()

    def __init__(self, file: SeasonFile, clock: Clock, settings: Settings, *, mark: str = "", at: str = "") -> None:
        self.file = file
        self.clock = clock
        self.settings = settings
        self.mark = mark
        """A word on the top line: DEMO, READ ONLY."""
        self.state: SeasonState = state_of(file.season, clock(file.season.profile))
        self.last_act: Act | None = None
        """What `.` repeats."""
        self.saver = Saver(file, self._report_save)
        self.begun = False
        """True once the lock is settled and nothing of the start is left to do."""
        self.other_season = False
        """True when the person leaves for the demo season, or from it."""
        self._first_view = at
        super().__init__()
        self.start_in(settings.theme, THEMES)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Status colours for themes that bring none."""
        return FALLBACK_VARIABLES

    def on_mount(self) -> None:
        """Follow the clock from here on, a minute at a time."""
        self.set_keymap(self.settings.keys)
        if self._first_view:
            self.switch_mode(self._first_view)
        self.set_interval(60, self.tick)
        for trouble in self.settings.troubles:
            self.tell(trouble, severity="warning")
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Take the lock, and everything else that the first picture did not need."""
        from asyncio import get_running_loop

        from tui import signals
        from tui.memory import settle_memory

        try:
            self.file.lock()
        except FileTrouble as held:
            self.mark = READ_ONLY
            self.tell(str(held), severity="warning")
            self._show_state()
        if self.file.notice:
            self.tell(self.file.notice, severity="warning")
        if not self.is_headless:
            signals.install(self.leave_at_once, get_running_loop())
            settle_memory()
        if not self.state.season.programs and not self.state.season.profile.name:
            self._welcome()
        self.begun = True

    def _welcome(self) -> None:
        from tui.screens.welcome import WelcomeScreen

        self.push_screen(WelcomeScreen())

    # What changes the season

    def now(self) -> Moment:
        """The present moment, in the home zone."""
        return self.clock(self.state.season.profile)

    def change_season(self, change: Change) -> bool:
        """Apply a change, save it beside the screen, keep the step for undo; False when it was refused."""
        if self.mark == READ_ONLY:
            self.tell("Another window has this season open, so nothing can be changed here. Close it there first.")
            return False
        now, before = self.now(), self.state.season
        try:
            changed = change.rule(before, now=now)
        except RuleBroken as refused:
            self.tell(str(refused), severity="warning")
            return False
        if changed is before or changed == before:
            return True
        self.saver.keep(changed, step_between(before, changed, change.label, at=now, merge=change.merge))
        self._take(changed)
        if not change.quiet:
            self.say(change.label, "u undo")
        return True

    def action_undo(self) -> None:
        """Take back the newest change."""
        self._travel(back=True)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self._travel(back=False)

    def _travel(self, *, back: bool) -> None:
        self.settle_screens()
        if not self.saver.wait(SAVE_SECONDS):
            self.tell(f"Undo waits until the last change is on disk. {self.saver.trouble}", severity="warning")
            return
        history = self.file.history
        step: Step | None = history.undo_step() if back else history.redo_step()
        if step is None:
            self.say("There is nothing to undo." if back else "There is nothing to redo.")
            return
        season = (undone if back else redone)(self.state.season, step)
        (self.saver.keep_undone if back else self.saver.keep_redone)(season, step)
        self._take(season)
        self.say(f"{'Undone' if back else 'Done again'}: {step.label}", "U redo" if back else "u undo")
        if isinstance(self.screen, SeasonScreen):
            self.screen.follow(frozenset(change.id for change in step.changes))

    def _take(self, season: Season) -> None:
        self.state = state_of(season, self.clock(season.profile))  # home may have moved with the change
        self._show_state()

    def _show_state(self) -> None:
        for stack in self._screen_stacks.values():
            for screen in stack:
                if isinstance(screen, SeasonScreen):
                    screen.state_changed(self.state)

    def tick(self) -> None:
        """A minute has passed: what is due may differ."""
        self._take(self.state.season)

    # What screens ask for

    @on(ShowProgram)
    def show_program(self, request: ShowProgram) -> None:
        """Open a program over the present view."""
        from tui.screens.program import ProgramScreen

        self.push_screen(ProgramScreen(request.program_id, request.among))

    @on(OpenLetter)
    def open_letter(self, request: OpenLetter) -> None:
        """Open a message over the present view."""
        from tui.screens.editor import EditorScreen

        self.push_screen(EditorScreen(request.letter_id))

    @on(WriteLetter)
    def write_letter(self, request: WriteLetter) -> None:
        """Begin a message, or open the draft that is there already."""
        from tui.beginning import begin

        letter_id = begin(self, request.begin)
        if letter_id:
            self.open_letter(OpenLetter(letter_id))

    @on(ViewBar.Chosen)
    def view_chosen(self, event: ViewBar.Chosen) -> None:
        """A view was clicked."""
        self.action_view(event.view)

    def action_view(self, name: str) -> None:
        """Go to one of the six views, closing what lies over it."""
        while len(self.screen_stack) > 1 and isinstance(self.screen, SeasonScreen):
            self.screen.settle()
            self.pop_screen()
        self.switch_mode(name)

    def action_keys(self) -> None:
        """Show the keys of this screen; run the one chosen."""
        from tui.palette import show_keys

        show_keys(self)

    def action_palette(self) -> None:
        """Find a command, a program or a view."""
        from tui.palette import show_palette

        show_palette(self)

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

        words = notice(words)
        for shown in [one for one in self._notifications if one.message == words]:
            self._unnotify(shown, refresh=False)
        self.notify(words, severity=severity, markup=False)

    def bar_facts(self) -> BarFacts:
        """What the top line tells."""
        return bar_facts(self.state, self.mark)

    def _report_save(self, report: SaveReport) -> None:
        """Called in the saver's thread; messages may be posted from there."""
        self.post_message(self.Saved(report))

    @on(Saved)
    def show_saved(self, event: Saved) -> None:
        """Show on every screen whether everything is on disk."""
        words = "" if self.saver.pending else f"saved {self.now().local:%H:%M:%S}"
        for screen in self.screen_stack:
            if isinstance(screen, SeasonScreen) and screen.is_mounted:
                screen.saved(words, event.report.trouble)
        if event.report.trouble:
            self.set_timer(5, self.saver.retry, name="retry the save")

    # Leaving

    def settle_screens(self) -> None:
        """Let every open screen hand in what was typed but not yet kept."""
        for stack in self._screen_stacks.values():
            for screen in stack:
                if isinstance(screen, SeasonScreen):
                    screen.settle()

    def _fatal_error(self) -> None:
        """Textual would print a traceback with every local value here; a sentence and a bare log take its place."""
        from store.places import state_folder
        from tui.crash import crash_words, keep_what_there_is, write_log

        saved = keep_what_there_is(self, LAST_SAVE_SECONDS)
        log = write_log(self._exception, state_folder()) if self._exception else None
        self._exit_renderables.append(crash_words(saved=saved, log=log))
        self._close_messages_no_wait()

    def leave_at_once(self, code: int) -> None:
        """The system ends the app: keep what was typed, save, and go with that exit code."""
        self.settle_screens()
        self.saver.wait(LAST_SAVE_SECONDS)
        self.exit(code, return_code=code)

    def action_demo(self) -> None:
        """Over to the demo season, or back from it."""
        self.other_season = True
        self.action_quit_now()

    def action_quit_now(self) -> None:
        """Keep everything, wait for the disk, and leave; asks only when something could not be saved."""
        from tui.leaving import leave

        leave(self)
