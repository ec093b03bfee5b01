"""The text of the settings file understood: what holds, and in which line what could not be understood."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from store.clean_text import clean_line
from store.dates import DayOrder
from tui.setting_table import SETTINGS, value_of
from tui.settings import Settings, unread

CHOICES: Mapping[str, tuple[str, ...]] = {one.name: one.values for one in SETTINGS}
"""What each setting may be, its default first."""
KEYS = "keys"
IN_OUR_WORDS = {
    "Illegal character '\\n'": "a quote is opened and not closed",
    "Unterminated string": "a quote is opened and not closed",
    "Invalid value": 'a value stands in straight quotes, such as "iso"',
    "Cannot overwrite a value": "something is given twice",
}
"""What the TOML reader says most often, as a person would say it."""
LONGEST = 40
"""Letters of a wrong value that are repeated to the person."""


def settings_in(text: str, path: Path, before: Settings | None = None) -> Settings:
    """The settings of that text; what is wrong stays as it was `before` or as it starts, and is named with its line."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        return unread(path, in_our_words(str(trouble)), before)
    except RecursionError:
        return unread(path, "its brackets are nested too deep", before)
    lines = text.splitlines()
    troubles: list[tuple[int, str]] = []
    was = before or Settings()
    stays = {name: value_of(was, name) for name in CHOICES if name in given}
    held = {name: _one_of(name, given[name], lines, troubles, value) for name, value in stays.items()}
    for name in given:
        if name not in CHOICES and name != KEYS:
            troubles.append((line_of(lines, name), f"{_shown(name)} is no setting. There are {_names()}."))
    keys = _keys(given.get(KEYS, {}), lines, troubles, was)
    understood = {name: value for name, value in held.items() if value is not None}
    value = {name: known[0] for name, known in CHOICES.items()} | stays | understood
    return Settings(
        theme=value["theme"],
        glyphs=value["glyphs"],
        color=value["color"],
        dates=DayOrder(value["dates"]),
        quit_once=value["quit"] == "once",
        keys=keys,
        troubles=tuple(f"{path.name}, line {line}: {words}" for line, words in sorted(troubles)),
        given=frozenset((*understood, *(f"{KEYS}.{name}" for name in keys))),
    )


def in_our_words(trouble: str) -> str:
    """What the TOML reader says, with the line first: `line 3, column 9: something is given twice`."""
    words, _, place = trouble.rpartition(" (at ")
    return f"{place.removesuffix(')')}: {IN_OUR_WORDS.get(words, words)}" if words else trouble


def line_of(lines: list[str], name: str) -> int:
    """The line, from 1, in which that name is given a value; 1 where it cannot be told."""
    naming = re.compile(rf"""^\s*\[?\s*(?:{KEYS}\s*\.\s*)?["']?{re.escape(name)}["']?\s*[\]=.]""")
    return next((at for at, line in enumerate(lines, 1) if naming.match(line)), 1)


def _one_of(name: str, value: object, lines: list[str], troubles: list[tuple[int, str]], stays: str) -> str | None:
    known = CHOICES[name]
    if isinstance(value, str) and value in known:
        return value
    words = f"{name} is one of {', '.join(known)}, not {_shown(value)}. {stays} holds."
    troubles.append((line_of(lines, name), words))
    return None


def _keys(given: object, lines: list[str], troubles: list[tuple[int, str]], was: Settings) -> dict[str, str]:
    """The keys that can be had, one after the other; each clash is told, and that command keeps the key it had."""
    if not given:
        return {}
    from tui.key_choices import why_not

    if not isinstance(given, Mapping):
        troubles.append((line_of(lines, KEYS), '[keys] names a key for a command, such as "timeline.today" = "W".'))
        return dict(was.keys)
    kept: dict[str, str] = {}
    for command_id, key in _flat(given):
        if command_id in CHOICES:
            words = f"{command_id} stands below [{KEYS}], where only keys are named; write it above that line."
            troubles.append((line_of(lines, command_id), words))
            continue
        wrong = why_not(command_id, key, kept) if isinstance(key, str) else f"{_shown(key)} is no key."
        if wrong:
            name = command_id if line_of(lines, command_id) > 1 else command_id.rpartition(".")[2]
            old = was.keys.get(command_id, "")
            stays = bool(old) and not why_not(command_id, old, kept)
            kept |= {command_id: old} if stays else {}
            troubles.append((line_of(lines, name), f"{wrong} {f'“{old}” holds.' if stays else 'Its own key holds.'}"))
        else:
            kept[command_id] = str(key)
    return kept


def _flat(given: Mapping[str, object], before: str = "") -> list[tuple[str, object]]:
    """Ids with their keys; an id without quotes is a table inside a table to TOML."""
    found: list[tuple[str, object]] = []
    for name, value in given.items():
        if isinstance(value, Mapping) and not before:
            found += _flat(value, f"{name}.")
        else:
            found.append((f"{before}{name}", value))
    return found


def _names() -> str:
    return ", ".join((*CHOICES, f"and [{KEYS}]"))


def _shown(value: object) -> str:
    return f"“{clean_line(str(value)[:LONGEST])}”"
