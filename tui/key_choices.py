"""Which other key a command may have: none that another command there has, that a text needs, or that gets lost."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.command_table import ABSENT, EDITOR, EVERYWHERE, SCOPES, Command, all_commands, table_of

NAMED = frozenset(("enter", "space", "tab", "shift+tab", "escape", "backspace", "delete", "insert", "home", "end"))
NAMED |= {"pageup", "pagedown", "up", "down", "left", "right"}
TEXT_KEYS = NAMED - {"shift+tab", "insert", "pageup", "pagedown"}
"""What moves and changes a text, or leaves it."""
SWALLOWED = {
    "ctrl+h": "a terminal sends the same for backspace",
    "ctrl+i": "a terminal sends the same for tab",
    "ctrl+m": "a terminal sends the same for enter",
    "ctrl+j": "a terminal sends the same for enter",
}
NAMES_OF_SIGNS = {",": "comma"}
"""Signs that a list of keys needs for itself."""
_ALONE = "|".join(sorted(NAMED - {"shift+tab"}))
_MODIFIED = re.compile(rf"(ctrl|shift)\+({_ALONE})|ctrl\+[a-z]|f([1-9]|1[0-9]|2[0-4])")


def why_not(command_id: str, key: str, others: Mapping[str, str]) -> str:
    """Why that command cannot have that key beside the other keys chosen; empty when it can."""
    command = command_called(command_id)
    if command is None:
        return no_command(command_id)
    if "alt" in key.split("+")[:-1] or "meta" in key.split("+")[:-1]:
        return f"{command_id}: a key with alt does not reach every terminal, so none is taken."
    if key in SWALLOWED:
        return f"{command_id}: {key} cannot be told apart, {SWALLOWED[key]}."
    if not _is_key(key):
        return f"{command_id}: “{key[:20]}” is no key. One letter or sign, ctrl+ with a letter, f1 to f24, and so on."
    scope = command_id.partition(".")[0]
    if (scope == EDITOR and (len(key) == 1 or key in TEXT_KEYS)) or (scope == EVERYWHERE and key in TEXT_KEYS):
        return f"{command_id}: {key} is needed where text is written."
    taken = _taken_by(command, NAMES_OF_SIGNS.get(key, key), others)
    return f"{command_id}: {key} is the key of {taken.id} there ({taken.label})." if taken else ""


def no_command(command_id: str) -> str:
    """The sentence for an id that no command has; it names those that end so, or come near."""
    from difflib import get_close_matches  # only where something is wrong

    ids = [one.id for scope in all_commands().values() for one in scope]
    near = [one for one in ids if one.partition(".")[2] == command_id] or get_close_matches(command_id, ids, n=2)
    hint = f"There is {' and '.join(near[:3])}." if near else "`prematch help keys` says where the ids are shown."
    return f"“{command_id[:40]}” is no command. {hint}"


def command_called(command_id: str) -> Command | None:
    """The command of that id, or none."""
    return next((one for scope in all_commands().values() for one in scope if one.id == command_id), None)


def _is_key(key: str) -> bool:
    return key in NAMED or (len(key) == 1 and key.isprintable() and not key.isspace()) or bool(_MODIFIED.fullmatch(key))


def _taken_by(command: Command, key: str, others: Mapping[str, str]) -> Command | None:
    """Another command that answers to that key on some screen where this one works."""
    if key in command.keys:
        return None
    scope = command.id.partition(".")[0]
    for screen, scopes in SCOPES.items():
        if scope != EVERYWHERE and (scope not in scopes or command.id in ABSENT.get(screen, ())):
            continue
        for other in (one for each in (*scopes, EVERYWHERE) for one in table_of(each)):
            away = other.id == command.id or other.id in ABSENT.get(screen, ())
            if not away and key in other.on(others).keys:
                return other
    return None
