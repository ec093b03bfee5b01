"""The fit of programs on the command line: the list, every point of one, the weights, and signals noted."""

from __future__ import annotations

from argparse import Namespace
from functools import reduce

from store.errors import Unclear
from store.find import find_program
from store.fit.aspects import aspect_called, aspects_in_force, shipped_aspects
from store.fit.points import Fit, fit_of, missing_in_profile, shortlist, signed
from store.fit.signals import Signals, signals
from store.numbers import counted
from store.records import HEAVIEST
from store.rules.fit import set_fit_weights, set_signaled
from store.season import Season
from store.whole_number import whole_number
from store.words import STATUS_WORDS
from tui.command_line.desk import changing, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, words

SIGNALING = {"signal": True, "no-signal": False}


def fit(options: Namespace) -> int:
    """Show the fit of planned programs or of those named; `weigh` is about weights, `signal` about signals sent."""
    first, *rest = options.words or [""]
    if first == "weigh":
        return _weigh(options, rest)
    if first in SIGNALING:
        return _signal(options, rest, SIGNALING[first])
    return _show(options)


def _show(options: Namespace) -> int:
    with looking(options) as desk:
        season, now = desk.season, desk.now
        named = [find_program(season, one) for one in options.words]
    fits = tuple(fit_of(season, one, now=now) for one in named) or shortlist(season, now=now, everyone=options.all)
    told, missing = signals(season), missing_in_profile(season)
    if options.json:
        as_json({"programs": [_values(one) for one in fits], "signals": _numbers(told), "missing_in_profile": missing})
        return DONE
    for one in fits:
        for line in _every_point(one, plain=is_plain(options)) if named or is_plain(options) else (_in_one_line(one),):
            data(line)
    if not fits:
        words("No program is planned. --all shows those you applied to as well.")
    if missing:
        words(f"Your profile does not say: {', '.join(missing)}. `prematch profile` does.")
    words(f"{told.words}.")
    return DONE


def _in_one_line(one: Fit) -> str:
    counted_parts = ", ".join(f"{each.aspect.name} {signed(each.points)}" for each in one.points if each.points)
    open_ = f"; {len(one.find_out)} to find out" if one.find_out else ""
    return f"{signed(one.total):>3}  {_titled(one)}: {counted_parts or 'nothing counts yet'}{open_}"


def _every_point(one: Fit, *, plain: bool) -> list[str]:
    """All of it: on one line each with the program in front where one fact a line is wanted."""
    if plain:
        name = one.program.name
        points = [f"{name}: {each.line.strip()}" for each in one.points]
        return [f"{name}: fit {one.total}", *points, *(f"{name}: to find out: {each}" for each in one.find_out)]
    lines = [f"{signed(one.total)}  {_titled(one)}", *(f"    {each.line}" for each in one.points)]
    return [*lines, f"    worth finding out: {'; '.join(one.find_out)}"] if one.find_out else lines


def _titled(one: Fit) -> str:
    program = one.program
    signal = "signaled" if program.signaled else ""
    return ", ".join(filter(None, (program.name, program.state, STATUS_WORDS[program.status], signal)))


def _values(one: Fit) -> dict[str, object]:
    program = one.program
    return {
        "program": program.name,
        "program_id": program.id,
        "status": program.status.value,
        "signaled": program.signaled,
        "fit": one.total,
        "points": [
            {"part": each.aspect.id, "weight": each.aspect.weight, "points": each.points, "why": each.why}
            for each in one.points
        ],
        "find_out": list(one.find_out),
    }


def _numbers(told: Signals) -> dict[str, object]:
    return {
        "number": told.number,
        "sent_to": list(told.sent_to),
        "left": told.left,
        "mark": told.mark.value,
        "source": told.source,
    }


def _weigh(options: Namespace, typed: list[str]) -> int:
    """Show the weights, or set those that are given."""
    given = dict(_pair(text) for text in typed)
    if given:
        names = {one.id: one.name for one in shipped_aspects()}
        with changing(options) as desk:
            label = ", ".join(f"{names[key]} {value}" for key, value in given.items())
            desk.change(f"Weights of the fit: {label}", set_fit_weights(desk.season, given, now=desk.now))
        return DONE
    with looking(options) as desk:
        parts = aspects_in_force(desk.season)
    first = {one.id: one.weight for one in shipped_aspects()}
    if options.json:
        as_json({"parts": [{"part": one.id, "name": one.name, "weight": one.weight} for one in parts]})
        return DONE
    for one in parts:
        was = f", at first {first[one.id]}" if one.weight != first[one.id] else ""
        data(f"{one.id}: {one.weight}{was} ({one.name})")
    return DONE


def _pair(text: str) -> tuple[str, int]:
    """A part and its weight; raises Unclear for anything that is neither."""
    name, sign, value = text.partition("=")
    weight = whole_number(value, most=HEAVIEST)
    if not sign or weight is None:
        raise Unclear(f"“{text[:60]}” is no weight. Write NAME=N, N from 0 to {HEAVIEST}. Nothing was changed.")
    return aspect_called(name).id, weight


def _signal(options: Namespace, typed: list[str], sent: bool) -> int:
    """Note that programs were sent a signal, or were not after all; all of them are one step."""
    if not typed:
        raise Unclear("Say which program. Nothing was changed.")
    with changing(options) as desk:
        now, ids = desk.now, [find_program(desk.season, one).id for one in typed]

        def noted(season: Season, program_id: str) -> Season:
            return set_signaled(season, program_id, sent, now=now)

        named = desk.season.programs_by_id[ids[0]].name if len(ids) == 1 else counted(len(ids), "program")
        desk.change(f"{'Signaled' if sent else 'Not signaled'}: {named}", reduce(noted, ids, desk.season))
        words(f"{signals(desk.season).words}.")
    return DONE
