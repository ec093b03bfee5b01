"""Copying text: by the system's own command where there is one, else through the terminal, and always to a file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import which

from store.errors import FileTrouble

FILE_NAME = "last-copy.txt"
SECONDS = 3.0
"""How long a clipboard command may take."""


def commands_for(environment: Mapping[str, str], platform: str = sys.platform) -> tuple[tuple[str, ...], ...]:
    """The clipboard commands that could work here, best first.

    Over SSH, pbcopy would fill the clipboard of the far machine, so it is left out there.
    """
    far = bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    if platform == "darwin":
        return () if far else (("pbcopy",),)
    if platform == "win32":
        return () if far else (("clip.exe",),)
    found: list[tuple[str, ...]] = []
    if environment.get("WAYLAND_DISPLAY"):
        found.append(("wl-copy",))
    if environment.get("DISPLAY"):
        found += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    if environment.get("WSL_DISTRO_NAME") or environment.get("WSL_INTEROP"):
        found.append(("clip.exe",))
    return tuple(found)


def copy(
    text: str,
    through_terminal: Callable[[str], object],
    folder: Path,
    *,
    environment: Mapping[str, str] | None = None,
    platform: str = sys.platform,
) -> str:
    """Copy that text, keep it as `last-copy.txt` in `folder`, and say which way it went.

    `through_terminal` sends an escape code that no terminal confirms; it answers False where there is no terminal.
    """
    environment = os.environ if environment is None else environment
    kept = keep_in_file(text, folder)
    place = f"; also in {from_home(kept)}" if kept else ""
    for command in commands_for(environment, platform):
        if _fed(command, text, environment):
            return f"Copied with {command[0]}{place}"
    if through_terminal(text) is not False:
        return f"Sent to the terminal's clipboard{place}"
    return f"No clipboard took it{place.replace('; also', '; it is')}"


def from_home(path: Path) -> str:
    """That path as people write it, with `~` for the home folder."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def keep_in_file(text: str, folder: Path) -> Path | None:
    """Write that text to the file of the last copy, for its owner only; None when the folder does not let us."""
    from store.disk import Disk
    from store.safe_write import make_folders
    from tui.private_files import write_private

    path = folder / FILE_NAME
    try:
        make_folders(Disk(), folder)
        write_private(path, text.encode(), over=True)
    except (OSError, FileTrouble):
        return None
    return path


def _fed(command: tuple[str, ...], text: str, environment: Mapping[str, str]) -> bool:
    program = which(command[0], path=environment.get("PATH"))
    if program is None:
        return False
    data = text.encode("utf-16" if command[0] == "clip.exe" else "utf-8")
    try:
        done = subprocess.run(
            (program, *command[1:]),
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            env=dict(environment),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
