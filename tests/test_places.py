"""Files live where the system keeps such files, and the machine's zone is a named place or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.places import config_path, demo_path, machine_zone, season_path, state_folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / f"{name} ü"))
    return tmp_path


def test_each_kind_of_file_has_its_place(home: Path) -> None:
    assert season_path() == home / "XDG_DATA_HOME ü" / "prematch" / "season.json"
    assert config_path() == home / "XDG_CONFIG_HOME ü" / "prematch" / "settings.toml"
    assert state_folder() == home / "XDG_STATE_HOME ü" / "prematch"


def test_the_demonstration_is_apart_from_the_season(home: Path) -> None:
    assert demo_path().parent == season_path().parent
    assert demo_path() != season_path()


def test_asking_for_a_place_makes_nothing(home: Path) -> None:
    season_path()
    state_folder()
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("tz", "link", "words", "zone"),
    [
        ("Europe/Dublin", "/usr/share/zoneinfo/Asia/Tokyo", "", "Europe/Dublin"),  # the environment goes first
        (":Europe/Dublin", "", "", "Europe/Dublin"),
        ("/usr/share/zoneinfo/Europe/Dublin", "", "", "Europe/Dublin"),
        ("EST5EDT", "/usr/share/zoneinfo/Asia/Tokyo", "", "Asia/Tokyo"),  # rules, not a place
        ("CST", "", "America/Chicago\n", "America/Chicago"),  # letters several zones share
        ("", "../usr/share/zoneinfo/America/Argentina/Ushuaia", "", "America/Argentina/Ushuaia"),
        ("", "/var/db/timezone/zoneinfo/Europe/Rome", "", "Europe/Rome"),  # macOS
        ("", "/usr/share/zoneinfo/posix/Europe/Rome", "", "Europe/Rome"),
        ("", "/usr/share/zoneinfo/Etc/UTC", "", "UTC"),
        ("", "/etc/somewhere", "Europe/Warsaw", "Europe/Warsaw"),
        ("", "", "", ""),
        ("../../etc/passwd", "", "Mars/Phobos", ""),
    ],
)
def test_the_machine_says_its_zone_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tz: str, link: str, words: str, zone: str
) -> None:
    monkeypatch.setenv("TZ", tz)
    if link:
        (tmp_path / "localtime").symlink_to(link)
    if words:
        (tmp_path / "timezone").write_text(words, encoding="utf-8")
    assert machine_zone(tmp_path / "localtime", tmp_path / "timezone") == zone


def test_a_zone_file_that_is_not_text_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    (tmp_path / "timezone").write_bytes(b"\xff\xfe\x00")
    assert machine_zone(tmp_path / "localtime", tmp_path / "timezone") == ""
