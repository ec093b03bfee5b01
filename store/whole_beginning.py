"""A whole season at the beginning of a damaged file, as when a second one or an old tail stands behind it."""

from __future__ import annotations

from json import JSONDecodeError, JSONDecoder
from pathlib import Path

from store.disk import Disk
from store.errors import FileTrouble
from store.file_reading import LARGEST_FILE, Contents, contents_of
from store.found_season import Found
from store.record_json import read_season
from store.upgrades import upgraded


def whole_beginning(path: Path, disk: Disk) -> Found | None:
    """The season that the damaged file at that path begins with; None when it begins with none that is whole."""
    try:
        data, _ = disk.read(path)
        contents = _contents(data, path.name) if len(data) <= LARGEST_FILE else None
        if contents is None:
            return None
        tables = contents.tables
        return Found(read_season(upgraded(tables, contents.format)), tables, contents.meta, contents.as_written)
    except (OSError, FileTrouble):
        return None


def _contents(data: bytes, name: str) -> Contents | None:
    text = data.decode("utf-8", "replace")
    try:
        _, end = JSONDecoder().raw_decode(text)
    except (JSONDecodeError, RecursionError, ValueError):
        return None
    first = text[:end].encode()
    if not data.startswith(first):  # a character in it is broken
        return None
    with_line_end = contents_of(data[: len(first) + 1], name) if data[len(first) :].startswith(b"\n") else None
    return with_line_end if with_line_end and with_line_end.as_written else contents_of(first, name)
