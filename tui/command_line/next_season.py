"""A file for the season after this one, from the profile of this one."""

from __future__ import annotations

from argparse import Namespace
from shlex import quote

from store.errors import RuleBroken
from store.next_season import write_next_season
from store.numbers import counted
from store.own_places import refuse_own_place
from store.typed_path import is_there, typed_path
from tui.command_line.desk import looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, words


def new_season(options: Namespace) -> int:
    """Write the next season to a new file; this one is only read."""
    with looking(options) as desk:
        season, now, own = desk.season, desk.now, desk.file.path
    path = typed_path(options.out).absolute()
    if is_there(path):
        raise RuleBroken(f"{path} is there already, so nothing was written. Choose another name.")
    refuse_own_place(path, own)
    begun = write_next_season(path, season, with_programs=options.programs, now=now)
    brought = counted(len(begun.programs), "program")
    words(
        f"The next season is in {path}, with your profile and {brought}. `prematch --file {quote(str(path))}` opens it."
    )
    words("Its key dates are the ones this version of prematch knows: look through them before you rely on them.")
    if options.json:
        as_json({"path": str(path), "programs": len(begun.programs)})
    return DONE
