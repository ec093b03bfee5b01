"""Follow-ups of the applicant's own in plain lines: listed, added, changed, removed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from store.clean_text import clean_line
from store.dates import show_both
from store.errors import Unclear
from store.find import find_program, found_by_name
from store.ids import new_id
from store.moments import Moment
from store.records import Task
from store.rules import follow_ups
from store.season import Season
from store.words import Verdict
from tui.command_line.desk import changing, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, moment_values, words

SEASON = "season"
"""Says that a follow-up is for no program."""


def task(options: Namespace) -> int:
    """List follow-ups of one's own, add one, change one, or take some away."""
    ways: dict[str, Callable[[Namespace], int]] = {"list": _list, "add": _add, "edit": _edit, "remove": _remove}
    if options.to != "list" and not options.tasks:
        raise Unclear(f"Say which: `prematch task {options.to} {'TEXT' if options.to == 'add' else 'TASK'}`.")
    if options.to == "list" and options.tasks:
        raise Unclear("The list takes no names. `prematch task edit TASK` changes one.")
    return ways[options.to](options)


def _list(options: Namespace) -> int:
    with looking(options) as desk:
        season, now = desk.season, desk.now
        listed = sorted(season.tasks, key=lambda one: one.due.at)
    if options.json:
        as_json({"tasks": [_values(season, one, now) for one in listed]})
        return DONE
    for one in listed:
        data(_plain_line(season, one, now) if is_plain(options) else _line(season, one, now))
    if not listed:
        words('None yet. `prematch task add "Ask the school" --due fri` adds one.')
    return DONE


def _add(options: Namespace) -> int:
    if not options.due:
        raise Unclear('Say by when: --due fri, or --due "2026-12-02 09:00".')
    with changing(options) as desk:
        new = Task(
            new_id("t"),
            clean_line(" ".join(options.tasks), what="What there is to do"),
            _due(options.due, desk.now),
            _program_id(desk.season, options.program),
        )
        changed = follow_ups.add_task(desk.season, new, now=desk.now)
        desk.change(f"Follow-up added: {new.what}", changed, made=new.id)
        words(f"{new.id} {new.what}, due {show_both(new.due, desk.now.zone)}")
    return DONE


def _edit(options: Namespace) -> int:
    if not (options.what or options.due or options.program):
        raise Unclear("Say what is to be changed: --what, --due or --program.")
    with changing(options) as desk:
        known = find_task(desk.season, " ".join(options.tasks))
        fields: dict[str, object] = {}
        if options.what:
            fields["what"] = clean_line(options.what, what="What there is to do")
        if options.due:
            fields["due"] = _due(options.due, desk.now)
        if options.program:
            fields["program_id"] = _program_id(desk.season, options.program)
        changed = follow_ups.edit_task(desk.season, known.id, now=desk.now, **fields)
        desk.change(f"Follow-up changed: {fields.get('what', known.what)}", changed)
    return DONE


def _remove(options: Namespace) -> int:
    with changing(options) as desk:
        gone = tuple({one.id: one for one in (find_task(desk.season, text) for text in options.tasks)}.values())
        changed = follow_ups.remove_tasks(desk.season, [one.id for one in gone], now=desk.now)
        desk.change(f"Removed: {'; '.join(one.what for one in gone)}", changed)
    return DONE


def find_task(season: Season, text: str) -> Task:
    """The follow-up of one's own that text names, by id, by its id on the agenda, or by its words.

    Raises Unclear, listing candidates, when none or several do.
    """
    named = text.strip().removeprefix("TASK:")
    return found_by_name(season.tasks, named, lambda one: (one.what,), lambda one: _named(season, one), "task")


def _due(text: str, now: Moment) -> Moment:
    from store.spoken_dates import understand_moment

    heard = understand_moment(text, now=now, zone=now.zone)
    words(f"Understood: {heard.said}")
    return heard.moment


def _program_id(season: Season, text: str) -> str:
    return "" if text in ("", SEASON) else find_program(season, text).id


def _for(season: Season, one: Task) -> str:
    program = season.programs_by_id.get(one.program_id)
    return program.name if program else SEASON


def _named(season: Season, one: Task) -> str:
    return f"{one.id} {_for(season, one)}: {one.what}"


def _state(season: Season, one: Task) -> str:
    """Whether it is still to be done."""
    decision = season.decisions_by_id.get(f"TASK:{one.id}")
    return "open" if decision is None else decision.verdict.value.replace("-", " ")


def _line(season: Season, one: Task, now: Moment) -> str:
    return f"{show_both(one.due, now.zone)}  {_state(season, one):<10}  {_for(season, one)}: {one.what}  ({one.id})"


def _plain_line(season: Season, one: Task, now: Moment) -> str:
    return f"{_state(season, one)}: {_for(season, one)}, {one.what}, due {show_both(one.due, now.zone)}, {one.id}"


def _values(season: Season, one: Task, now: Moment) -> dict[str, object]:
    decision = season.decisions_by_id.get(f"TASK:{one.id}")
    return {
        "id": one.id,
        "what": one.what,
        **moment_values("due", one.due),
        "program": one.program_id or None,
        "state": _state(season, one),
        **moment_values("until", decision.until if decision and decision.verdict is Verdict.SNOOZED else None),
    }
