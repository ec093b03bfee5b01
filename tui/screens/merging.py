"""Another copy of the season before it is brought in: what comes, and both sides of what conflicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.errors import RuleBroken, SeasonError
from store.merging.ground import OtherCopy
from store.merging.merge import bring_in, kept_unsure, merge_with, new_promise_conflicts, strangers
from store.merging.sides import Side
from store.merging.words import aside, count_words
from store.typed_path import is_folder, pasted_path
from tui import commands
from tui.merge_rows import Page, columns, in_full, page_of, rows
from tui.requests import Change
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.confirm import Confirm
from tui.screens.listing import Listing
from tui.shown import plain
from tui.spelling import UNDO
from tui.state import SeasonState
from tui.widgets.head_line import counted
from tui.widgets.row_table import RowTable

SHORT = 7
"""Lines under the table until it is known how many there are."""
UNKNOWN = (
    "Where the two parted is not known: the .history folder beside the other copy is missing or shares no step. "
    "Nothing is taken out; what stands in one copy alone is kept."
)


class MergeScreen(Listing):
    """Asks for a file, shows both copies side by side, brings the other one in with one key."""

    VIEW = commands.MERGE
    IN_VIEW = commands.SEASON
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.MERGE)]
    BEFORE_KEYS = (("{lists.down}/{lists.up}", "line"),)

    def __init__(self, proposed: Path | None = None) -> None:
        """`proposed` stands in the question for the file from the first."""
        super().__init__()
        self._proposed = str(proposed or "")
        self._other: OtherCopy | None = None
        self._page: Page | None = None
        self._apart: frozenset[str] = frozenset()
        self._path: Path | None = None
        self._reading = False

    def compose_body(self) -> Iterator[Widget]:
        """The counts, both sides line by line, and the line under the cursor in full."""
        yield Static("", id="merge-head", markup=False)
        yield RowTable(ascii_only=self.season_app.settings.ascii_only)
        yield Static("", id="merge-about", markup=False)

    def on_mount(self) -> None:
        """Ask for the file at once."""
        super().on_mount()
        if self.season_app.outside:
            self.season_app.outside.comparing()
        self.action_other()

    # What is shown

    def show_state(self, state: SeasonState) -> None:
        """Compare anew: the season here may have changed."""
        if self._other is None:
            return
        merge = merge_with(state.season, self._other, apart=self._apart)
        self._page = page_of(merge, self._page.choices if self._page else {}, state.now)
        self.query_one("#merge-head", Static).update(self._head(self._page))
        self._show_rows(self._page)

    def _show_rows(self, page: Page) -> None:
        width = self.app.size.width
        self.table.show(columns(width), tuple(rows(page, width)), empty="Nothing comes from this copy.")
        self._show_about()

    def _head(self, page: Page) -> Content:
        merge = page.merge
        lines = [plain(merge.other.name).stylize("bold") + f"   {count_words(page.here)}"]
        if self._stands_here:
            lines.append(Content(self.spell("Everything in it stands here already.  {screen.back} goes back.")))
        else:
            questions = f"{counted(len(merge.asked), 'place')} to settle.  " if merge.asked else ""
            keys = self.spell("{merge.accept} brings all in, {screen.back} nothing; {everywhere.undo} takes it back.")
            lines.append(Content(f"{questions}{keys}"))
        if merge.other.notice:
            lines.append(plain(merge.other.notice))
        if not merge.other.ground.known:
            lines.append(Content.styled(f"{UNKNOWN} ({counted(kept_unsure(merge), 'record')})", "bold $late"))
        return Content("\n").join(lines)

    @property
    def _stands_here(self) -> bool:
        """True when the copy has nothing that is not in the season."""
        page = self._page
        return page is not None and page.season is page.merge.mine and not page.merge.asked

    def _met(self) -> None:
        if self.season_app.outside and self._path is not None:
            self.season_app.outside.met(self._path)

    def _show_about(self) -> None:
        about = self.query_one("#merge-about", Static)
        height = about.size.height or SHORT
        room = self.app.size.width - 2
        lines = in_full(self._page, self.table.key, room, height, self.spell) if self._page else ()
        title, rest = lines[:1], lines[1:]
        shown = [*(plain(line).stylize("$foreground") for line in title), *(plain(line) for line in rest)]
        about.update(Content("\n").join(shown), layout=False)

    @on(RowTable.Moved)
    def moved(self) -> None:
        """Show the line in full."""
        self._show_about()

    def on_resize(self) -> None:
        """The columns follow the width."""
        if self.is_mounted and self._page is not None:
            self._show_rows(self._page)
            self.call_after_refresh(self._show_about)

    # Keys

    def action_full(self) -> None:
        """More room for both sides, or for the lines again."""
        self.query_one("#merge-about").toggle_class("-full")
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        self._show_about()
        self.table.refresh()  # it has scrolled to its cursor, with fewer lines around it

    def action_other(self) -> None:
        """Ask for a file, unless one is being read."""
        if self._reading:
            self.say("The copy is being read; one moment.")
        else:
            self._ask()

    @work
    async def _ask(self) -> None:
        path = await self.app.push_screen_wait(
            Ask(
                "Another copy of this season",
                "File",
                self._proposed,
                understand=understand_copy,
                help="its path, such as /media/stick/season.json; it is only read",
                limit=4096,
            )
        )
        other = await self._read(path) if path is not None else None
        if other is not None:
            self._other, self._page, self._apart = other, None, frozenset()
            if self.season_app.outside:
                self.season_app.outside.comparing(path)
            self._path = path
            self.show_state(self.state)
            self.table.top()
            if self._stands_here:
                self._met()
        elif self._other is None:
            self.action_close_screen()

    async def _read(self, path: Path) -> OtherCopy | None:
        """The copy at that path, once it is sure that it speaks of the same applicant; trouble is told."""
        self._reading = True
        try:
            other = await self._read_beside(path)
        except SeasonError as trouble:
            self.season_app.tell(str(trouble), severity="warning")
            return None
        finally:
            self._reading = False
        if other is None:
            return None
        if strangers(self.season, other):
            here, there = self.season.profile.name, other.season.profile.name
            question = f"That is the season of {there}, this one of {here}. Are both you?"
            if not await self.app.push_screen_wait(Confirm(question, "Two people's seasons are best kept apart.")):
                return None
        return other

    async def _read_beside(self, path: Path) -> OtherCopy | None:
        """The copy, read beside the screen; None when the person would not wait for it."""
        from tui.long_work import Underway, carried_out

        underway = Underway("Another copy of this season", 0, f"reading {path.name}")
        app = self.season_app
        return await carried_out(app, underway, lambda told: app.read_copy(path), only_reads=True)

    def action_mine(self) -> None:
        """Keep what stands here, or take both records for one."""
        self._choose(Side.MINE)

    def action_theirs(self) -> None:
        """Take what the other copy says, or keep both records as two."""
        self._choose(Side.THEIRS)

    def _choose(self, side: Side) -> None:
        page, key = self._page, self.table.key
        if page is None:
            return
        if page.conflict(key) is not None:
            self._page = replace(page, choices={**page.choices, key: side})
            self._show_rows(self._page)
        elif page.twin(key) is not None:
            self._apart = self._apart - {key} if side is Side.MINE else self._apart | {key}
            self.show_state(self.state)
        else:
            self.say("Only one copy speaks here, so there is nothing to choose.")

    def action_all_mine(self) -> None:
        """Keep what stands here in every place."""
        self._choose_all(Side.MINE)

    def action_all_theirs(self) -> None:
        """Take what the other copy says in every place."""
        self._choose_all(Side.THEIRS)

    def _choose_all(self, side: Side) -> None:
        if self._page is not None:
            self._page = replace(self._page, choices=dict.fromkeys((one.key for one in self._page.merge.asked), side))
            self._show_rows(self._page)

    def action_accept(self) -> None:
        """Bring everything in."""
        page, other = self._page, self._other
        if page is None or other is None:
            self.action_other()
            return
        before = self.season
        words = f"Merged: season from {other.name}"
        rule = partial(bring_in, other=other, choices=page.choices, apart=self._apart)
        change = Change(words, rule, brought=other.brought, aside=aside(page.merge, page.choices))
        if not self.season_app.change_season(change):
            return
        self._met()
        self.action_close_screen()
        if self.season is before:
            self.season_app.say("Everything in it stood here already; nothing was changed.")
            return
        self.season_app.say(words, self.spell(UNDO))
        for conflict in new_promise_conflicts(page.merge, self.season):
            self.season_app.tell(conflict.message, severity="error")


def understand_copy(text: str) -> tuple[Path, str]:
    """The file at that path, so far only looked at; raises RuleBroken when none can be there."""
    path = pasted_path(text)
    try:
        if is_folder(path):
            raise RuleBroken("That is a folder. Go on typing to the file in it.")
        size = path.stat().st_size
    except (OSError, ValueError):
        raise RuleBroken("There is no such file yet. Go on typing.") from None
    return path, f"{max(1, size // 1000):,} kB"
