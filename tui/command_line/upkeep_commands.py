"""The commands that take changes and trash back and look after the season file, with their arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands


def declare(commands: Commands) -> None:
    """Add them."""
    commands.add("undo", "upkeep:undo", "take back the last change")
    commands.add("redo", "upkeep:redo", "do again what was taken back")
    history = commands.add("history", "upkeep:history", "the changes that can be taken back")
    history.add_argument(
        "--others", nargs="?", type=int, const=0, metavar="N", help="ways that were left; with N, the N-th as a copy"
    )
    trash = commands.add("trash", "trashing:trash", "what lies in the trash: listed, put there, brought back")
    trash.add_argument("to", nargs="?", default="list", metavar="list|put|back", choices=("list", "put", "back"))
    trash.add_argument(
        "records", nargs="*", metavar="RECORD", help="a program by name or a message by id; for back also its subject"
    )
    commands.add("backup", "backing_up:back_up", "keep a copy of the season as it is now")
    commands.add("backups", "backing_up:list_backups", "the copies that were kept, newest first")
    restore = commands.add("restore", "restoring:restore", "bring a backup back, after showing what would differ")
    restore.add_argument("which", metavar="N|FILE", help="its number in `prematch backups`, or a file")
    restore.add_argument("--yes", action="store_true", help="do it without asking")
    doctor = commands.add("doctor", "doctor:look_after", "whether the season file is well, and what would help")
    doctor.add_argument("--repair", action="store_true", help="do what would help")
    path = commands.add("path", "upkeep:path", "where prematch keeps its files")
    path.add_argument("what", nargs="?", default="data", choices=("data", "config", "backups", "templates"))
