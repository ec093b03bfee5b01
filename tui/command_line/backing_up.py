"""Backups from the command line: made now, and listed with what is in them."""

from __future__ import annotations

from argparse import Namespace

from store.backup_reading import Examined, examined, held_in_words, kept_profile
from store.backups import Reason
from store.dates import show_moment
from store.disk import Disk
from store.errors import FileHeld, FileTrouble, RuleBroken
from store.folders_beside import BACKUPS, folder_trouble
from store.moments import Moment
from store.season_file import SeasonFile, backups_beside
from tui.clock import the_clock
from tui.command_line.desk import holding, looking, season_path_of
from tui.command_line.running import DONE, FOUND
from tui.command_line.speaking import as_json, data, is_plain, moment_values, words


def back_up(options: Namespace) -> int:
    """Keep a copy of the season as it is now."""
    try:
        with holding(options) as desk:
            if not desk.file.path.exists():
                raise RuleBroken("There is no season file yet, so there is nothing to back up.")
            made = desk.file.back_up(Reason.ASKED, desk.now)
    except FileHeld:  # what is on disk is whole at any moment, and copying it changes nothing
        with looking(options) as desk:
            made = desk.file.backups.keep(Reason.ASKED, desk.now)
    newest = made or desk.file.backups.listed()[0]
    words(f"Kept: {newest.path}" if made else f"Nothing has changed since the newest backup: {newest.path}")
    if options.json:
        as_json({"made": made is not None, "path": str(newest.path)})
    return DONE


def list_backups(options: Namespace) -> int:
    """Print every backup, newest first; 1 when some of them cannot be read."""
    home = home_of(options)
    backups = backups_beside(season_path_of(options))
    if trouble := folder_trouble(backups.folder, BACKUPS, Disk()):
        words(trouble)
    found = list(examined(backups.listed(), Disk()))
    broken = any(one.held is None for one in found)
    if options.json:
        as_json({"backups": [backup_values(one, home) for one in found]})
        return FOUND if broken or trouble else DONE
    for one in found:
        data(_plain_line(one, home) if is_plain(options) else _line(one, home))
    if found:
        words("`prematch restore 1` shows what bringing the newest one back would change, and asks.")
    elif not trouble:
        words(f"There is no backup yet. {_how_to_have_one(options)}")
    return FOUND if broken or trouble else DONE


def _how_to_have_one(options: Namespace) -> str:
    try:
        SeasonFile.open(season_path_of(options), read_only=True).close()
    except FileTrouble:
        return (
            "None can be made of a season that cannot be opened; `prematch restore FILE` brings a copy of yours in its "
            "place."
        )
    return "One is made before the first change of every run; `prematch backup` makes one."


def home_of(options: Namespace) -> Moment:
    """The present moment at home; a backup says where that is when the season itself cannot be read."""
    clock = the_clock(now=options.now, home=options.home)
    path = season_path_of(options)
    try:
        with SeasonFile.open(path, read_only=True) as file:
            return clock(file.season.profile)
    except FileTrouble:
        return clock(kept_profile(backups_beside(path).listed(), Disk()))


def backup_values(one: Examined, home: Moment) -> dict[str, object]:
    """A backup for JSON."""
    changed = one.changed.seen_from(home.zone) if one.changed else None
    return {
        "number": one.number,
        "path": str(one.backup.path),
        **moment_values("made", one.made.seen_from(home.zone)),
        "reason": one.backup.reason.value,
        "programs": one.held.programs if one.held else None,
        "letters": one.held.letters if one.held else None,
        **moment_values("last_change", changed),
        "bytes": one.size,
        "readable": one.held is not None,
        "trouble": one.trouble,
    }


def told(one: Examined, home: Moment) -> str:
    """What is in it: counts, last change and size, or why it cannot be read."""
    if one.held is None:
        return f"cannot be read: {one.trouble}"
    changed = f", last change {show_moment(one.changed.seen_from(home.zone))}" if one.changed else ""
    return f"{held_in_words(one.held)}{changed}, {max(1, one.size // 1000):,} kB"


def made_and_told(one: Examined, home: Moment) -> str:
    """When it was made, and what is in it."""
    return f"{show_moment(one.made.seen_from(home.zone))}: {told(one, home)}"


def _line(one: Examined, home: Moment) -> str:
    return f"{one.number:>3}  {show_moment(one.made.seen_from(home.zone)):<28}  {one.reason:<23}  {told(one, home)}"


def _plain_line(one: Examined, home: Moment) -> str:
    return f"backup {one.number}: {show_moment(one.made.seen_from(home.zone))}, {one.reason}, {told(one, home)}"
