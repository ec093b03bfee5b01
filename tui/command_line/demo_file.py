"""The demo season in a file."""

from __future__ import annotations

from argparse import Namespace
from shlex import quote

from store.demo.demo_season import demo_season
from store.demo.people import HOME_ZONE
from store.errors import RuleBroken, Unclear
from store.own_places import refuse_own_place
from store.records import Profile
from store.season_file import SeasonFile
from store.typed_path import is_there, typed_path
from tui.clock import the_clock
from tui.command_line.desk import season_path_of
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, words


def write_demo(options: Namespace) -> int:
    """Write the demo season to a new file."""
    if not options.out:
        raise Unclear("Say where to with --out FILE, or run `prematch demo` in a terminal.")
    path = typed_path(options.out)
    if is_there(path):
        raise RuleBroken(f"{path} is there already; nothing is written over it.")
    if path != (season := season_path_of(options)):
        refuse_own_place(path, season)
    now = the_clock(now=options.now, home=options.home)(Profile(home_zone=HOME_ZONE))
    with SeasonFile.open(path) as file:
        file.clock = lambda: now
        file.save(demo_season(now))
    words(f"A demo season is in {path}. `prematch --file {quote(str(path))}` opens it.")
    if options.json:
        as_json({"path": str(path)})
    return DONE
