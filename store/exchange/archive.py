"""A whole season handed out: as JSON that holds everything and opens as a season file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from store.disk import Disk
from store.encoded_tables import whole_file
from store.errors import RuleBroken
from store.own_places import refuse_no_file, refuse_own_place
from store.plain_values import Tables
from store.safe_write import write_whole
from store.typed_path import is_folder, is_there


def as_json(tables: Tables, place: Mapping[str, int] | None = None) -> bytes:
    """Those tables as a file of the present format; raises FileTrouble for values that JSON does not carry.

    `place` is where the season stood among its steps, so that the file can be brought in as a copy later.
    """
    return b"".join(whole_file(tables, place or {"revision": 1}))


def hand_out(
    path: Path,
    content: bytes,
    *,
    season: Path | None = None,
    over: bool = False,
    other: str = "Choose another name.",
    disk: Disk | None = None,
) -> None:
    """Write a file that only its owner may read, whole or not at all.

    `other` is what is advised where one is there already.
    Raises RuleBroken when there is one and `over` is not set, when that place belongs to the file of the `season`
    or holds no ordinary file, and FileTrouble when it cannot be written.
    """
    if is_folder(path):
        raise RuleBroken(f"{path} is a folder. Nothing was written; name a file in it.")
    if season is not None:
        refuse_own_place(path, season)
    refuse_no_file(path)
    if not over and is_there(path):
        raise RuleBroken(f"{path} is there already, so nothing was written. {other}")
    write_whole(disk or Disk(), path, (content,))
