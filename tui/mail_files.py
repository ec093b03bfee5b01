"""Messages as mail files or plain text: one for each reader, named so that a person finds them again."""

from __future__ import annotations

from collections.abc import Iterable

from store.errors import RuleBroken
from store.file_names import names_apart
from store.moments import Moment
from store.records import Contact, Letter
from store.season import Season
from templates.mail import mail_name, readers, to_eml, to_text
from tui.private_files import HandedFile


def mail_files(
    season: Season, letters: Iterable[Letter], *, now: Moment
) -> tuple[tuple[HandedFile, ...], tuple[Letter, ...], tuple[str, ...]]:
    """The mail files of these messages, which messages they hold, and why others make none.

    A message to two people makes two files: a mail program asked for one recipient cannot add another.
    """
    made: list[tuple[str, bytes]] = []
    held: list[Letter] = []
    refused: list[str] = []
    for letter in letters:
        try:
            made += [_mail_file(season, letter, reader, now) for reader in readers(season, letter)]
        except RuleBroken as trouble:
            refused.append(f"{_named(season, letter)}: {trouble}")
        else:
            held.append(letter)
    return _apart(made, ".eml"), tuple(held), tuple(refused)


def text_files(season: Season, letters: Iterable[Letter]) -> tuple[HandedFile, ...]:
    """These messages as plain text, a file each; raises RuleBroken for a subject that is not one line."""
    made = [(mail_name(season, one, None), to_text(season, one).encode("utf-8")) for one in letters]
    return _apart(made, ".txt")


def _mail_file(season: Season, letter: Letter, reader: Contact | None, now: Moment) -> tuple[str, bytes]:
    return mail_name(season, letter, reader), to_eml(season, letter, reader, now=now)


def _apart(made: list[tuple[str, bytes]], ending: str) -> tuple[HandedFile, ...]:
    names = names_apart((name for name, _ in made), ending=ending, empty="message")
    return tuple(HandedFile(name, content) for name, (_, content) in zip(names, made, strict=True))


def _named(season: Season, letter: Letter) -> str:
    program = season.programs_by_id.get(letter.program_id)
    return f"{letter.kind.value}{f' to {program.name}' if program else ''}"
