"""The full screen: it begins, opens what screens ask for, and leaves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.geometry import Size

from store.dates import write_days
from store.errors import FileTrouble
from store.season_file import SeasonFile
from tui import commands
from tui.bar import READ_ONLY
from tui.clock import Clock
from tui.copies import CopiesOfTheSeason
from tui.requests import Act, HalfTyped, OpenLetter, ShowProgram, WriteEach, WriteLetter
from tui.screens.season_screen import SeasonScreen
from tui.settings import Settings
from tui.spelling import Spelling
from tui.state import Choices, Whereabouts
from tui.themes import THEMES, variables_for
from tui.views import VIEW_MODES
from tui.widgets.view_bar import ViewBar

if TYPE_CHECKING:
    from pathlib import Path

    from store.timeline import Timeline
    from tui.kept_questions import Kept

LAST_SAVE_SECONDS = 3.0
"""How long the system's order to end may wait for the disk."""


class SeasonApp(CopiesOfTheSeason):
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

    def __init__(self, file: SeasonFile, clock: Clock, settings: Settings, *, mark: str = "", at: str = "") -> None:
        self.settings = settings
        self.lanes_drawn: Timeline | None = None
        """The timeline as it was worked out last: what has not changed since is taken from it by every view."""
        write_days(settings.dates)
        self.spell = Spelling(settings.keys)
        self.last_act: Act | None = None
        """What `.` repeats."""
        self.begun = False
        """True once the lock is settled and nothing of the start is left to do."""
        self.other_season = False
        """True when the person leaves for the demo season, or from it."""
        self.half_typed: Kept = {}
        """What stood in questions when the app was last ended; each takes its own when it is opened again."""
        self.last_words = ""
        """What is to be printed once the screen is gone, when something could not be saved."""
        self.choices = Choices()
        """How the lists are set; changed by `choose`."""
        self.choices_path: Path | None = None
        """Where that is kept; None keeps it for this run alone."""
        self.settings_path: Path | None = None
        """Where the settings are kept; None changes them for this run alone."""
        self.left_at: Path | None = None
        """Where it is kept how the person left each season; None keeps it nowhere."""
        self.resumes: Whereabouts | None = None
        """Where the person was when they last left, until it is taken up."""
        self._first_view = at
        super().__init__(file, clock, mark)
        self.start_in(settings.theme, THEMES)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Status colours for themes that bring none."""
        return variables_for(self.theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line passes on its way to the terminal; the last one leaves only ASCII where that is wanted."""
        filters, plain = super().get_line_filters(), self.no_color and self.native_ansi_color
        if not (plain or self.settings.ascii_only):
            return filters
        from tui.line_filters import line_filters

        return line_filters(filters, no_color=plain, ascii_only=self.settings.ascii_only)

    def on_mount(self) -> None:
        """Follow the clock from here on, a minute at a time."""
        self.set_keymap(self.settings.keymap)
        if first := self._first_view or (self.resumes.view if self.resumes else ""):
            self.switch_mode(first)
        self.set_interval(60, self.tick)
        for trouble in self.settings.said_at_start:
            self.tell(trouble, severity="warning")
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Take the lock, and everything else that the first picture did not need."""
        from asyncio import get_running_loop

        from tui import signals
        from tui.memory import settle_memory
        from tui.outside import Outside
        from tui.warming import Warming

        read, refused = self.file.season, None
        try:
            self.file.take_over()
        except FileTrouble as trouble:
            self.mark, refused = READ_ONLY, trouble
            self._show_state()
            self.show_standing()
        if self.file.season is not read:  # saved by another program since the first picture
            self.adopt(self.file.season)
        if self.file.notice:
            self.tell(self.file.notice, severity="warning")
        self.outside = Outside(self)
        self.outside.begin()
        if refused:
            self.outside.was_refused(refused)
        if not self.is_headless:
            signals.install(self.leave_at_once, get_running_loop())
            self.outside.watch.start()
            settle_memory()
            Warming(self)
        if not self.state.season.programs and not self.state.season.profile.name:
            self._welcome()
        self.begun = True
        if self.resumes:
            from tui.left_at import take_up

            take_up(self, self.resumes, view_alone=bool(self._first_view))
        self._mind_the_size(self.size)

    def _welcome(self) -> None:
        from tui.screens.welcome import WelcomeScreen

        self.push_screen(WelcomeScreen())

    def on_resize(self, event: events.Resize) -> None:
        """Below the smallest size one sentence takes the place of screens that would be cut to pieces."""
        if self.begun:
            self._mind_the_size(event.size)

    def _mind_the_size(self, size: Size) -> None:
        from tui.screens.too_small import cover

        cover(self, size)

    def choose(self, choices: Choices) -> None:
        """Set the lists like that, now and when the program is opened again."""
        self.choices = choices
        if self.choices_path is not None:
            from tui.choices_file import keep_choices

            if trouble := keep_choices(self.choices_path, choices):
                self.tell(trouble, severity="warning")

    # What screens ask for

    @on(ShowProgram)
    def show_program(self, request: ShowProgram) -> None:
        """Open a program over the present view."""
        from tui.screens.program import ProgramScreen

        self.push_screen(ProgramScreen(request.program_id, request.among))

    @on(OpenLetter)
    def open_letter(self, request: OpenLetter) -> None:
        """Open a message over the present view, or in place of the message in front."""
        from tui.beginning import open_letter

        open_letter(self, request)

    @on(WriteLetter)
    def write_letter(self, request: WriteLetter) -> None:
        """Begin a message, or open the draft that is there already."""
        from tui.beginning import begin

        letter_id = begin(self, request.begin)
        if letter_id:
            self.open_letter(OpenLetter(letter_id))

    @on(WriteEach)
    def write_each(self, request: WriteEach) -> None:
        """Begin what is not begun yet, and open the first."""
        from tui.beginning_each import begin_each

        if ids := begin_each(self, request.owed):
            self.open_letter(OpenLetter(ids[0], ids))

    @on(HalfTyped)
    def note_half_typed(self, request: HalfTyped) -> None:
        """Write down what stands in a question, or forget it once it is settled."""
        from tui.half_typed import note_half_typed

        note_half_typed(self, request)

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
        if self.choices_path is not None and name not in self.choices.visited:
            from tui.key_hints import greet_view

            greet_view(self, name)

    def action_keys(self) -> None:
        """Show the keys of this screen; run the one chosen."""
        from tui.help_here import show_keys

        show_keys(self)

    def action_rights(self) -> None:
        """Show what programs may not ask and what may be answered."""
        from tui.rights import show_rights

        show_rights(self)

    def action_settings(self) -> None:
        """Change how the screen looks and answers."""
        from tui.asking.settings import ask_settings

        self.run_worker(ask_settings(self))

    def action_show_trash(self) -> None:
        """List what lies in the trash; what is chosen comes back."""
        from tui.trash_list import show_trash

        show_trash(self)

    def action_palette(self) -> None:
        """Find a command, a program or a view."""
        from tui.palette import show_palette

        show_palette(self)

    # The file, when it is not only ours or cannot be written

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Taking over makes sense only in a window that reads, and never while a text is typed."""
        if action == "take_over":
            return self.mark == READ_ONLY and self.outside is not None and not self.outside.is_busy
        return super().check_action(action, parameters)

    def action_take_over(self) -> None:
        """Become the window that may change the season, once no other has it."""
        if self.outside:
            self.outside.take_over()

    # Leaving

    def _fatal_error(self) -> None:
        """Textual would print a traceback with every local value here; a sentence and a bare log take its place."""
        from store.places import state_folder
        from tui.crash import crash_words, keep_what_there_is, write_log

        saved = keep_what_there_is(self, LAST_SAVE_SECONDS)
        log = write_log(self._exception, state_folder()) if self._exception else None
        self.last_words = crash_words(saved=saved, log=log)  # Textual would break the path in two
        self._close_messages_no_wait()

    def leave_at_once(self, code: int) -> None:
        """The system ends the app: keep what was typed, save, and go with that exit code."""
        from tui.crash import keep_what_there_is

        keep_what_there_is(self, LAST_SAVE_SECONDS)
        self.exit(code, return_code=code)

    def action_demo(self) -> None:
        """Over to the demo season, or back from it."""
        self.other_season = True
        self.action_quit_now()

    def action_suspend(self) -> None:
        """Give the terminal back to the shell until it says `fg`."""
        from tui.suspending import suspend

        suspend(self)

    def action_quit_now(self) -> None:
        """Keep everything, wait for the disk, and leave; asks only when something could not be saved."""
        from tui.leaving import leave

        leave(self)
