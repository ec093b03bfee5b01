"""Backups from the command line: made, listed, shown before they are brought back, and taken back by undo."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store.disk import Disk
from store.found_season import found_at
from store.season import Season
from store.season_file import SeasonFile
from tests.command_shell import GOOD_THANKS, NOW, Keyboard, Shell, no_change
from tests.examples import a_program, a_season
from tui.command_line.running import run

LATER = "2026-11-24T15:05+01:00"


def exported(season: Season) -> str:
    """The season as text, to be compared letter by letter."""
    from store.plain_values import json_line
    from store.record_json import season_to_tables

    return json_line(season_to_tables(season))


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda text: monkeypatch.setattr(sys, "stdin", Keyboard(text))


def test_a_backup_is_made_and_not_made_twice(demo: Shell) -> None:
    said = demo("backup", "--json")
    assert said.code == 0
    assert said.json["made"] is True
    assert Path(said.json["path"]).read_bytes() == demo.path.read_bytes()
    again = demo("backup", now=LATER)
    assert again.code == 0
    assert "Nothing has changed since the newest backup" in again.err


def test_without_a_season_there_is_nothing_to_back_up(shell: Shell) -> None:
    no_change(shell, shell("backup"))
    assert "nothing to back up" in shell("backup").err
    assert not shell.path.exists()


def test_the_list_tells_number_age_reason_counts_and_size(demo: Shell) -> None:
    assert demo("add", "Alder Ridge").code == 0
    assert demo("backup", now=LATER).code == 0
    said = demo("backups", now=LATER)
    newest, oldest = said.out.splitlines()
    told = "1 Tue 24 Nov 2026 15:05 CET asked for 55 programs, 35 messages (5 not sent)"
    assert " ".join(newest.split()) == f"{told}, last change Tue 24 Nov 2026 14:05 CET, 79 kB"
    assert "before the first change" in oldest and "54 programs" in oldest
    assert "`prematch restore 1`" in said.err


def test_the_list_in_plain_words_and_as_data(demo: Shell) -> None:
    assert demo("add", "Alder Ridge").code == 0
    assert demo("backups", "--plain").out.startswith("backup 1: Tue 24 Nov 2026 14:05 CET, before the first change, ")
    (one,) = demo("backups", "--json").json["backups"]
    assert one["number"] == 1
    assert one["made"] == "2026-11-24T14:05:00+01:00"
    assert one["made_zone"] == "Europe/Warsaw"
    assert (one["reason"], one["programs"], one["letters"]) == ("first-change", 54, 35)
    assert one["readable"] is True and one["trouble"] == ""
    assert one["bytes"] == Path(one["path"]).stat().st_size


def test_a_list_of_none_says_when_there_will_be_one(shell: Shell) -> None:
    said = shell("backups")
    assert (said.code, said.out) == (0, "")
    assert "There is no backup yet" in said.err


def test_one_that_cannot_be_read_is_listed_with_the_reason(demo: Shell) -> None:
    path = Path(demo("backup", "--json").json["path"])
    path.write_bytes(b"")
    said = demo("backups")
    assert said.code == 1
    assert "cannot be read" in said.out and "is empty" in said.out
    refused = demo("restore", "1", "--yes")
    assert refused.code == 3
    assert "Nothing was changed" in refused.err and "doctor" not in refused.err


def test_the_list_speaks_of_home_when_the_season_cannot_be_read(demo: Shell) -> None:
    assert demo("backup").code == 0
    demo.path.write_bytes(b"")
    assert demo("backups", home="").out.count("14:05 CET") == 2


# Bringing back


def test_a_restore_shows_what_would_differ_and_waits_for_a_yes(demo: Shell) -> None:
    assert demo("backup").code == 0
    assert demo("add", "Alder Ridge").code == 0
    assert demo("status", "mossbank", "REJ").code == 0
    before = demo.path.read_bytes()
    said = demo("restore", "2")  # the change of a run before is backup 1
    no_change(demo, said)
    assert demo.path.read_bytes() == before
    lines = said.err.splitlines()
    assert "1 program goes:" in lines and "  program: Alder Ridge" in lines
    assert "1 program changes:" in lines and any("Mossbank" in line for line in lines)
    assert "--yes" in lines[-1]


def test_a_restore_is_backed_up_first_and_one_undo_takes_it_back(demo: Shell) -> None:
    assert demo("backup").code == 0
    before = demo.season
    assert demo("add", "Alder Ridge").code == 0
    changed = demo.season
    said = demo("restore", "1", "--yes", now=LATER)
    assert said.code == 0
    assert "`prematch undo` takes back" in said.err
    assert exported(demo.season) == exported(before)
    newest = demo("backups", "--json").json["backups"][0]
    assert newest["reason"] == "before-restore"
    assert exported(found_at(Path(newest["path"]), Disk()).written.season) == exported(changed)
    assert demo("undo").code == 0
    assert exported(demo.season) == exported(changed)
    assert demo("redo").code == 0
    assert exported(demo.season) == exported(before)


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("Yes\n", 0), ("n\n", 2), ("\n", 2), ("", 2), ("yyy\n", 2)])
def test_at_a_terminal_it_asks(demo: Shell, typing: Callable[[str], None], typed: str, code: int) -> None:
    assert demo("backup").code == 0
    assert demo("add", "Alder Ridge").code == 0
    before = demo.season
    typing(typed)
    said = demo("restore", "1")
    assert said.code == code
    assert "Bring it back? [y/N]" in said.err
    assert (demo.season == before) == (code == 2)


def test_the_preview_as_data_and_the_doing_too(demo: Shell) -> None:
    assert demo("backup").code == 0
    assert demo("add", "Alder Ridge").code == 0
    said = demo("restore", "1", "--json")
    assert said.code == 2
    assert said.json["restored"] is False
    (change,) = said.json["changes"]
    assert (change["way"], change["table"], change["name"]) == ("goes", "programs", "program: Alder Ridge")
    assert demo("restore", "1", "--json", "--yes").json["restored"] is True


def test_a_backup_that_says_the_same_changes_nothing(demo: Shell) -> None:
    assert demo("backup").code == 0
    before = demo.path.read_bytes()
    said = demo("restore", "1")
    assert said.code == 0
    assert "Nothing would change" in said.err
    assert demo.path.read_bytes() == before


def test_any_season_file_may_be_brought_back(demo: Shell, tmp_path: Path) -> None:
    other = tmp_path / "from the stick.json"
    with SeasonFile.open(other) as file:
        file.save(a_season())
    assert demo("restore", str(other), "--yes").code == 0
    assert demo.season == a_season()
    assert "Restored: “from the stick.json”" in demo("history").out


@pytest.mark.parametrize("which", ["0", "2", "99999999999", "nowhere.json", "/", "../x", "¹"])
def test_what_is_no_backup_is_refused_in_one_sentence(demo: Shell, which: str) -> None:
    assert demo("backup").code == 0
    before = demo.path.read_bytes()
    said = demo("restore", which, "--yes")
    assert said.code in (2, 3)
    assert len(said.err.strip().splitlines()) == 1
    assert demo.path.read_bytes() == before


def test_a_text_file_is_no_season_to_bring_back(demo: Shell, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(GOOD_THANKS, encoding="utf-8")
    said = demo("restore", str(tmp_path / "letter.txt"), "--yes")
    assert said.code == 3
    assert "is damaged at line 1" in said.err


def test_over_a_damaged_file_the_chosen_backup_is_put_in_place(demo: Shell) -> None:
    assert demo("backup").code == 0
    before = demo.season
    demo.path.write_bytes(b"{")
    refused = demo("restore", "1")
    assert refused.code == 2
    assert demo.path.read_bytes() == b"{"
    said = demo("restore", "1", "--yes")
    assert said.code == 0
    assert demo.season == before
    assert demo.path.with_name("season.damaged-20261124-130500.json").read_bytes() == b"{"


def test_control_codes_in_a_backup_do_not_reach_the_terminal(demo: Shell, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    with SeasonFile.open(other) as file:
        file.save(a_season(a_program(name="Oak\x1b[2J \u202eridge")))
    said = demo("restore", str(other))
    assert "Oak[2J ridge" in said.err
    assert "\x1b" not in said.err + said.out


def test_the_doctor_speaks_of_terminal_clipboard_and_editor(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor -w")
    monkeypatch.delenv("VISUAL", raising=False)
    said = demo("doctor")
    assert "editor: no-such-editor -w, which cannot be found" in said.out
    assert "terminal: " in said.out and "clipboard: " in said.out
    assert "All is well." in said.err


def test_the_doctor_names_copies_of_sync_programs(demo: Shell) -> None:
    copy = demo.path.with_name("season.sync-conflict-20261124-140500-ABCDEFG.json")
    copy.write_bytes(demo.path.read_bytes())
    said = demo("doctor")
    assert said.code == 0 and copy.name in said.out and f'prematch merge "{copy}"' in said.out
    assert [one["id"] for one in demo("doctor", "--json").json["findings"]] == ["copy"]


def test_while_another_program_has_the_file_the_doctor_looks_but_repairs_nothing(demo: Shell) -> None:
    assert demo("backup").code == 0
    demo.path.with_name(".season.json.tmp-17-0a1b2c3d").write_bytes(b"x")
    with SeasonFile.open(demo.path):
        said = demo("doctor", "--json")
        assert said.code == 0
        assert [one["id"] for one in said.json["findings"]] == ["held"]
    demo.path.chmod(0o644)
    with SeasonFile.open(demo.path):
        refused = run(["--file", str(demo.path), "--now", NOW, "doctor", "--repair"])
        assert refused == 3


def test_a_number_of_no_backup_is_refused_whatever_zeros_stand_before_it(demo: Shell) -> None:
    assert demo("backup").code == 0
    said = demo("restore", "0000000011", "--yes")
    assert said.code == 2
    assert said.err.startswith("There is no backup 11. `prematch backups` lists the ")
