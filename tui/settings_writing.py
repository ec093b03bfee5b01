"""The settings file written: one value changed and every comment kept, or a documented file begun."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.disk import Disk
from store.errors import FileTrouble, Unclear
from store.safe_write import make_folders, why, write_whole
from tui.key_choices import why_not
from tui.setting_table import NAMES, SETTINGS, setting_called
from tui.settings import Settings
from tui.settings_file import read_settings

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

KEYS = "keys."
"""Begins the name of a key among the settings."""
KEYS_TABLE = "keys"


def change_settings(path: Path, name: str, value: str, *, disk: Disk | None = None) -> Settings:
    """Write one setting into that file; an empty value takes it out, and the default holds again.

    Raises Unclear for a name or a value that cannot be, FileTrouble when the file cannot be read or written.
    """
    now = read_settings(path)
    refuse(now, name, value)
    text = changed_text(_text_of(path), name, value)
    disk = disk or Disk()
    make_folders(disk, path.parent)
    write_whole(disk, path.resolve(), [text.encode()])  # a link to the file stays a link
    return read_settings(path)


def refuse(now: Settings, name: str, value: str) -> None:
    """Raise Unclear, with what can be instead, when that setting cannot have that value."""
    if name.startswith(KEYS):
        command_id = name.removeprefix(KEYS)
        others = {one: key for one, key in now.keys.items() if one != command_id}
        if value and (wrong := why_not(command_id, value, others)):
            raise Unclear(f"{wrong} Nothing was changed.")
        return
    setting = setting_called(name)
    if setting is None:
        raise Unclear(f"“{name[:40]}” is no setting. Nothing was changed.", (*NAMES, "keys.COMMAND"))
    if value and value not in setting.values:
        raise Unclear(f"{name} cannot be “{value[:40]}”. Nothing was changed.", setting.values)


def changed_text(text: str | None, name: str, value: str) -> str:
    """That text with one setting changed; raises FileTrouble when the text is no TOML."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        text = documented() if text is None else text
        document = tomlkit.parse(text)
        if value and name not in document and (taken_in := _where_it_is_told(text, name, value)):
            return taken_in
        _put(document, name, value)
        return tomlkit.dumps(document)
    except (TOMLKitError, RecursionError) as trouble:
        words = f"The settings file is no TOML, so nothing was changed: {str(trouble).rstrip('.')}."
        raise FileTrouble(f"{words} Mend that line by hand, or put the file aside.") from trouble


def _where_it_is_told(text: str, name: str, value: str) -> str:
    """That text with the setting in place of the comment that names it, above the first table; empty without one."""
    lines = text.splitlines(keepends=True)
    for place, line in enumerate(lines):
        if line.lstrip().startswith("["):  # from here on it would belong to a table
            break
        if line.startswith(f"# {name} = "):
            ending = line[len(line.rstrip("\r\n")) :]
            return "".join((*lines[:place], f'{name} = "{value}"{ending}', *lines[place + 1 :]))
    return ""


def _put(document: TOMLDocument, name: str, value: str) -> None:
    """Set it where it stands; what is new goes above the first table, or into the table of keys."""
    place: Any = document
    key = name
    if name.startswith(KEYS):
        place, key = _place_of_key(document, name.removeprefix(KEYS))
    if not value:
        place.pop(key, None)
        return
    if key in place or place is not document or KEYS_TABLE not in document:
        place[key] = value
        return
    keys = document.pop(KEYS_TABLE)  # a value behind the table would belong to the table
    document[key] = value
    document[KEYS_TABLE] = keys


def _place_of_key(document: TOMLDocument, command_id: str) -> tuple[Any, str]:
    """The table that holds that key, and its name there."""
    from tomlkit import table

    if KEYS_TABLE not in document:
        document[KEYS_TABLE] = table()
    keys: Any = document[KEYS_TABLE]
    scope, _, own = command_id.partition(".")
    nested = keys.get(scope)
    if command_id not in keys and isinstance(nested, dict) and own in nested:
        return nested, own  # written without quotes, an id is a table inside the table
    return keys, command_id


def documented() -> str:
    """A file that says of every setting what it is for; all of them stand there as comments."""
    lines = ["# How prematch looks and answers. What is not set here takes its default.", ""]
    for one in SETTINGS:
        lines += [f"# {one.name}: {one.says}"]
        wide = max(map(len, one.values), default=0) + 2
        lines += [f"#   {value:<{wide}}{about}" for value, about in zip(one.values, one.about, strict=True)]
        lines += [f'# {one.name} = "{one.default}"', ""]
    lines += [
        "# [keys] puts a command on another key, by its id; a key that is taken on that screen is refused.",
        '#   "timeline.today" = "W"',
        "",
    ]
    return "\n".join(lines)


def _text_of(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as trouble:
        reason = why(trouble) if isinstance(trouble, OSError) else "it is not UTF-8 text"
        raise FileTrouble(f"{path} could not be read, so nothing was changed: {reason}.") from trouble
