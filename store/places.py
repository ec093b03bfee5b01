"""Where the files of this program live, and which zone the machine is in."""

from __future__ import annotations

import os
from pathlib import Path

from store.errors import RuleBroken
from store.moments import zone_named

APP = "prematch"
"""The name of its folders in the places each system keeps for programs."""
_ZONE_LINK = Path("/etc/localtime")
_ZONE_WORDS = Path("/etc/timezone")


def season_path(named: str = "") -> Path:
    """The season file that a person named, or the one of this machine when none is."""
    if named.startswith("~"):
        from store.typed_path import typed_path

        return typed_path(named)
    if named:
        return Path(named)
    from platformdirs import user_data_path  # not needed, and not imported, when a file is named

    return user_data_path(APP, appauthor=False) / "season.json"


def demo_path() -> Path:
    """The season file of the demonstration, apart from the applicant's own."""
    return season_path().with_name("demo.json")


def config_path() -> Path:
    """The applicant's settings."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "settings.toml"


def templates_folder() -> Path:
    """Where the applicant keeps templates of their own; it need not exist."""
    return config_path().with_name("templates")


def state_folder() -> Path:
    """Where logs and the state of the screen go; losing it loses no work."""
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False)


def choices_path() -> Path:
    """How the lists were set on the screen, for all seasons."""
    return state_folder() / "screen.json"


def left_at_path() -> Path:
    """Where on the screen the person was when they left, by season."""
    return state_folder() / "left-at.json"


def mark_of(path: Path) -> str:
    """A short mark that belongs to that path alone, for names in a folder that all seasons share."""
    from hashlib import sha256

    return sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:10]


def history_folder(path: Path) -> Path:
    """Where the undo steps of the season file at that path are kept."""
    return path.with_name(f"{path.name}.history")


def backup_folder(path: Path) -> Path:
    """Where copies of the season file at that path are kept."""
    return path.with_name(f"{path.name}.backups")


def errand_folder(path: Path) -> Path:
    """Where commands leave errands for the window that has the season file at that path open."""
    return path.with_name(f"{path.name}.errands")


def machine_zone(link: Path = _ZONE_LINK, words: Path = _ZONE_WORDS) -> str:
    """The IANA zone this machine is set to, from TZ, /etc/localtime or /etc/timezone; empty when none of them says."""
    for name in (_zone_in_environment(), _zone_in_link(link), _zone_in_words(words)):
        if name:
            return name
    return ""


def _zone_in_environment() -> str:
    # TZ may hold a leading colon, a path, or rules such as EST5EDT that name no place.
    return _place(os.environ.get("TZ", "").removeprefix(":"))


def _zone_in_link(link: Path) -> str:
    try:
        return _place(str(link.readlink()))
    except OSError:
        return ""


def _zone_in_words(words: Path) -> str:
    try:
        return _place(words.read_text(encoding="utf-8")[:100].strip())
    except (OSError, UnicodeDecodeError):
        return ""


def _place(text: str) -> str:
    name = text.rpartition("zoneinfo/")[2].removeprefix("posix/").removeprefix("right/")
    name = "UTC" if name in ("Etc/UTC", "Etc/UCT", "Zulu", "Etc/Zulu", "UCT", "Universal") else name
    try:
        zone_named(name)
    except RuleBroken:
        return ""
    return name
