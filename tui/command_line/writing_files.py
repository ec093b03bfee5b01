"""Files that a command writes where `--out` says."""

from __future__ import annotations

from pathlib import Path

from store.file_names import safe_file_name
from store.typed_path import is_folder, typed_path
from tui.command_line.speaking import words


def place_for(out: str, proposed: str) -> Path:
    """Where a file goes: into the folder that was typed, by the proposed name, else under the typed name made safe.

    Raises RuleBroken for what can be no path on this machine.
    """
    path = typed_path(out)
    return path / safe_file_name(proposed) if is_folder(path) else path.with_name(safe_file_name(path.name))


def write_out(
    out: str, proposed: str, content: bytes, *, season: Path, over: bool = False, may_force: bool = False
) -> Path:
    """Write a file that only its owner may read, say where, and give the place.

    `season` is the season file, whose own places are refused; `may_force` says that the command has a `--force`.
    Raises RuleBroken where something stands already and `over` is not set, FileTrouble when it cannot be written.
    """
    from store.exchange.archive import hand_out

    path = place_for(out, proposed)
    other = "Choose another name, or add --force." if may_force else "Choose another name."
    hand_out(path, content, season=season, over=over, other=other)
    words(f"Written to {path}; only you can read it.")
    return path
