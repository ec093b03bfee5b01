"""The trash from the command line: what lies in it, what is put there, and what comes back."""

from __future__ import annotations

from argparse import Namespace

from store.dates import show_moment
from store.errors import Unclear
from store.find import find_program
from store.moments import Moment
from store.rules.bringing_back import bring_back, throw_away
from store.season import Season
from store.trash import Thrown, find_thrown, in_trash, names_of, with_their_programs
from tui.command_line.desk import changing, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, moment_values, words

EMPTY = "Nothing is in the trash. `prematch trash put PROGRAM` puts a program or a message there, and nothing is lost."


def trash(options: Namespace) -> int:
    """List the trash, put programs and messages into it, or bring some of it back."""
    if options.to == "list":
        return _list(options)
    if not options.records:
        raise Unclear(f"Say what is meant: `prematch trash {options.to} NAME`.")
    return {"put": _put, "back": _back}[options.to](options)


def _list(options: Namespace) -> int:
    if options.records:
        raise Unclear("The list takes no names. `prematch trash back NAME` brings one back.")
    with looking(options) as desk:
        thrown, home = in_trash(desk.season), desk.now
    if options.json:
        as_json({"trash": [_values(one, home) for one in thrown]})
        return DONE
    for one in thrown:
        data(_plain_line(one, home) if is_plain(options) else _line(one, home))
    words("`prematch trash back NAME` brings one back as it was; several names, several." if thrown else EMPTY)
    return DONE


def _put(options: Namespace) -> int:
    with changing(options) as desk:
        ids = tuple(dict.fromkeys(_kept(desk.season, text) for text in options.records))
        changed = throw_away(desk.season, ids, now=desk.now)
        desk.change(f"In the trash: {names_of(desk.season, ids)}", changed)
    return DONE


def _kept(season: Season, text: str) -> str:
    """The id of the message of that id, else of the program that text names."""
    letter = season.letters_by_id.get(text)
    return letter.id if letter else find_program(season, text).id


def _back(options: Namespace) -> int:
    with changing(options) as desk:
        found = (find_thrown(desk.season, text).id for text in options.records)
        ids = with_their_programs(desk.season, tuple(found))
        changed = bring_back(desk.season, ids, now=desk.now)
        desk.change(f"Back from the trash: {names_of(desk.season, ids)}", changed)
    return DONE


def _values(one: Thrown, home: Moment) -> dict[str, object]:
    return {"id": one.id, "what": one.what, "name": one.name, **moment_values("trashed", one.at.seen_from(home.zone))}


def _line(one: Thrown, home: Moment) -> str:
    return f"{show_moment(one.at.seen_from(home.zone)):<28}  {one.what:<8}  {one.name}  ({one.id})"


def _plain_line(one: Thrown, home: Moment) -> str:
    return f"in the trash: {one.name}, {one.what}, since {show_moment(one.at.seen_from(home.zone))}, {one.id}"
