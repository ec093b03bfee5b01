"""What a person may set about the screen: theme, glyphs, how to quit, and keys."""

from __future__ import annotations

import os
from dataclasses import field
from pathlib import Path

from store.frozen_record import record

THEME_NAMES = ("season-dark", "season-light", "high-contrast", "ansi-dark", "ansi-light")
GLYPHS = ("auto", "unicode", "ascii")
COLORS = ("auto", "never")


@record(frozen=True, slots=True)
class Settings:
    """The settings in force."""

    theme: str = THEME_NAMES[0]
    """Name of the theme."""
    glyphs: str = GLYPHS[0]
    """`auto`, `unicode` or `ascii`."""
    color: str = COLORS[0]
    """`auto`, or `never` for greys and shapes alone."""
    quit_once: bool = False
    """True leaves at the first `q`."""
    keys: dict[str, str] = field(default_factory=dict)
    """Other keys for commands, by command id."""
    troubles: tuple[str, ...] = ()
    """What could not be understood, a sentence each; the default stands instead."""

    @property
    def ascii_only(self) -> bool:
        """True when the screen must keep to plain ASCII."""
        if self.glyphs != "auto":
            return self.glyphs == "ascii"
        if os.environ.get("TERM", "") in {"linux", "dumb"}:
            return True
        spoken = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "UTF-8"
        return "utf" not in spoken.lower()


def read_settings(path: Path) -> Settings:
    """The settings of that TOML file; whatever is missing or wrong takes its default and is named."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as trouble:
        return _unread(path, trouble)
    import tomllib

    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        return _unread(path, trouble)
    troubles: list[str] = []
    theme = _one_of(given, "theme", THEME_NAMES, THEME_NAMES[0], troubles)
    glyphs = _one_of(given, "glyphs", GLYPHS, GLYPHS[0], troubles)
    color = _one_of(given, "color", COLORS, COLORS[0], troubles)
    quit_how = _one_of(given, "quit", ("once", "twice"), "twice", troubles)
    keys = given.get("keys", {})
    if not (isinstance(keys, dict) and all(isinstance(key, str) for key in keys.values())):
        troubles.append('[keys] should name a key for each command, such as "timeline.today" = "T".')
        keys = {}
    return Settings(theme, glyphs, color, quit_how == "once", dict(keys), tuple(troubles))


def _unread(path: Path, trouble: Exception) -> Settings:
    return Settings(troubles=(f"The settings in {path.name} could not be read, so the defaults hold: {trouble}.",))


def _one_of(given: dict[str, object], name: str, known: tuple[str, ...], default: str, troubles: list[str]) -> str:
    value = given.get(name, default)
    if value in known:
        return str(value)
    troubles.append(f"{name} = {value!r} is not one of {', '.join(known)}; {default} holds.")
    return default
