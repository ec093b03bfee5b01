"""Files from the command line: spreadsheets, the demo season, paths."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from store.record_json import read_season
from tests.command_shell import Said, Shell, no_change

SHEET = "Program,City,State,Zone\nAlder Ridge,Marrow,MN,America/Chicago\nTamsin Bay,Tamsin,OR,America/Los_Angeles\n"


def test_a_spreadsheet_is_shown_taken_in_once_and_taken_back_whole(shell: Shell, tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    assert shell("import", str(sheet), "--dry-run", "--json").json["added"] == 2
    assert not shell.path.exists()
    assert shell("import", str(sheet)).out.startswith("2 added, 0 updated, 0 unchanged, 0 rejected")
    assert len(shell.season.programs) == 2
    again = shell("import", str(sheet), "--json").json
    assert (again["added"], again["unchanged"], again["rejected"]) == (0, 2, [])
    assert shell("undo").code == 0
    assert not shell.season.programs


def test_a_bad_row_keeps_the_whole_spreadsheet_out(shell: Shell, tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text(f"{SHEET},Marrow,MN,America/Chicago\n", encoding="utf-8")
    said = shell("import", str(sheet), "--json")
    assert (said.code, said.json["rejected"][0]["row"]) == (2, 4)
    assert not shell.path.exists()
    assert shell("import", str(sheet), "--dry-run").code == 1
    assert shell("import", str(sheet), "--leave-out-rejected").code == 0
    assert len(shell.season.programs) == 2


def test_columns_are_mapped_by_hand(shell: Shell, tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text("Alder Ridge,Marrow\nTamsin Bay,Tamsin\n", encoding="utf-8")
    asked = shell("import", str(sheet))
    no_change(shell, asked)
    assert "--map 1=name" in asked.err
    assert shell("import", str(sheet), "--map", "1=name", "2=city").code == 0
    assert [program.city for program in shell.season.programs] == ["Marrow", "Tamsin"]
    no_change(shell, shell("import", str(sheet), "--map", "name"))


def test_a_spreadsheet_that_is_gone_ends_with_three(shell: Shell) -> None:
    no_change(shell, shell("import", "gone.csv"), code=3)


def test_the_demo_is_written_once_and_never_over_anything(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "demo.json"
    assert shell("demo", "--out", str(target)).code == 0
    assert len(read_season(json.loads(target.read_text(encoding="utf-8"))).season.programs) > 40
    no_change(shell, shell("demo", "--out", str(target)))
    no_change(shell, shell("demo"))


def test_paths_are_printed(shell: Shell) -> None:
    assert shell("path").out.strip() == str(shell.path)
    assert shell("path", "backups").out.strip().startswith(str(shell.path))
    assert shell("path", "config", "--json").json["what"] == "config"


def test_every_command_says_nothing_on_standard_output_but_data(demo: Shell) -> None:
    writes: list[Callable[[], Said]] = [
        lambda: demo("status", "mossbank", "REJ"),
        lambda: demo("rule", "mossbank", "thanks-welcome"),
        lambda: demo("skip", "osprey"),
        lambda: demo("undo"),
        lambda: demo("redo"),
    ]
    for write in writes:
        said = write()
        assert (said.code, said.out) == (0, "")
        assert "prematch undo" in said.err or "prematch redo" in said.err


WRITTEN = {
    "prep": ("prep", "orrin"),
    "record": ("record",),
    "rank sheet": ("rank", "sheet"),
    "export": ("export", "md"),
    "ics": ("ics",),
}
"""Commands that write a file where `--out` says, by what they are called."""


@pytest.mark.parametrize("argv", WRITTEN.values(), ids=WRITTEN)
def test_a_file_is_written_for_its_owner_into_a_folder_and_never_over_another(
    demo: Shell, tmp_path: Path, argv: tuple[str, ...]
) -> None:
    folder = tmp_path / "to hand over"
    folder.mkdir()
    demo(*argv, "--out", str(folder))
    (written,) = folder.iterdir()
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    other = folder / "other.txt"
    other.write_text("mine", encoding="utf-8")
    said = demo(*argv, "--out", str(other))
    assert said.code == 2 and other.read_text(encoding="utf-8") == "mine"
    has_force = "--force" in demo(*argv[:1], "--help").out
    assert ("--force" in said.err) is has_force


@pytest.mark.parametrize("argv", WRITTEN.values(), ids=WRITTEN)
def test_a_place_that_cannot_be_looked_at_is_taken_for_no_folder(
    demo: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]
) -> None:
    def forbidden(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", forbidden)
    assert demo(*argv, "--out", str(tmp_path / "sheet.txt")).code in (0, 1)


def test_a_command_that_is_proposed_can_be_typed_as_it_stands(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "my season.json"
    assert f"`prematch --file '{path}'` opens it." in shell("demo", "--out", str(path)).err
    assert f"`prematch --file '{path}-2'` opens it." in shell("new-season", f"{path}-2").err
