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
from store.records import Contact, Letter
from store.rules.letters import accept_findings
from store.typed_path import is_folder, pasted_path
from tui import commands
from tui.requests import Change
from tui.screens.season_screen import SeasonScreen

if TYPE_CHECKING:
    from templates.conduct.findings import Finding
    from tui.private_files import HandedFile

Opener = Callable[[str], str]
"""Opens a link outside the app and names what took it; raises FileTrouble when nothing does."""


def still_open(screen: SeasonScreen, letter: Letter) -> tuple[Finding, ...]:
    """What the checks say of that draft now, without the STOPs its writer has gone past already."""
    from templates.conduct.checking import check_letter
    from templates.conduct.gone_past import not_gone_past

    app = screen.season_app
    return not_gone_past(letter, check_letter(app.state.season, letter, now=app.now()))


async def copy_letter(screen: SeasonScreen, letter: Letter) -> bool:
    """Put the words of the message on the clipboard; its subject and its readers stay out of them."""
    if not await _past_stops(screen, letter, "Copy it"):
        return False
    name = screen.season.programs_by_id[letter.program_id].name
    _keep_handed(screen, (letter,), "copied")
    screen.copy(f"{letter.body.strip()}\n", f"Message to {name}")
    return True


async def write_eml(screen: SeasonScreen, *letters: Letter) -> bool:
    """Ask for a folder and write the messages there as mail files that only their owner may read.

    Several of them leave out those with a stop open, and say so.
    """
    from tui.mail_files import mail_files

    fine: tuple[Letter, ...]
    if len(letters) == 1:
        fine = letters if await _past_stops(screen, letters[0], "Write it to a file") else ()
    else:
        fine = without_stops(screen, letters)
    files, held, refused = mail_files(screen.season, fine, now=screen.season_app.now())
    for sentence in refused:
        screen.season_app.tell(sentence, severity="warning")
    if not files or not await _written(screen, files):
        return False
    _keep_handed(screen, held, "mail file")
    return True


async def _written(screen: SeasonScreen, files: tuple[HandedFile, ...]) -> bool:
    """Ask where to, and before anything is written over; True once every file is there."""
    from tui.private_files import taken_names, write_all
    from tui.screens.dialogs.ask import Ask
    from tui.screens.dialogs.confirm import Confirm

    app, several = screen.season_app, f"{len(files)} mail files" if len(files) > 1 else "A mail file"
    folder = await app.push_screen_wait(Ask(several, "Into which folder", str(usual_folder()), a_folder))
    if folder is None:
        return False
    taken = taken_names(folder, files)
    if taken:
        named = str(folder / taken[0]) + (f" and {len(taken) - 1} more" if len(taken) > 1 else "")
        if not await app.push_screen_wait(Confirm("Write over what is there?", named)):
            screen.say("Nothing was written.")
            return False
    try:
        paths = write_all(folder, files, over=bool(taken))
    except (RuleBroken, FileTrouble) as trouble:
        app.tell(str(trouble), severity="warning")
        return False
    where = str(paths[0]) if len(paths) == 1 else f"{len(paths)} files in {folder}"
    screen.say(f"Written: {where}.  Open, send, then {_sent_key(screen)} marks as sent.")
    return True


async def open_mail(screen: SeasonScreen, letter: Letter, opener: Opener | None = None) -> bool:
    """Hand the message to the mail program as a link; whether it was sent is for the person to say."""
    from templates.mail import LinkTooLong, to_mailto

    if not await _past_stops(screen, letter, "Hand it to the mail program"):
        return False
    reader = await _one_reader(screen, letter)
    if isinstance(reader, str):
        return False
    try:
        taken_by = (opener or open_link)(to_mailto(letter, reader))
    except LinkTooLong:
        return await _another_way(screen, letter)
    except (RuleBroken, FileTrouble) as trouble:
        screen.season_app.tell(str(trouble), severity="warning")
        return False
    _keep_handed(screen, (letter,), "mail program")
    screen.say(
        f"Handed to the mail program by {taken_by}.  Once it has gone out, {_sent_key(screen)} marks it as sent."
    )
    return True


def _sent_key(screen: SeasonScreen) -> str:
    """The key there that says that a message has gone out."""
    scope = commands.DRAFT if screen.VIEW == commands.EDITOR else screen.VIEW
    return screen.spell.key(f"{scope}.sent")


async def _one_reader(screen: SeasonScreen, letter: Letter) -> Contact | str | None:
    """Whom the mail is for, asked where there are several, for each gets their own; a word when nobody was chosen."""
    from templates.mail import readers
    from tui.screens.dialogs.pick import Option, Pick

    people = readers(screen.season, letter)
    if len(people) == 1:
        return people[0]
    options = tuple(Option(one, one.titled, one.email) for one in people if one)
    chosen: Contact | None = await screen.season_app.push_screen_wait(Pick("One mail for each: whom first?", options))
    return chosen or "nobody"


async def _another_way(screen: SeasonScreen, letter: Letter) -> bool:
    """A letter too long for a link goes out as a mail file or through the clipboard."""
    from tui.screens.dialogs.menu import Choice, Menu

    choices = (Choice("w", "write a mail file", "file"), Choice("y", "copy it", "copy"))
    way = await screen.season_app.push_screen_wait(Menu("Too long for a link to the mail program", choices, "file"))
    if way == "file":
        return await write_eml(screen, letter)
    return await copy_letter(screen, letter) if way == "copy" else False


def without_stops(screen: SeasonScreen, letters: tuple[Letter, ...]) -> tuple[Letter, ...]:
    """Those of several messages that no stop keeps; the first of the others is said, and how many there are."""
    kept: list[Letter] = []
    stopped: list[str] = []
    for letter in letters:
        stops = [one for one in still_open(screen, letter) if one.level.value == "STOP"]
        if not stops:
            kept.append(letter)
            continue
        name = screen.season.programs_by_id[letter.program_id].name
        stopped.append(f"{letter.kind.value} to {name}: {stops[0].message}")
    if stopped:
        others = f" And {len(stopped) - 1} more." if len(stopped) > 1 else ""
        screen.season_app.tell(f"Left out, {stopped[0]}{others}", severity="warning")
    return tuple(kept)


def _keep_handed(screen: SeasonScreen, letters: tuple[Letter, ...], way: str) -> None:
    """Keep the text that left beside each draft, so that it can be told from what is written later."""
    from store.rules.handing_over import hand_over
    from tui.bar import READ_ONLY

    app = screen.season_app
    if app.mark == READ_ONLY:
        return
    ids = tuple(one.id for one in letters)
    if hand_over(screen.season, ids, way=way, now=app.now()) is screen.season:
        return  # it stands there already, or was sent
    what = f"{letters[0].kind.value} message" if len(letters) == 1 else f"{len(letters)} messages"
    app.change_season(Change(f"Handed over, {way}: {what}", partial(hand_over, letter_ids=ids, way=way), quiet=True))


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


def open_link(link: str, platform: str = sys.platform) -> str:
    """Open a link with what this system has for it and name it; raises FileTrouble when it has nothing."""
    if platform == "win32":
        return _open_on_windows(link)
    command = "open" if platform == "darwin" else "xdg-open"
    program = which(command)
    if program is None:
        raise FileTrouble(f"{command} is not on this machine. Copy the message, or write a mail file.")
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
        raise FileTrouble("This system opens no links. Copy the message, or write a mail file.")
    try:
        start(link)
    except OSError as trouble:
        raise FileTrouble(f"No mail program took it: {trouble.strerror or trouble}.") from trouble
    return "Windows"
