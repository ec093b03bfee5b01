"""What the app does with copies of the season: back up, write one elsewhere or as a folder, begin next year, merge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.season_holder import SAVE_SECONDS, SeasonHolder

if TYPE_CHECKING:
    from pathlib import Path

    from store.merging.ground import OtherCopy


class CopiesOfTheSeason(SeasonHolder):
    """Holds the season, and writes and reads copies of it beside."""

    def action_back_up(self) -> None:
        """Keep a copy of the season as it is now."""
        from tui.keeping_copies import back_up_now

        back_up_now(self)

    def action_keep_copy(self) -> None:
        """Ask for another place and write the season there too."""
        from tui.copying_elsewhere import keep_copy

        self.run_worker(keep_copy(self), name="keep a copy", group="keep a copy", exclusive=True)

    def action_archive(self) -> None:
        """Ask for a new folder and write the whole season into it, to be read without this program."""
        from tui.archiving import archive

        self.run_worker(archive(self), name="archive", group="archive", exclusive=True)

    def action_next_year(self) -> None:
        """Ask for a new file and begin the season after this one in it."""
        from tui.next_year import begin_next_year

        self.run_worker(begin_next_year(self), name="next year", group="next year", exclusive=True)

    def action_bring_in(self) -> None:
        """Bring in another copy of this season; one that waits beside it is proposed."""
        self.bring_in(self.outside.waiting_copy() if self.outside else None)

    def bring_in(self, path: Path | None) -> None:
        """Ask for another copy of this season, with that path in the question already."""
        from tui.screens.merging import MergeScreen

        if not isinstance(self.screen, MergeScreen):
            self.push_screen(MergeScreen(path))

    def read_copy(self, path: Path) -> OtherCopy:
        """The copy at that path beside this season; waits for the last save, so it is for a thread of its own.

        Raises SeasonError when it cannot be read or is no other copy.
        """
        from store.merging.copies import read_copy

        self.saver.wait(SAVE_SECONDS)
        return read_copy(path, self.file)
