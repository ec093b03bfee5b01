"""A message begun from its template, checked, and handed out."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from base64 import b64encode
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from store.errors import RuleBroken
from store.file_names import safe_file_name
from store.find import find_contact, find_program
from store.ids import new_id
from store.records import Accepted, Letter
from store.rules import letters
from store.rules.handing_over import hand_over
from store.typed_path import is_there, typed_path
from store.words import Kind
from templates.conduct.checking import check_letter
from templates.conduct.findings import Finding, Level
from templates.mail import readers, to_eml, to_text
from templates.own_templates import own_sources
from templates.render import begin_letter
from tui.command_line.checking import code_for, letter_values, say_findings
from tui.command_line.desk import Desk, changing
from tui.command_line.speaking import as_json, data, may_ask, words
from tui.external_editor import edit_outside, editor_command
from tui.private_files import HandedFile, write_all


def draft(options: Namespace) -> int:
    """Begin a message, keep it as a draft, print it; 1 when its checks found something."""
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        people = tuple(find_contact(desk.season, program.id, name).id for name in options.to)
        if options.eml:
            _free_path(options.eml)
        if options.edit:
            _refuse_without_editor(options)
        letter = begin_letter(
            desk.season,
            program.id,
            Kind(options.kind),
            letter_id=new_id("l"),
            contact_ids=people,
            variant=options.variant,
            now=desk.now,
            own=own_sources(),
            notice=words,
        )
        if options.edit:
            letter = edited(letter)
        changed = letters.write_letter(desk.season, letter, now=desk.now)
        desk.change(f"Draft {letter.id}: {options.kind} to {program.name}", changed, said=f"Draft {letter.id} is kept")
        return _handed_out(desk, desk.season.letters_by_id[letter.id], options)


def _handed_out(desk: Desk, letter: Letter, options: Namespace) -> int:
    findings = check_letter(desk.season, letter, now=desk.now)
    leaves = bool(options.eml or options.copy)
    stops = [one for one in findings if leaves and one.level is Level.STOP]
    refusal = _refusal(stops, letter, accept=options.accept_stops)
    if stops and not refusal:
        letter = gone_past(desk, letter, stops)
        findings = tuple(one for one in findings if one not in stops)
    if leaves and not refusal:
        letter = _out_of_the_app(desk, letter, options)
    if options.json:
        as_json(letter_values(desk.season, letter, findings))
    elif not leaves:
        data(to_text(desk.season, letter).rstrip("\n"))
    say_findings(findings, letter)
    if refusal:
        words(refusal)
    return code_for(findings)


def _out_of_the_app(desk: Desk, letter: Letter, options: Namespace) -> Letter:
    """Write it as mail files or copy it, as was asked; the letter with the text that left."""
    if options.eml:
        _write_mail(desk, letter, typed_path(options.eml))
        return kept_as_handed(desk, letter, "mail file")
    from store.places import state_folder
    from tui.clipboard import copy

    words(f"{copy(letter.body, through_terminal, state_folder())}.")
    return kept_as_handed(desk, letter, "copied")


def _refusal(stops: list[Finding], letter: Letter, *, accept: bool) -> str:
    """Why the message is not handed out and what does it later; empty when it may be."""
    outbox = f"`prematch outbox {letter.id} --eml FOLDER"
    if any(one.hard for one in stops):
        return f"Not handed out. The draft is kept: mend it first, then {outbox}` hands it out."
    if stops and not accept:
        return f"Not handed out. If you have read this and mean it, {outbox} --accept-stops` hands out the draft."
    return ""


def gone_past(desk: Desk, letter: Letter, stops: Iterable[Finding]) -> Letter:
    """The letter with the stops that were read and accepted kept beside it."""
    accepted = tuple(Accepted(one.check, one.text, desk.now) for one in stops)
    checks = ", ".join(dict.fromkeys(one.check for one in accepted))
    changed = letters.accept_findings(desk.season, letter.id, accepted, now=desk.now)
    desk.change(f"Read and gone past: {checks}", changed)
    return desk.season.letters_by_id[letter.id]


def kept_as_handed(desk: Desk, letter: Letter, way: str) -> Letter:
    """The letter with the text that left kept beside it, so that sending it later can ask which text went out."""
    changed = hand_over(desk.season, (letter.id,), way=way, now=desk.now)
    if changed is not desk.season:
        desk.change(f"Handed over: {letter.id}", changed, said="Its text is kept as handed over")
    return desk.season.letters_by_id[letter.id]


def _write_mail(desk: Desk, letter: Letter, path: Path) -> None:
    """A mail file for each reader, those after the first with their name."""
    people = readers(desk.season, letter)
    names = [path.name, *(f"{path.stem} {one.name}{path.suffix}" for one in people[1:] if one)]
    files = tuple(
        HandedFile(name if place == 0 else safe_file_name(name), to_eml(desk.season, letter, one, now=desk.now))
        for place, (name, one) in enumerate(zip(names, people, strict=True))
    )
    for written in write_all(path.parent, files):
        words(f"Written to {written}.")


def through_terminal(text: str) -> bool:
    """Ask the terminal to take the text; False where there is none to ask."""
    if sys.stderr is None or not sys.stderr.isatty():
        return False
    sys.stderr.write(f"\x1b]52;c;{b64encode(text.encode()).decode()}\x07")
    return True


def _free_path(name: str) -> None:
    if is_there(typed_path(name)):
        raise RuleBroken(f"{name} is there already; nothing is written over it.")


def _refuse_without_editor(options: Namespace) -> None:
    """Raise RuleBroken, before anything is begun, where no editor can be opened."""
    if not may_ask(options):
        raise RuleBroken("--edit needs a terminal. Leave it out and edit the draft in the full screen.")
    editor_command(os.environ)


def edited(letter: Letter) -> Letter:
    """The letter with the words that came back from the editor; as it was, which is said, when none did."""
    came_back: list[str] = []
    words(edit_outside(letter.body, came_back.append, suspend=nullcontext))
    return replace(letter, body=came_back[0]) if came_back else letter
