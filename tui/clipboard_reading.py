"""What lies on the clipboard, asked of the system's own command; a terminal does not hand it out by itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from shutil import which

from store.errors import FileTrouble

SECONDS = 3.0
"""How long a clipboard command may take."""
INSTEAD = "Choose p and paste it with your terminal's own key."


def commands_for(environment: Mapping[str, str], platform: str = sys.platform) -> tuple[tuple[str, ...], ...]:
    """The commands that could read the clipboard here, best first.

    Over SSH, pbpaste would read the clipboard of the far machine, so it is left out there.
    """
    far = bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    if platform == "darwin":
        return () if far else (("pbpaste",),)
    found: list[tuple[str, ...]] = []
    if environment.get("WAYLAND_DISPLAY"):
        found.append(("wl-paste", "--no-newline"))
    if environment.get("DISPLAY"):
        found.append(("xclip", "-selection", "clipboard", "-out"))
    if environment.get("WSL_DISTRO_NAME") or environment.get("WSL_INTEROP"):
        found.append(("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard"))
    return tuple(found)


def clipboard_bytes(environment: Mapping[str, str] | None = None, platform: str = sys.platform) -> bytes:
    """What was copied; raises FileTrouble, saying what to do instead, when nothing can read it or nothing is there."""
    environment = os.environ if environment is None else environment
    asked = ""
    for command in commands_for(environment, platform):
        program = which(command[0], path=environment.get("PATH"))
        if program is None:
            continue
        asked = command[0]
        content = _said_by((program, *command[1:]), environment)
        if content.strip():
            return content
    if asked:
        raise FileTrouble(f"{asked} found no text on the clipboard. {INSTEAD}")
    raise FileTrouble(f"No program that reads the clipboard is on this machine. {INSTEAD}")


def _said_by(command: tuple[str, ...], environment: Mapping[str, str]) -> bytes:
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            env=dict(environment),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""
