"""A disk that runs full in earnest: a small file system where one may be mounted, and a limit of the system always.

.venv/bin/python -m tests.prove_full_disk
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
SAID = re.compile(r"saved (\d+) refused (\d+) wrong (\d+)")
SMALL = "mount -t tmpfs -o size=256k tmpfs {folder} && exec {python} -m tests.full_disk_writer {folder}"


class Found(NamedTuple):
    """How filling a disk went."""

    saved: int
    refused: int
    wrong: int


def on_small_disk(folder: Path) -> Found | None:
    """In a name space of its own, on a file system of 256 kB; None where the system lets nobody mount one."""
    script = SMALL.format(folder=folder, python=sys.executable)
    return _ran(("unshare", "--map-root-user", "--mount", "sh", "-c", script))


def under_limit(folder: Path) -> Found | None:
    """On the disk there is, where the system refuses files of more than 100 kB."""
    return _ran((sys.executable, "-m", "tests.full_disk_writer", str(folder), "--largest", "100000"))


def _ran(command: tuple[str, ...]) -> Found | None:
    try:
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    found = SAID.search(ended.stdout)
    return Found(*map(int, found.groups())) if found else None


def main() -> None:
    """Prove and print."""
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    print("| disk | saved | refused | violations |\n| --- | --- | --- | --- |")
    wrong = 0
    for words, fill in (("256 kB, mounted", on_small_disk), ("files of 100 kB at most", under_limit)):
        with tempfile.TemporaryDirectory() as folder:
            found = fill(Path(folder))
        print(
            f"| {words} | {f'{found.saved} | {found.refused} | {found.wrong}' if found else 'not allowed here | |'} |"
        )
        wrong += found.wrong if found else 0
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
