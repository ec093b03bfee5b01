"""One short line for a shell prompt: true to the agenda, silent when there is nothing, never in anybody's way."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.season_file import SeasonFile
from tests.command_shell import Shell
from tests.test_command_line_speed_contract import LATER, SCREEN, loaded_by

QUIET = "2026-07-01T10:00+02:00"


def test_it_counts_what_the_agenda_lists(demo: Shell) -> None:
    lines = demo("agenda", "today", "--plain").out.splitlines()
    late = sum(line.startswith("late ") for line in lines)
    today = sum(line.startswith("due ") for line in lines)
    assert demo("agenda", "--short").out == f"{late} late, {today} today\n"
    assert demo("agenda", "--short", "--json").json == {"format": 1, "late": late, "today": today}


def test_nothing_due_prints_nothing(shell: Shell) -> None:
    shell("add", "Alder Ridge", now=QUIET)
    said = shell("agenda", "--short", now=QUIET)
    assert (said.code, said.out, said.err) == (0, "", "")


def test_a_season_that_is_not_there_is_no_error_and_is_not_made(shell: Shell) -> None:
    said = shell("agenda", "--short", "--exit-code")
    assert (said.code, said.out, said.err) == (0, "", "")
    assert not list(shell.path.parent.iterdir())


def test_only_what_there_is_is_named(shell: Shell) -> None:
    shell("invite", "x", now=QUIET)
    shell("add", "Alder Ridge", "--status", "APP", now=QUIET)
    shell("invite", "alder", "--at", "2026-11-24T13:00+01:00")
    assert shell("agenda", "--short").out == "1 today\n"
    assert shell("agenda", "--short", "--exit-code").code == 0
    later = "2026-11-28T10:00+01:00"
    assert shell("agenda", "--short", now=later).out == "1 late\n"
    assert shell("agenda", "--short", "--exit-code", now=later).code == 1


def test_it_answers_while_another_window_holds_the_season(demo: Shell) -> None:
    with SeasonFile.open(demo.path):
        assert demo("agenda", "--short").out.endswith(" today\n")


def test_nothing_is_left_beside_the_season(demo: Shell) -> None:
    before = sorted(demo.path.parent.iterdir())
    assert demo("agenda", "--short").out.endswith(" today\n")
    assert sorted(demo.path.parent.iterdir()) == before


def test_it_loads_neither_screen_nor_letters_nor_locks(tmp_path: Path) -> None:
    loaded_by(tmp_path, "demo", "--out", str(tmp_path / "season.json"))
    assert loaded_by(tmp_path, "agenda", "--short") & (SCREEN | LATER) == set()


def test_a_file_that_cannot_be_read_is_said(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    demo.path.write_text("{", encoding="utf-8")
    said = demo("agenda", "--short")
    assert (said.code, said.out) == (3, "")
    assert said.err.count("\n") == 1
