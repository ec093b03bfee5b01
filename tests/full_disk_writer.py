"""Lets a season grow in a folder until there is no room, then shrink again; says on one line what was found."""

from __future__ import annotations

import argparse
import resource
import signal
import sys
from pathlib import Path

from store.errors import FileTrouble
from store.season_file import SeasonFile
from tests.operations import FULL, begin, body, change


def fill(folder: Path, most: int = 200) -> str:
    """How often a save went through and was refused, and what was wrong; `wrong 0` when nothing was."""
    path, saved, refused, wrong = folder / "season.json", 0, 0, 0
    with SeasonFile.open(path) as file:
        begin(file)
        held = FULL
        for size in [*range(1, most), 5]:
            try:
                change("grows", body("word " * 400 * size))(file)
                saved += 1
                held = file.season
            except FileTrouble as trouble:
                refused += 1
                wrong += not any(words in str(trouble) for words in ("disk is full", "too large", "used up"))
            wrong += file.season != held or _found(path) != held
            if refused > 3 and size > 5:
                break
        change("shrinks", body("short"))(file)
        wrong += _found(path) != file.season
    wrong += sum(1 for each in folder.rglob("*.tmp-*") if each.is_file())
    return f"saved {saved} refused {refused} wrong {wrong}"


def _found(path: Path) -> object:
    try:
        with SeasonFile.open(path, read_only=True) as file:
            return file.season
    except FileTrouble as trouble:
        return str(trouble)


def main() -> None:
    """Fill and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--largest", type=int, default=0, metavar="BYTES", help="let the system refuse larger files")
    options = parser.parse_args()
    if options.largest:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (options.largest, options.largest))
    sys.stdout.write(f"{fill(options.folder)}\n")


if __name__ == "__main__":
    main()
