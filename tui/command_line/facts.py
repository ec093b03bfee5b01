"""Facts of programs from the command line: recorded with a source, listed with their age."""

from __future__ import annotations

from argparse import Namespace

from store.clean_text import clean_line
from store.errors import Unclear
from store.find import find_program
from store.moments import Moment
from store.records import Fact, Program
from store.rules import facts
from store.season import Season
from store.shelf_life import disagreeing, is_stale, label_called, origin_words, same_label, shelf_days
from tui.command_line.desk import changing, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, words
from tui.command_line.typed import typed_day


def set_fact(options: Namespace) -> int:
    """Record a fact with its source and the day it was checked, or remove it."""
    fact = _typed(options)
    with changing(options) as desk:
        program = find_program(desk.season, options.program)
        if options.forget:
            _refuse_unknown(program, fact)
        else:
            day = typed_day(options.on, now=desk.now, past=True) if options.on else desk.now.day
            fact = Fact(fact.label, fact.value, fact.source, day)
        changed = facts.set_fact(desk.season, program.id, fact, now=desk.now)
        told = "removed" if options.forget else fact.value
        desk.change(f"{program.name}: {fact.label}, {told}", changed)
        for group in _disagreeing(changed, program.id, fact.label):
            words(_side_by_side(group, desk.now))
    return DONE


def list_facts(options: Namespace) -> int:
    """List the facts of one program or of all, those to look up again only with `--stale`."""
    with looking(options) as desk:
        now = desk.now
        programs = (find_program(desk.season, options.program),) if options.program else desk.season.followed
    found = [
        (program, fact)
        for program in programs
        for fact in program.facts
        if not options.stale or is_stale(fact, now.day)
    ]
    if options.json:
        as_json({"facts": [_values(program, fact, now) for program, fact in found]})
        return DONE
    for program, fact in found:
        data(f"{program.name}: {fact.label}: {' '.join(fact.value.split())} ({origin_words(fact, now.day)})")
    for program in programs:
        for group in disagreeing(program.facts):
            mark = "disagreeing: " if is_plain(options) else "! "
            data(f"{mark}{program.name}: {_side_by_side(group, now)}")
    if not found:
        words("Nothing here is stale." if options.stale else "No facts are recorded yet; `prematch fact` records one.")
    return DONE


def _typed(options: Namespace) -> Fact:
    fact = Fact(label_called(clean_line(options.label, what="The label")), options.value, options.source)
    if options.forget and options.value:
        raise Unclear("--forget takes no value. Nothing was changed.")
    if not options.forget and not options.value.strip():
        raise Unclear("The value is missing. `--forget` removes a fact; nothing was changed.")
    if not options.forget and not options.source.strip():
        raise Unclear('Say where it comes from: --source "their page", or who told you. Nothing was changed.')
    return fact


def _refuse_unknown(program: Program, wanted: Fact) -> None:
    """Raise Unclear, listing what is known, when there is no such fact to remove."""
    source = wanted.source.strip().casefold()
    for one in program.facts:
        if same_label(one.label, wanted.label) and (not source or one.source.casefold() == source):
            return
    by = f" from “{wanted.source}”" if source else ""
    listed = tuple(f"{one.label} ({one.source or 'no source'})" for one in program.facts)
    raise Unclear(f"{program.name} has no fact called “{wanted.label}”{by}. Nothing was changed.", listed)


def _disagreeing(season: Season, program_id: str, label: str) -> list[tuple[Fact, ...]]:
    groups = disagreeing(season.programs_by_id[program_id].facts)
    return [group for group in groups if same_label(group[0].label, label)]


def _side_by_side(group: tuple[Fact, ...], now: Moment) -> str:
    told = "  |  ".join(f"{' '.join(one.value.split())} ({origin_words(one, now.day)})" for one in group)
    return f"sources disagree about {group[0].label}: {told}"


def _values(program: Program, fact: Fact, now: Moment) -> dict[str, object]:
    against = [group for group in disagreeing(program.facts) if fact in group]
    return {
        "program": program.id,
        "name": program.name,
        "label": fact.label,
        "value": fact.value,
        "source": fact.source,
        "checked": fact.checked.isoformat() if fact.checked else None,
        "days": shelf_days(fact.label),
        "stale": is_stale(fact, now.day),
        "disagrees": bool(against),
    }
