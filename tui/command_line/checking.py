"""Conduct checks on any text."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace

from store.clean_text import clean_line
from store.errors import Unclear
from store.find import find_contact, find_program
from store.numbers import counted
from store.records import Letter
from store.rules.cleaning import required
from store.season import Season
from store.words import Kind
from templates.conduct.checking import check_letter
from templates.conduct.findings import Finding, Fix, Level
from tui.command_line.desk import looking
from tui.command_line.running import DONE, FOUND, REFUSED
from tui.command_line.speaking import as_json, data, moment_values, words
from tui.command_line.typed import typed_text

LEVEL_WORDS = {Level.STOP: "stop", Level.WARN: "warning", Level.NOTE: "note"}
ABOUT_THE_KIND = frozenset({"C14", "C16"})
"""Checks that mean nothing while nobody said what kind of message a text is."""


def check(options: Namespace) -> int:
    """Check a text, a file or a kept draft; 0 clean, 1 warnings, 2 stops."""
    with looking(options) as desk:
        season, now = desk.season, desk.now
        letter = _letter_to_check(season, options)
        findings = check_letter(season, letter, now=now)
    if not options.kind and letter.id == "":
        findings = tuple(finding for finding in findings if finding.check not in ABOUT_THE_KIND)
    if options.json:
        said = {} if options.kind or letter.id else {"kind": None}
        as_json({**letter_values(season, letter, findings), **said})
        return code_for(findings)
    for finding in findings:
        data(finding_line(finding, letter))
    words(_summary(findings))
    return code_for(findings)


def code_for(findings: Iterable[Finding]) -> int:
    """The exit code that the gravest finding asks for."""
    levels = {finding.level for finding in findings}
    if Level.STOP in levels:
        return REFUSED
    return FOUND if Level.WARN in levels else DONE


def say_findings(findings: Iterable[Finding], letter: Letter) -> None:
    """Each finding with its place, as a sentence to the person."""
    for finding in findings:
        words(finding_line(finding, letter))


def finding_line(finding: Finding, letter: Letter) -> str:
    """A finding with its place: `STOP C01 line 3 column 5: ...`."""
    line, column = place_of(finding, letter)
    where = "subject, " if finding.where == "subject" else f"line {line} column {column}, " if finding.where else ""
    hard = " (must be mended)" if finding.hard else ""
    quoted = f" “{' '.join(finding.text.split())}”" if finding.text else ""
    fix = f" Fix: {' '.join(finding.fix.does.split())}." if finding.fix else ""
    line_of = f"{finding.level} {finding.check} {where.rstrip(', ')}:{quoted} {finding.message}{hard}{fix}"
    return line_of.replace(" :", ":")


def place_of(finding: Finding, letter: Letter) -> tuple[int, int]:
    """Line and column of a finding in its text, both counted from 1; 0 and 0 for the whole letter."""
    return _line_and_column(letter, finding.where, finding.start) if finding.where else (0, 0)


def _line_and_column(letter: Letter, where: str, offset: int) -> tuple[int, int]:
    text = letter.subject if where == "subject" else letter.body
    before = text[:offset]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def letter_values(season: Season, letter: Letter, findings: Iterable[Finding]) -> dict[str, object]:
    """A letter with its findings, for JSON."""
    program = season.programs_by_id.get(letter.program_id)
    return {
        "id": letter.id or None,
        "kind": letter.kind.value,
        "program": program.name if program else None,
        "program_id": letter.program_id or None,
        "subject": letter.subject,
        "body": letter.body,
        "words": len(letter.body.split()),
        **moment_values("made", letter.made),
        "findings": [_finding_values(finding, letter) for finding in findings],
    }


def _finding_values(finding: Finding, letter: Letter) -> dict[str, object]:
    line, column = place_of(finding, letter)
    return {
        "id": finding.check,
        "level": finding.level.value,
        "hard": finding.hard,
        "where": finding.where,
        "line": line,
        "column": column,
        "length": finding.end - finding.start,
        "text": finding.text,
        "message": finding.message,
        "fix": _fix_values(finding.fix, letter),
    }


def _fix_values(fix: Fix | None, letter: Letter) -> dict[str, object] | None:
    """A fix with its own place, for what it takes out may be more than the words the finding is about."""
    if fix is None:
        return None
    line, column = _line_and_column(letter, fix.where, fix.start)
    return {
        "does": fix.does,
        "where": fix.where,
        "line": line,
        "column": column,
        "length": fix.end - fix.start,
        "text": fix.was,
        "words": fix.words,
    }


def _letter_to_check(season: Season, options: Namespace) -> Letter:
    """A kept draft by its id, or a passing one made of the text."""
    kept = season.letters_by_id.get(options.source)
    if kept is not None:
        return kept
    subject, body = headed(typed_text(options.source, what="The text"))
    required(body, "The text")
    if options.to and not options.program:
        raise Unclear("--to names somebody at a program; say at which one with --program.")
    program = find_program(season, options.program) if options.program else None
    people = tuple(find_contact(season, program.id, name).id for name in options.to) if program else ()
    subject = clean_line(options.subject, what="The subject") or subject
    kind = Kind(options.kind) if options.kind else Kind.LOGISTICS
    letter = Letter("", program.id if program else "", kind, subject=subject, body=body)
    return replace(letter, contact_ids=people)


def headed(text: str) -> tuple[str, str]:
    """Subject and body of a text that may begin with `To:` and `Subject:` lines."""
    subject, rest = "", text
    while True:
        line, _, after = rest.partition("\n")
        name, colon, value = line.partition(":")
        if not colon or name.strip().casefold() not in ("to", "subject", "from", "date", "cc"):
            break
        if name.strip().casefold() == "subject":
            subject = value.strip()
        rest = after
    return subject, rest.strip("\n") if rest is not text else text


def _summary(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return "Nothing was found."
    parts = [
        counted(number, LEVEL_WORDS[level])
        for level in Level
        if (number := sum(finding.level is level for finding in findings))
    ]
    return f"{', '.join(parts)}."
