"""Reasons to write to a program before an invitation, in plain lines: listed, recorded, taken away."""

from __future__ import annotations

from argparse import Namespace

from store.errors import Unclear
from store.find import find_program
from store.folding import folded
from store.records import Program, Reason
from store.rules import programs
from store.sentence_ends import ended
from store.words import ReasonKind
from tui.command_line.desk import changing, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, words


def reason(options: Namespace) -> int:
    """List the reasons of a program, record one, or take one away."""
    if not options.text:
        if options.forget:
            raise Unclear("Say which reason goes, by its words or a part of them.")
        return _list(options)
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        if options.forget:
            meant = _meant(program, options.text)
            changed = programs.remove_reason(desk.season, program.id, meant, now=desk.now)
        else:
            meant = Reason(ReasonKind(options.kind), options.text)
            changed = programs.add_reason(desk.season, program.id, meant, now=desk.now)
        told = "removed" if options.forget else "recorded"
        desk.change(f"{program.name}: reason {told}: {' '.join(meant.words.split())}", changed)
    return DONE


def _list(options: Namespace) -> int:
    with looking(options) as desk:
        program = find_program(desk.season, options.program)
    if options.json:
        as_json({"reasons": [{"kind": one.kind.value, "words": one.words} for one in program.reasons]})
        return DONE
    for one in program.reasons:
        data(_line(one))
    if not program.reasons:
        words(f"No reason to write to {program.name} before an invitation is recorded.")
    return DONE


def _meant(program: Program, text: str) -> Reason:
    """The reason with these words in it; raises Unclear, listing them, when none or several have."""
    if not program.reasons:
        raise Unclear(f"No reason to write to {program.name} is recorded. Nothing was changed.")
    fitting = [one for one in program.reasons if folded(text.strip()) in folded(one.words)]
    exact = [one for one in fitting if folded(one.words) == folded(text.strip())]
    found = exact if len(exact) == 1 else fitting
    if len(found) == 1:
        return found[0]
    what = f"fits {len(found)} reasons" if found else "is no reason"
    listed = tuple(_line(one) for one in found or program.reasons)
    raise Unclear(f"“{text.strip()[:60]}” {what} of {ended(program.name)} Say which one.", listed)


def _line(one: Reason) -> str:
    return f"{one.kind}: {' '.join(one.words.split())}"
