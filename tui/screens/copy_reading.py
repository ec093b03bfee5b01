"""Asks for another copy of the season and reads it beside the screen; what is to be done with it, subclasses say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from textual import work

from store.errors import RuleBroken, SeasonError
from store.merging.ground import OtherCopy
from store.merging.merge import strangers
from store.typed_path import is_folder, pasted_path
from tui.screens.dialogs.ask import Ask
from tui.screens.dialogs.confirm import Confirm
from tui.screens.listing import Listing

STOPPED = "Stopped. Nothing was changed."
"""Said where the person would not wait for the copy."""


class CopyReading(Listing):
    """A list of what comes from another copy."""

    def __init__(self, proposed: str) -> None:
        """`proposed` stands in the question for the file from the first."""
        super().__init__()
        self.proposed = proposed
        self.is_reading = False
        """True while a copy is read, or compared."""

    def copy_read(self, path: Path, other: OtherCopy) -> None:
        """A copy was read, and it is the same applicant's."""
        raise NotImplementedError

    def no_copy_read(self) -> None:
        """No copy was named, or it could not be read, which was told."""
        raise NotImplementedError

    @contextmanager
    def busy(self) -> Iterator[None]:
        """No key acts on what is shown while another copy takes its place."""
        self.is_reading = True
        try:
            yield
        finally:
            self.is_reading = False

    def action_other(self) -> None:
        """Ask for a file, unless one is being read."""
        if self.is_reading:
            self.say("The copy is being read; one moment.")
        else:
            self._ask()

    @work
    async def _ask(self) -> None:
        path = await self.app.push_screen_wait(
            Ask(
                "Another copy of this season",
                "File",
                self.proposed,
                understand=understand_copy,
                help="its path, such as /media/stick/season.json; it is only read",
                limit=4096,
            )
        )
        other = await self._read(path) if path is not None else None
        if path is not None and other is not None:
            self.copy_read(path, other)
        else:
            self.no_copy_read()

    async def _read(self, path: Path) -> OtherCopy | None:
        """The copy at that path, once it is sure that it speaks of the same applicant; trouble is told."""
        try:
            with self.busy():
                other = await self._read_beside(path)
        except SeasonError as trouble:
            self.season_app.tell(str(trouble), severity="warning")
            return None
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
        from tui.long_work import carried_out
        from tui.underway import Underway

        underway = Underway("Another copy of this season", 0, f"reading {path.name}")
        app = self.season_app
        found = await carried_out(app, underway, lambda told: app.read_copy(path), only_reads=True)
        if found is None:  # said where the person is once the page has closed
            app.call_after_refresh(app.say, STOPPED)
        return found


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
