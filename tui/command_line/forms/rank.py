"""The rank list put in order line by line, each move read back and taken back on request."""

from __future__ import annotations

from argparse import Namespace

from store.season import Season
from tui.command_line.desk import looking
from tui.command_line.forms.opening import give
from tui.command_line.hearing import heard
from tui.command_line.running import DONE
from tui.command_line.speaking import counted, data

HOW = (
    "a PROGRAM onto the list",
    "m PROGRAM N to place N",
    "o PROGRAM off the list, with the reason asked",
    "l read the list",
    "k what speaks against it",
    "lock, unlock",
    "certified DAY, such as certified today, once you have seen it certified",
    "u take the last one back",
    "q leave",
)
NOT_HERE = "No such answer. ? lists them."


def order_list(options: Namespace) -> int:
    """Hear moves until the person leaves; each is one step of undo."""
    data("Your rank list. ? lists the answers.")
    _read(options)
    made = 0
    while (line := heard("Answer: ")) is not None and line.strip() != "q":
        word, _, rest = line.strip().partition(" ")
        if word == "?":
            for one in HOW:
                data(one)
        elif word == "l":
            _read(options)
        elif word == "u":
            made = _taken_back(options, made)
        elif not (argv := _command(word, rest.strip())):
            data(NOT_HERE)
        else:
            made += _done(options, argv)
    data(f"{counted(made, 'change')} kept.")
    return DONE


def _command(word: str, rest: str) -> tuple[str, ...]:
    """The command that an answer stands for; empty when there is none."""
    if word == "a" and rest:
        return ("rank", "add", rest)
    if word == "m":
        name, _, place = rest.rpartition(" ")
        return ("rank", "move", name.strip(), place) if name.strip() else ()
    if word == "o" and rest:
        reason = heard("Why? ") or ""
        return ("rank", "out", rest, f"--reason={reason.strip()}")
    if word == "certified":
        return ("rank", "certified", *((rest,) if rest else ()))
    return ("rank", {"k": "check"}.get(word, word)) if word in ("k", "lock", "unlock") else ()


def _done(options: Namespace, argv: tuple[str, ...]) -> int:
    """1 when the season was changed by it."""
    before = _season(options)
    give(options, *argv)
    after = _season(options)
    if after == before:
        return 0
    if after.rank_list.order != before.rank_list.order:
        _read(options, after)
    return 1


def _taken_back(options: Namespace, made: int) -> int:
    if not made:
        data("Nothing was changed here.")
        return 0
    give(options, "undo")
    _read(options)
    return made - 1


def _season(options: Namespace) -> Season:
    with looking(options) as desk:
        return desk.season


def _read(options: Namespace, season: Season | None = None) -> None:
    """The list, a place a line."""
    season = season or _season(options)
    ranked = [season.programs_by_id[one] for one in season.rank_list.order]
    for place, program in enumerate(ranked, 1):
        data(f"number {place}: {program.name}")
    if not ranked:
        data("The list is empty.")
    if season.rank_list.locked:
        data("It is locked.")
