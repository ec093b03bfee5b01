"""The whole season written as a folder that needs no program to be read."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from shlex import quote

from store.disk import Disk
from store.errors import RuleBroken
from store.numbers import counted
from store.own_places import refuse_own_place
from store.typed_path import is_folder, typed_path
from tui.command_line.desk import looking
from tui.command_line.how_far import HowFar
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, words
from tui.command_line.stopping import UNWRITTEN, held_back, stoppable


def archive(options: Namespace) -> int:
    """Write the season into a new folder that only its owner may enter; one that holds something is refused."""
    with stoppable(UNWRITTEN):
        return _archived(options)


def _archived(options: Namespace) -> int:
    from store.exchange.archive_folder import archive_files, archive_size
    from store.exchange.folder_writing import refuse_what_is_there

    with looking(options) as desk:
        season, tables, now, place = desk.season, desk.file.tables, desk.now, desk.file.place
        own = desk.file.path
    name = f"prematch-{now.day}"
    path = typed_path(options.out or name).absolute()
    refuse_own_place(path, own)
    try:
        refuse_what_is_there(path, Disk())
    except RuleBroken as refused:
        other = path / name if options.out and is_folder(path) else path.with_name(f"{path.name}-2")
        raise RuleBroken(f"{refused} For instance: `prematch archive --out {quote(str(other))}`") from refused
    files = archive_files(season, tables, now=now, place=place)
    count = _written(path, files, archive_size(season))
    words(f"Written to {path}: {counted(count, 'file')} that only you can read. Begin with index.md.")
    if options.json:
        as_json({"path": str(path), "files": count})
    return DONE


def _written(path: Path, files: Iterable[tuple[str, bytes]], total: int) -> int:
    """How many files were written; ctrl+c is heeded between two of them, and then none is left."""
    from store.exchange.folder_writing import write_folder

    with held_back() as asked, HowFar("Writing", total, "file") as how_far:

        def written(count: int) -> None:
            how_far(count)
            asked.heed(UNWRITTEN)

        return write_folder(path, files, written=written)
