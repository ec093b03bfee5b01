"""The settings in plain words: shown with their values, or one of them changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.errors import Unclear
from store.places import config_path
from tui.command_line.running import DONE, FOUND
from tui.command_line.speaking import as_json, data, is_plain, words
from tui.setting_table import SETTINGS, setting_called, value_of
from tui.settings import Settings
from tui.settings_file import read_settings
from tui.settings_writing import KEYS, change_settings, refuse

if TYPE_CHECKING:
    from argparse import Namespace

FILE, DEFAULT = "set in the file", "the default"
OWN = "default"
"""What takes a setting out of the file again."""
OPEN_WINDOW = ("an open window takes it up at once.", "an open window takes it up at its next start.")
"""What becomes of a changed setting in a window that is open: of most, and of colour."""
RULES = "Days of follow-ups belong to the season: `prematch rules`."


def settings(options: Namespace) -> int:
    """Print every setting, or one, or change one; the exit code is 1 when the file holds what was not understood."""
    path = config_path()
    if options.value is not None:
        value = "" if options.value == OWN else options.value
        now = change_settings(path, options.setting, value)
        _say_troubles(now)
        words(f"{options.setting}: {value or OWN}. Kept in {path}; {OPEN_WINDOW[options.setting == 'color']}")
        if options.json:
            as_json(_values(now, str(path)))
        return DONE
    now = read_settings(path)
    if options.json:
        as_json(_values(now, str(path)))
    elif options.setting:
        _show_one(now, options.setting, plain=is_plain(options))
    else:
        _show_all(now, str(path), plain=is_plain(options))
    _say_troubles(now)
    return FOUND if now.troubles else DONE


def _say_troubles(now: Settings) -> None:
    for trouble in now.troubles:
        words(trouble)


def _show_all(now: Settings, path: str, *, plain: bool) -> None:
    data(f"file: {path}" if plain else f"{path}\n")
    for one in SETTINGS:
        data(_line(now, one.name, plain=plain))
        data(f"{one.name} may be: {', '.join(one.values)}" if plain else f"{'':<10}may be {', '.join(one.values)}")
    _show_keys(now, plain=plain)
    data(RULES)


def _show_keys(now: Settings, *, plain: bool) -> None:
    for command_id, key in now.keys.items():
        data(f"{KEYS}{command_id}: {key}")
    if not now.keys:
        data("keys: none changed" if plain else f"{'keys':<10}none changed")


def _line(now: Settings, name: str, *, plain: bool) -> str:
    value, source = value_of(now, name), FILE if name in now.given else DEFAULT
    return f"{name}: {value}, {source}" if plain else f"{name:<10}{value:<20}{source}"


def _show_one(now: Settings, name: str, *, plain: bool) -> None:
    setting = setting_called(name)
    if name == KEYS.rstrip("."):
        _show_keys(now, plain=plain)
        return
    if setting is None:
        command_id = name.removeprefix(KEYS)
        refuse(now, name, "")
        from tui.key_choices import command_called, no_command

        command = command_called(command_id)
        if command is None:
            raise Unclear(no_command(command_id))
        data(f"{name}: {now.keys.get(command_id, command.keys[0])}")
        return
    data(_line(now, name, plain=plain))
    for value, about in zip(setting.values, setting.about, strict=True):
        data(f"{value}: {about}" if plain else f"  {value:<20}{about}")


def _values(now: Settings, path: str) -> dict[str, object]:
    listed = [
        {"name": one.name, "value": value_of(now, one.name), "set": one.name in now.given, "values": list(one.values)}
        for one in SETTINGS
    ]
    return {"file": path, "settings": listed, "keys": dict(now.keys), "troubles": list(now.troubles)}
