"""What is late and due today in one short line, for a shell prompt or a status bar."""

from __future__ import annotations

from argparse import Namespace

from store.agenda import Urgency, agenda, urgency
from store.typed_path import is_there
from tui.command_line.desk import Desk, season_path_of
from tui.command_line.running import DONE, FOUND
from tui.command_line.speaking import as_json, data


def show_short(options: Namespace) -> int:
    """Print such as `2 late, 3 today`, nothing at all when there is nothing; 1 when asked for and anything is late.

    A season that is not there yet has nothing due. No lock is taken, and notices about the file are left to
    the other commands. Raises FileTrouble for a file that cannot be read.
    """
    late, today = _counts(options)
    if options.json:
        as_json({"late": late, "today": today})
    elif line := ", ".join(f"{count} {word}" for count, word in ((late, "late"), (today, "today")) if count):
        data(line)
    return FOUND if options.exit_code and late else DONE


def _counts(options: Namespace) -> tuple[int, int]:
    from store.season_file import SeasonFile

    path = season_path_of(options)
    if not is_there(path):
        return 0, 0
    with SeasonFile.open(path, read_only=True) as file:
        desk = Desk(file, options)
        pressing = [urgency(item, desk.now) for item in agenda(desk.season, now=desk.now).open]
    return pressing.count(Urgency.LATE), pressing.count(Urgency.DUE)
