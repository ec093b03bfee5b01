"""The sixth view: who applies, the key dates of the season, and where all of it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from store.dates import show_moment_short
from store.key_dates import key_date, next_key_date
from store.moments import Moment
from store.places import config_path, state_folder
from store.step_ways import Entry
from tui import commands
from tui.backup_lines import backup_of
from tui.data_lines import DataFacts, data_section
from tui.key_date_lines import key_date_section
from tui.requests import Change
from tui.screens.calendar_actions import CalendarActions
from tui.screens.match_actions import MatchActions
from tui.season_lines import Section, profile_section
from tui.shown import plain
from tui.state import SeasonState
from tui.widgets.row_table import RowTable
from tui.widgets.section_tabs import SectionTabs, Tab

if TYPE_CHECKING:
    from store.backup_reading import Examined

PROFILE, DATES, DATA, RULES = "Profile", "Key dates", "Data", "Rules"
SECTIONS = (PROFILE, DATES, RULES, DATA)
ONLY_TELLS = "This page only tells.  {season.next-section} goes on to the profile, which can be changed."
NOT_REMOVED = "Nothing to remove here.  {season.edit} changes a line; an empty one says nothing."
LEADS_TO = {"archive": "archive", "settings": "settings", "trash": "show_trash"}
"""Lines of the data that do what a key does everywhere."""


class NamedTab(Tab):
    """A section that is not counted."""

    def words(self, *, short: bool) -> str:
        """Its name alone."""
        return self.name


class ProfileScreen(CalendarActions, MatchActions):
    """The season itself, in four sections."""

    VIEW = commands.SEASON
    DEFAULT_CSS = """
    ProfileScreen #season-about { width: 100%; height: 4; padding: 0 1; color: $muted; border-top: solid $faint; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.SEASON)]
    BEFORE_KEYS = (("{lists.down}/{lists.up}", "line"),)
    SECTIONS = SECTIONS

    class HistoryRead(Message):
        """What was done, and which backups and other copies there are, has been read from disk."""

        def __init__(self, history: tuple[Entry, ...], backups: tuple[Examined, ...], copies: tuple[Path, ...]) -> None:
            self.history = history
            self.backups = backups
            self.copies = copies
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self.section = PROFILE
        """The open section."""
        self._kept: dict[str, str] = {}
        """Where the cursor was in each section."""
        self._history: tuple[Entry, ...] | None = None
        self._backups: tuple[Examined, ...] | None = None
        self._copies: tuple[Path, ...] = ()
        self._shown = Section((), (), {})

    def compose_body(self) -> Iterator[Widget]:
        """Sections, their lines, and the line under the cursor in full."""
        yield SectionTabs()
        yield RowTable(ascii_only=self.season_app.settings.ascii_only)
        yield Static("", id="season-about", markup=False)

    # What is shown

    def show_state(self, state: SeasonState) -> None:
        """Show the open section as it is now."""
        tabs = self.query_one(SectionTabs)
        tabs.tabs, tabs.at = tuple(NamedTab(name, name, 0) for name in SECTIONS), SECTIONS.index(self.section)
        tabs.right = ("nothing leaves this machine",)
        width = self.app.size.width
        if self.section == PROFILE:
            self._shown = profile_section(state, width)
        elif self.section == DATES:
            self._shown = key_date_section(state, width)
        elif self.section == RULES:
            from tui.rule_lines import rules_section

            self._shown = rules_section(state, width)
        else:
            self._shown = data_section(state, self._data_facts(state), width)
        self.table.show(self._shown.columns, self._shown.rows)
        self._show_about()

    def _data_facts(self, state: SeasonState) -> DataFacts:
        path = self.season_app.file.path
        try:
            kept = path.stat()
        except OSError:
            saved = "not yet; the first change makes the file"
        else:
            moment = Moment(datetime.fromtimestamp(kept.st_mtime, UTC), state.now.zone)
            saved = f"{show_moment_short(moment)}, {max(1, kept.st_size // 1000):,} kB"
        return DataFacts(
            str(path), saved, str(config_path()), str(state_folder()), self._history, self._copies, self._backups
        )

    def _show_about(self) -> None:
        full, remark = self._shown.about.get(self.table.key, ("", ""))
        shown = Content("\n").join((plain(full).stylize("$foreground"), plain(remark)))
        block = self.query_one("#season-about", Static)
        if block.content != shown:
            block.update(shown, layout=False)

    @on(RowTable.Moved)
    def moved(self) -> None:
        """Show the line in full."""
        self._show_about()

    def lay_out(self) -> None:
        """The columns follow the width."""
        self.show_state(self.state)

    def saved(self, words: str, trouble: str) -> None:
        """Show whether everything is on disk, and what was done up to now."""
        super().saved(words, trouble)
        if self.section == DATA:
            self._read_history()

    @work(thread=True, exclusive=True, group="history")
    def _read_history(self) -> None:
        from store.backup_reading import examined
        from store.disk import Disk
        from tui.copies_beside import copies_beside

        file = self.season_app.file
        backups = tuple(examined(file.backups.listed(), Disk(), known=self._backups or ()))
        self.post_message(self.HistoryRead(file.history.labels(), backups, copies_beside(file.path, Disk())))

    @on(HistoryRead)
    def history_read(self, event: HistoryRead) -> None:
        """Show what was done, the backups, and the copies that wait."""
        self._history, self._backups, self._copies = event.history, event.backups, event.copies
        if self.section == DATA:
            self.show_state(self.state)

    # Sections

    def open_section(self, name: str, key: str = "") -> None:
        """Go to that section, to that line or where the cursor was in it."""
        self._kept[self.section] = self.table.key
        self.section = name
        self.show_state(self.state)
        if name == DATA:
            self._read_history()
        wanted = key or self._kept.get(name, "") or self._first_key(name)
        if not wanted or not self.table.show_key(wanted):
            self.table.top()
        self._show_about()

    def _first_key(self, name: str) -> str:
        upcoming = next_key_date(self.season, self.state.now) if name == DATES else None
        return upcoming.id if upcoming else ""

    def _section_by(self, step: int) -> None:
        self.open_section(SECTIONS[(SECTIONS.index(self.section) + step) % len(SECTIONS)])

    def action_next_section(self) -> None:
        """The next section, and round again."""
        self._section_by(1)

    def action_previous_section(self) -> None:
        """The section before, and round again."""
        self._section_by(-1)

    @on(SectionTabs.Chosen)
    def section_chosen(self, event: SectionTabs.Chosen) -> None:
        """A section was clicked."""
        self.open_section(SECTIONS[event.at])

    def follow(self, record_ids: frozenset[str]) -> None:
        """Put the cursor on the key date or the rule that was changed."""
        if self.section in (DATES, RULES):
            for record_id in record_ids:
                self.table.show_key(record_id)

    # Keys of this view

    def _make(self, change: Change | None) -> bool:
        return change is not None and self.season_app.change_season(change)

    @on(RowTable.Opened)
    def opened(self) -> None:
        """Change the line that was clicked."""
        self.action_edit()

    @work
    async def action_edit(self) -> None:
        """Change the line under the cursor."""
        from tui.asking import key_dates as asking_dates
        from tui.asking.backups import ask_restore
        from tui.asking.profile_lines import ask_line
        from tui.copies_beside import copy_of

        key = self.table.key
        if self.section == DATA and key in LEADS_TO:
            await self.season_app.run_action(LEADS_TO[key])
        elif self.season_app.refuses_changes():
            return
        elif self.section == DATA and (backup := backup_of(self._backups or (), key)):
            self._make(await ask_restore(self.season_app, backup))
        elif self.section == DATA and (copy := copy_of(key)):
            self.season_app.bring_in(copy)
        elif self.section == DATA:
            self.say(self.spell(ONLY_TELLS))
        elif self.section == DATES:
            changed = await asking_dates.ask_key_date(self.season_app, key_date(self.season, key))
            if changed is not None:
                self._make(asking_dates.kept(changed, new=False))
        elif self.section == RULES:
            from tui.asking.rules import ask_rule

            self._make(await ask_rule(self.season_app, key))
        elif key:
            self._make(await ask_line(self.season_app, key))

    @work
    async def action_edit_profile(self) -> None:
        """Go through the whole profile; every form that is accepted is kept at once."""
        from tui.asking import profile as asking_profile

        if self.section != PROFILE:
            self.open_section(PROFILE)
        for step in range(len(asking_profile.STEPS)):
            if not self._make(await asking_profile.ask_profile_step(self.season_app, step)):
                return

    @work
    async def action_new_key_date(self) -> None:
        """Add a key date and go to it."""
        from tui.asking import key_dates as asking_dates

        added = await asking_dates.ask_key_date(self.season_app)
        if added is not None and self._make(asking_dates.kept(added, new=True)):
            self.open_section(DATES, added.id)

    def action_trash(self) -> None:
        """Take away the applicant's own date, their correction, a later place or news."""
        from tui.asking import key_dates as asking_dates
        from tui.asking.profile_lines import without_line

        key = self.table.key
        if self.section == DATES and key:
            self._make(asking_dates.removed(key_date(self.season, key)))
        elif self.section == PROFILE and (gone := without_line(self.season, key)):
            self._make(gone)
        else:
            self.say(self.spell(NOT_REMOVED))

    @work
    async def action_go(self) -> None:
        """Ask where to go."""
        from tui.screens.dialogs.menu import Choice, Menu

        choices = (
            Choice("g", "top", "top"),
            Choice("G", "bottom", "bottom"),
            Choice("k", "the next key date", "next"),
            *(Choice(name[0].lower() if name != DATES else "a", name.lower(), name) for name in SECTIONS),
        )
        where = await self.app.push_screen_wait(Menu("Go to", choices))
        if where == "top":
            self.table.top()
        elif where == "bottom":
            self.table.bottom()
        elif where == "next":
            self.open_section(DATES, self._first_key(DATES))
        elif where is not None:
            self.open_section(where)
