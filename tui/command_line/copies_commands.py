"""The commands that bring in another copy of the season or write one, with their arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands


def declare(commands: Commands) -> None:
    """Add them."""
    merge = commands.add("merge", "merging:merge", "bring in another copy of this season, made apart")
    merge.add_argument("other", metavar="OTHER", help="its file; it is only read")
    side = merge.add_mutually_exclusive_group()
    side.add_argument(
        "--mine", action="store_const", const="mine", dest="side", help="where both differ, keep this one"
    )
    side.add_argument("--theirs", action="store_const", const="theirs", dest="side", help="or take theirs")
    merge.add_argument("--apart", action="store_true", help="what was added in both under one name stays two")
    merge.add_argument("--same-person", action="store_true", help="the other copy is yours, whatever name it carries")
    merge.add_argument("--dry-run", action="store_true", help="only show what would happen")
    export = commands.add("export", "exporting:export", "the season as a table, as data, to read, or as a picture")
    export.add_argument("what", choices=("csv", "json", "md", "svg", "html"), metavar="csv|json|md|svg|html")
    export.add_argument("--out", default="", metavar="FILE", help="a file or a folder; without it, it is printed")
    export.add_argument("--private", action="store_true", help="a picture without names or words of yours")
    export.add_argument("--force", action="store_true", help="write over a file that is there")
    begun = commands.add("new-season", "next_season:new_season", "a new file for next year, from this profile")
    begun.add_argument("out", metavar="FILE", help="a file that is not there yet")
    begun.add_argument("--programs", action="store_true", help="these programs too, as planned, with people and facts")
    archive = commands.add("archive", "archiving:archive", "the whole season as a folder that needs no program")
    archive.add_argument(
        "--out", default="", metavar="FOLDER", help="a new one; else a dated one in the present folder"
    )
