"""What every view of the season has in common: the lines around it, the filter, the way back."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, work
from textual.app import ComposeResult
from textual.widget import Widget

from store.follow_ups.follow_up import soap_silence
from store.season import Season
from tui.bar import READ_ONLY, READS_ONLY
from tui.commands import VIEWS
from tui.quick_start import Backdrop, DrawnOnce
from tui.spelling import Spelling
from tui.state import SeasonState, Whereabouts
from tui.widgets.key_line import KeyLine
from tui.widgets.status_line import StatusLine
from tui.widgets.view_bar import ViewBar

if TYPE_CHECKING:
    from tui.app import SeasonApp
    from tui.widgets.filter_line import FilterLine

QUIT_SECONDS = 2.0
"""How soon the second `q` has to follow the first."""

NO_WAY_BACK = "Nothing to go back from here.  {screen.close} {screen.close} leaves, {everywhere.keys} shows the keys."


class SeasonScreen(DrawnOnce[None]):
    """A screen that shows the season; subclasses say what stands between the lines."""

    AUTO_FOCUS = "#body *"
    BLANK = True  # its lines and its body cover it
    VIEW: ClassVar[str] = ""
    """Its name among the commands."""
    IN_VIEW: ClassVar[str] = ""
    """The view that the top line marks; the screen's own name when it is a view."""
    SECTIONS: ClassVar[tuple[str, ...]] = ()
    """The sections of its list; empty where there are none."""
    section = ""
    """The open one."""
    BEFORE_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("{lists.down}/{lists.up}", "row"),)
    """What the key line says before the commands."""

    def __init__(self) -> None:
        super().__init__()
        self._know_the_sheets()
        self._wear_size()
        self._stale = True
        self._filter_line: FilterLine | None = None
        self._was_away = False
        self._quit_asked = -QUIT_SECONDS
        self.silent = False
        """Whether the rule of Match Week stands under the top line."""
        self.greeting = ""
        """Said on the status line when the screen first stands."""

    @property
    def season_app(self) -> SeasonApp:
        """The app, as what it is."""
        return cast("SeasonApp", self.app)

    @property
    def state(self) -> SeasonState:
        """The state shown."""
        return self.season_app.state

    @property
    def spell(self) -> Spelling:
        """Puts the keys in force into sentences that name some."""
        return self.season_app.spell

    @property
    def season(self) -> Season:
        """The season shown."""
        return self.state.season

    @property
    def is_view(self) -> bool:
        """True for one of the six views, False for a screen opened over one."""
        return any(name == self.VIEW for name, _ in VIEWS)

    def compose(self) -> ComposeResult:
        """Top line, body, status line, keys; the line of the filter comes when one is typed."""
        yield ViewBar(self.IN_VIEW or self.VIEW)
        with Backdrop(id="body"):
            yield from self.compose_body()
        yield StatusLine()
        yield KeyLine(self.VIEW, self.BEFORE_KEYS)

    def compose_body(self) -> Iterator[Widget]:
        """The widgets between the lines."""
        raise NotImplementedError

    def show_state(self, state: SeasonState) -> None:
        """Bring the body up to date; called with every change while the screen is seen."""
        raise NotImplementedError

    def filter_changed(self, text: str) -> None:
        """Show only what matches; views that can be filtered override it."""

    def on_mount(self) -> None:
        """Show the season from the first paint on; what a subclass does on mounting, Textual has done before."""
        self.state_changed(self.state)
        if self.greeting:
            self.say(self.greeting)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Catch up with what changed while another screen was in front."""
        if not self._was_away:
            event.refresh_styles = False  # everything on a new screen was styled this moment
        self._was_away = False
        self._show_standing()
        if self._stale:
            self.state_changed(self.state)
        self.call_later(self.season_app.show_now)

    def on_screen_suspend(self) -> None:
        """From now on styles may change unseen."""
        self._was_away = True

    def _show_standing(self) -> None:
        app = self.season_app
        for line in self.query(StatusLine):
            line.trouble = app.unsaved
            line.standing = self.spell(READS_ONLY) if app.mark == READ_ONLY else ""

    def _compositor_refresh(self) -> None:
        """Draw, unless the app is still beginning: Textual draws once for nobody then, and all of it again after."""
        if self.season_app.has_begun:
            super()._compositor_refresh()

    def state_changed(self, state: SeasonState) -> None:
        """Take in a new state, now if the screen is seen, else when it is seen again."""
        if not self.is_mounted or not self.is_current:
            self._stale = True
            if self.is_mounted and self.app.screen is not self:
                return
        self._stale = False
        self.query_one(ViewBar).facts = self.season_app.bar_facts()
        if self.silent or soap_silence(state.season, state.now) is not None:
            from tui.match_week import show_silence  # one week of the year

            show_silence(self, state)
        self.show_state(state)

    def follow(self, record_ids: frozenset[str]) -> None:
        """Put the cursor on one of these records; used when undo changed something out of sight."""

    def whereabouts(self) -> Whereabouts:
        """Where the person is here, to be taken up at the next start."""
        text = self._filter_line.text if self._filter_line else ""
        return Whereabouts(self.VIEW, self.section, self.row_here(), text)

    def take_up(self, where: Whereabouts) -> None:
        """Go on where the person left; what is no longer there is passed over."""
        if where.section in self.SECTIONS and where.section != self.section:
            self.open_section(where.section, where.row)
        if where.filter:
            self.filter_line.put(where.filter)
            self.filter_changed(where.filter)  # before the row, which may be found in what is left alone
        if where.row:
            self.call_after_refresh(self.go_to_row, where.row)

    def open_section(self, name: str, key: str = "") -> None:
        """Go to that section, to that record; screens with sections override it."""

    def row_here(self) -> str:
        """What the cursor is on, by the name it keeps from one run to the next; views with rows override it."""
        return ""

    def go_to_row(self, key: str) -> None:
        """Put the cursor there, if it is there; views with rows override it."""

    def settle(self) -> None:
        """Hand in whatever was typed here and is not part of the season yet."""

    def say(self, words: str, hint: str = "") -> None:
        """Show words on the status line, and the key that answers them; a screen just opened or closed has none."""
        if self._stale and self.is_current:
            self.state_changed(self.state)  # a screen that comes back to the front would talk over these words
        for line in self.query(StatusLine):
            line.words, line.hint = words, hint

    def copy(self, text: str, what: str) -> None:
        """Put that text on the clipboard and say where it went."""
        from store.places import state_folder
        from tui.clipboard import copy

        self.say(f"{copy(text, self.app.copy_to_clipboard, state_folder())}   {what}")

    def saved(self, words: str, trouble: str) -> None:
        """Show whether everything is on disk."""
        for line in self.query(StatusLine):  # none once the screen is being closed: a save may end meanwhile
            line.saved, line.trouble = words, trouble
        self._show_standing()

    @property
    def filter_line(self) -> FilterLine:
        """Where a filter is typed, made for the first one."""
        if self._filter_line is None:
            from tui.widgets.filter_line import FilterLine

            self._filter_line = FilterLine()
            self.mount(self._filter_line, before=self.query_one(StatusLine))
        return self._filter_line

    @property
    def filter_typed(self) -> bool:
        """True while a filter is being typed."""
        return self._filter_line is not None and self._filter_line.is_open

    def action_filter(self) -> None:
        """Open the filter line, and say how a filter is written while it is empty."""
        self.filter_line.open(self.row_here())
        if not self.filter_line.text:
            self._tell_filters()

    def _tell_filters(self) -> None:
        from store.filters import FILTER_HELP

        self.say(FILTER_HELP)

    @work
    async def action_saved_filters(self) -> None:
        """Apply a saved filter, save the one in force, or remove one."""
        from tui.asking.saved_filters import ask_filter

        text = await ask_filter(self.season_app, self.filter_line.text)
        if text is not None:
            self.filter_line.put(text)

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Narrow the view while the filter is typed; an empty line or a lone `?` tells how that is done."""
        event.stop()
        asked = event.asks_how and self.filter_typed
        self.filter_changed("" if asked else event.text)
        self.go_to_row(event.row)
        if asked:
            self._tell_filters()

    def on_filter_line_closed(self, event: FilterLine.Closed) -> None:
        """Give the keys back to the body."""
        event.stop()
        self.filter_changed(event.text)
        self.go_to_row(event.row)
        self.focus_body()

    def focus_body(self) -> None:
        """Put the focus where the plain letters act."""
        for widget in self.query_one("#body").query("*"):
            if widget.focusable:
                widget.focus()
                return

    def step_back(self) -> bool:
        """Undo one level of narrowing inside the body; True when there was one."""
        return False

    def action_back(self) -> None:
        """One level back; a view without one clears what is told over it, else says how to leave."""
        if self.filter_typed:
            self.filter_line.clear()
        elif self.step_back():
            return
        elif self._filter_line is not None and self._filter_line.text:
            self._filter_line.clear()
        elif self.is_view and self.season_app.told_now:
            self.app.clear_notifications()
        elif self.is_view:
            self.say(self.spell(NO_WAY_BACK))
        else:
            self.action_close_screen()

    def action_close_screen(self) -> None:
        """Back to the screen below."""
        self.dismiss()

    def action_close(self) -> None:
        """Close this screen; at a view, leave at the second press."""
        if not self.is_view:
            self.action_close_screen()
            return
        now = monotonic()
        if self.season_app.settings.quit_once or now - self._quit_asked < QUIT_SECONDS:
            self.season_app.action_quit_now()
            return
        self._quit_asked = now
        self.say(self.spell("Press {screen.close} once more to leave. Everything is kept."))
