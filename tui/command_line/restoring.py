"""A backup brought back: what would differ is shown first, and one undo takes it back."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from store.backup_reading import contents_in_words
from store.backups import Reason, backup_named
from store.dates import show_moment
from store.differences import Difference, Way, differences, in_numbers
from store.disk import Disk
from store.errors import Damaged, FileTrouble, Unclear
from store.found_season import Found, found_at
from store.moments import Moment
from store.repairing import bring_back
from store.rules.restoring import restore as restored
from store.season_file import SeasonFile, backups_beside
from store.typed_path import typed_path
from store.whole_number import whole_number
from tui.command_line.backing_up import home_of
from tui.command_line.desk import Desk, holding, season_path_of
from tui.command_line.hearing import may_go_on
from tui.command_line.running import DONE, REFUSED
from tui.command_line.speaking import as_json, words

MOST_NAMED = 12
"""Records named for each way in which the seasons differ; the rest is counted."""


def restore(options: Namespace) -> int:
    """Bring a backup back over the present season, or into the place of one that cannot be opened."""
    source = _source(options)
    found = _readable(source)
    try:
        SeasonFile.open(season_path_of(options), read_only=True).close()
    except Damaged as damage:
        return _in_place(options, source, found, damage)
    with holding(options) as desk:
        return _over_present(desk, source, found)


def _over_present(desk: Desk, source: Path, found: Found) -> int:
    season = restored(desk.season, now=desk.now, backup=found.written.season)
    differing = differences(desk.season, season, now=desk.now)
    label = f"Restored: {name_of(source, desk.now)}"
    if not differing:
        words("Nothing would change: the season is the same as in that backup.")
        _as_json(desk.options, False, source, differing)
        return DONE
    for line in preview_lines(differing):
        words(line)
    if not may_go_on(desk.options, "Bring it back?", to="do it"):
        _as_json(desk.options, False, source, differing)
        return REFUSED
    try:
        desk.file.back_up(Reason.RESTORE, desk.now)
    except FileTrouble as trouble:  # the undo step still leads back
        words(str(trouble))
    desk.change(label, season, said=label)
    _as_json(desk.options, True, source, differing)
    return DONE


def _in_place(options: Namespace, source: Path, found: Found, damage: Damaged) -> int:
    home = home_of(options)
    words(str(damage))
    words(f"In {name_of(source, home)}: {contents_in_words(found.written.season)}.")
    question = "Put it in the place of the season file? What is there now is kept under another name."
    if not may_go_on(options, question, to="do it"):
        _as_json(options, False, source, ())
        return REFUSED
    path = backups_beside(season_path_of(options)).path
    done = bring_back(path, source, now=home)
    words("It is in its place.")
    for line in after_bringing_back(done.aside, done.later_steps):
        words(line)
    _as_json(options, True, source, ())
    return DONE


def preview_lines(differing: Sequence[Difference]) -> list[str]:
    """What would differ: counted, then named."""
    lines = []
    for way, how_many in zip(_ways(differing), in_numbers(differing), strict=True):
        names = [one.name for one in differing if one.way is way]
        lines += [f"{how_many[:1].upper()}{how_many[1:]}:", *(f"  {name}" for name in names[:MOST_NAMED])]
        if len(names) > MOST_NAMED:
            lines.append(f"  and {len(names) - MOST_NAMED:,} more")
    return lines


def after_bringing_back(aside: Path | None, later: int, redo: str = "`prematch redo`") -> list[str]:
    """What to know once a backup stands where a damaged or missing file was."""
    lines = [f"The damaged file is kept as “{aside}”."] if aside else []
    if later:
        steps = "1 later change waits" if later == 1 else f"{later:,} later changes wait"
        again = "it again" if later == 1 else "them again, one at a time"
        lines.append(f"{steps} in the undo history: {redo} does {again}.")
    return lines


def name_of(source: Path, home: Moment) -> str:
    """What that file is called in words: the moment of a backup, else its name."""
    backup = backup_named(source)
    made = Moment(backup.made, home.zone) if backup else None
    return f"the backup of {show_moment(made)}" if made else f"“{source.name}”"


def _ways(differing: Sequence[Difference]) -> list[Way]:
    return [way for way in Way if any(one.way is way for one in differing)]


def _source(options: Namespace) -> Path:
    which = options.which.strip()
    number = whole_number(which)
    if number is None:
        return typed_path(which)
    listed = backups_beside(season_path_of(options)).listed()
    if not 0 < number <= len(listed):
        raise Unclear(f"There is no backup {number}. `prematch backups` lists the {len(listed)} there are.")
    return listed[number - 1].path


def _readable(source: Path) -> Found:
    try:
        return found_at(source, Disk())
    except Damaged as damage:  # of the backup, not of the season that a doctor would look at
        raise FileTrouble(f"{damage} Nothing was changed; `prematch backups` lists those that can be read.") from damage


def _as_json(options: Namespace, done: bool, source: Path, differing: Sequence[Difference]) -> None:
    if options.json:
        named = [{"way": one.way.value, "table": one.table, "id": one.id, "name": one.name} for one in differing]
        as_json({"restored": done, "from": str(source), "changes": named})
