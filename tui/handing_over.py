"""A message on its way out of the app: to the clipboard, to a mail file, to the mail program, to the record."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from store.errors import FileTrouble, RuleBroken
from store.records import Letter
from store.rules.letters import accept_findings
from store.typed_path import is_folder, is_there, pasted_path
from tui.requests import Change
from tui.screens.season_screen import SeasonScreen

if TYPE_CHECKING:
    from templates.conduct.findings import Finding

Opener = Callable[[str], str]
"""Opens a link outside the app and names what took it; raises FileTrouble when nothing does."""


def still_open(screen: SeasonScreen, letter: Letter) -> tuple[Finding, ...]:
    """What the checks say of that draft now, without the STOPs its writer has gone past already."""
    from templates.conduct.checking import check_letter

    passed = {(one.check, one.words) for one in letter.accepted}
    app = screen.season_app
    found = check_letter(app.state.season, letter, now=app.now())
    return tuple(one for one in found if one.hard or (one.check, one.text) not in passed)


async def copy_letter(screen: SeasonScreen, letter: Letter) -> bool:
    """Put the words of the message on the clipboard; its subject and its readers stay out of them."""
    if not await _past_stops(screen, letter, "Copy it"):
        return False
    name = screen.season.programs_by_id[letter.program_id].name
    screen.copy(f"{letter.body.strip()}\n", f"Message to {name}")
    return True


async def mark_as_sent(screen: SeasonScreen, letter: Letter) -> bool:
    """Ask when it went out and record it."""
    from tui.asking.letters import ask_sent

    change = await ask_sent(screen.season_app, letter, still_open(screen, letter))
    return change is not None and screen.season_app.change_season(change)


async def write_eml(screen: SeasonScreen, letter: Letter) -> bool:
    """Ask for a folder and write the message there as a mail file that only its owner may read."""
    from store.file_names import safe_file_name
    from templates.mail import to_eml
    from tui.screens.dialogs.ask import Ask
    from tui.screens.dialogs.confirm import Confirm

    app = screen.season_app
    if not await _past_stops(screen, letter, "Write it to a file"):
        return False
    folder = await app.push_screen_wait(Ask("A mail file", "Into which folder", str(usual_folder()), a_folder))
    if folder is None:
        return False
    name = screen.season.programs_by_id[letter.program_id].name
    path: Path = folder / safe_file_name(f"{name} {letter.kind.value}.eml")
    there = is_there(path)
    if there and not await app.push_screen_wait(Confirm("Write over the file that is there?", str(path))):
        screen.say("Nothing was written.")
        return False
    try:
        write_private(path, to_eml(screen.season, letter, now=app.now()), over=there)
    except (RuleBroken, FileTrouble) as trouble:
        app.tell(str(trouble), severity="warning")
        return False
    screen.say(f"Written: {path}.  Open it in your mail program, send it, then M marks it as sent.")
    return True


async def open_mail(screen: SeasonScreen, letter: Letter, opener: Opener | None = None) -> bool:
    """Hand the message to the mail program as a link; whether it was sent is for the person to say."""
    from templates.mail import to_mailto

    if not await _past_stops(screen, letter, "Hand it to the mail program"):
        return False
    try:
        taken_by = (opener or open_link)(to_mailto(screen.season, letter))
    except (RuleBroken, FileTrouble) as trouble:
        screen.season_app.tell(str(trouble), severity="warning")
        return False
    screen.say(f"Handed to the mail program by {taken_by}.  Once it has gone out, M marks it as sent.")
    return True


async def _past_stops(screen: SeasonScreen, letter: Letter, what: str) -> bool:
    """True when no STOP is open, or the person goes past those that are; that is kept with the message."""
    from tui.asking.letters import past_stops

    accepted = await past_stops(screen.season_app, still_open(screen, letter), what)
    if accepted is None:
        return False
    if accepted:
        checks = ", ".join(dict.fromkeys(one.check for one in accepted))
        rule = partial(accept_findings, letter_id=letter.id, accepted=accepted)
        return screen.season_app.change_season(Change(f"Read and gone past: {checks}", rule, quiet=True))
    return True


def usual_folder() -> Path:
    """Where files a person asked for are looked for first: Downloads, else the home folder."""
    downloads = Path.home() / "Downloads"
    return downloads if is_folder(downloads) else Path.home()


def a_folder(text: str) -> tuple[Path, str]:
    """That text as a folder that is there; raises RuleBroken when it is not."""
    path = pasted_path(text)
    if not is_folder(path):
        raise RuleBroken(f"There is no folder {path}.")
    return path.resolve(), str(path.resolve())


def write_private(path: Path, content: bytes, *, over: bool = False) -> None:
    """Write a file that only its owner may read; raises FileTrouble when that fails or one is there and `over` is not.

    A file that is written over is replaced in one step, so that it is never half old and half new.
    """
    target = path.with_name(f".{path.name}.{os.getpid()}") if over else path
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as trouble:
        raise _unwritten(path, trouble) from trouble
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        if over:
            target.replace(path)
    except OSError as trouble:
        target.unlink(missing_ok=True)
        raise _unwritten(path, trouble) from trouble


def _unwritten(path: Path, trouble: OSError) -> FileTrouble:
    return FileTrouble(f"{path} cannot be written: {trouble.strerror or trouble}.")


def open_link(link: str, platform: str = sys.platform) -> str:
    """Open a link with what this system has for it and name it; raises FileTrouble when it has nothing."""
    if platform == "win32":
        return _open_on_windows(link)
    command = "open" if platform == "darwin" else "xdg-open"
    program = which(command)
    if program is None:
        raise FileTrouble(f"{command} is not on this machine. y copies the message, W writes a mail file.")
    try:
        subprocess.Popen(
            (program, link),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as trouble:
        raise FileTrouble(f"{command} does not start: {trouble.strerror or trouble}.") from trouble
    return command


def _open_on_windows(link: str) -> str:
    start: Callable[[str], None] | None = getattr(os, "startfile", None)
    if start is None:
        raise FileTrouble("This system opens no links. y copies the message, W writes a mail file.")
    try:
        start(link)
    except OSError as trouble:
        raise FileTrouble(f"No mail program took it: {trouble.strerror or trouble}.") from trouble
    return "Windows"
