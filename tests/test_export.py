"""A season handed out comes back: JSON whole, CSV with nothing new in it, Markdown for a person to read."""

from __future__ import annotations

import csv
import io
import re
import stat
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.errors import FileTrouble, RuleBroken
from store.exchange.archive import as_json, hand_out
from store.exchange.archive_csv import HEADINGS, as_csv
from store.exchange.archive_markdown import as_markdown
from store.exchange.guarding import guarded, unguarded
from store.exchange.markdown_words import quoted
from store.exchange.spreadsheet import ImportPreview, preview, read_spreadsheet
from store.record_json import season_to_tables
from store.records import Program, StatusChange
from store.season import Season
from store.season_file import SeasonFile
from store.words import Role, Status
from tests.broken_disk import BrokenDisk
from tests.command_shell import Shell
from tests.examples import NOW, a_busy_season, a_contact, a_program, a_season, an_interview, at
from tests.sample_season import sample_season

FORMULAS = ("=1+1", "+48 22 555", "-", "@home", "\tx", "\rx", "'=1", "''=1", "'quoted'", "plain")


def taken_from(season: Season, into: Season, folder: Path) -> ImportPreview:
    path = folder / "programs.csv"
    path.write_bytes(as_csv(season, now=NOW))
    return preview(into, read_spreadsheet(path), now=NOW)


def told(program: Program) -> dict[str, Any]:
    """What a spreadsheet can say of a program."""
    plain = ("name", "city", "state", "tier", "type", "nrmp_code", "acgme_code", "website", "draws", "status")
    return {field: getattr(program, field) for field in plain} | {"tags": sorted(program.tags)}


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_cell_that_a_spreadsheet_would_run_is_guarded_and_comes_back(cell: str) -> None:
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(cell)) == cell


@given(st.text(alphabet="'=+-@\t\rab ", max_size=6))
def test_the_guard_comes_off_again_whatever_the_cell(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


def test_a_csv_taken_into_its_own_season_finds_nothing_new(tmp_path: Path) -> None:
    season = a_busy_season()
    found = taken_from(season, season, tmp_path)
    assert found.rejected == ()
    assert (found.added, found.updated, len(found.unchanged)) == ((), (), len(season.followed))
    assert (found.contacts, found.interviews, found.notes) == ((), (), ())


def test_a_csv_taken_into_an_empty_season_brings_all_that_csv_can_hold(tmp_path: Path) -> None:
    season = a_busy_season()
    found = taken_from(season, Season(), tmp_path)
    assert [told(one) for one in found.added] == [told(one) for one in season.followed]
    assert {one.starts for one in found.interviews} == {one.starts for one in season.interviews}
    (coordinator,) = [one for one in season.contacts if one.role is Role.COORDINATOR]
    assert [one.name for one in found.contacts] == [coordinator.name]


def test_odd_words_come_back_as_they_were(tmp_path: Path) -> None:
    odd = a_program(
        name="=HYPERLINK(1) “Ünï” 安",
        city="-Bay; “x”, y",
        tags=("@nicu", "a b"),
        tier="A",
        draws="+ kind, 'quoted' “words”",
        zone_assumed=False,
    )
    people = a_contact(name="'=Ines", role=Role.COORDINATOR, email="not an address")
    folded = an_interview(starts=at("2026-11-01 06:30", "UTC").seen_from("America/Chicago"))
    season = a_season(odd, people, folded)
    found = taken_from(season, season, tmp_path)
    assert (found.rejected, found.updated, found.added) == ((), (), ())
    fresh = taken_from(season, Season(), tmp_path)
    assert [told(one) for one in fresh.added] == [told(odd)]
    assert [one.name for one in fresh.contacts] == ["'=Ines"]


def test_every_heading_is_one_the_import_knows(tmp_path: Path) -> None:
    path = tmp_path / "programs.csv"
    path.write_bytes(as_csv(a_busy_season(), now=NOW))
    assert [column.field for column in read_spreadsheet(path).columns] == list(HEADINGS)


def test_what_is_in_the_trash_is_not_in_the_table() -> None:
    gone = replace(a_program(), trashed=NOW)
    rows = list(csv.reader(io.StringIO(as_csv(a_season(gone), now=NOW).decode("utf-8-sig"))))
    assert rows == [list(HEADINGS.values())]


@pytest.mark.parametrize("season", [sample_season(), a_busy_season(), Season()], ids=["sample", "busy", "empty"])
def test_the_json_of_a_season_is_a_season_file_with_all_of_it(season: Season, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    hand_out(path, as_json(season_to_tables(season)))
    with SeasonFile.open(path) as file:
        assert file.season == season
        assert file.notice == ""


def test_the_markdown_has_a_section_for_each_program_and_its_messages() -> None:
    season = a_busy_season()
    text = as_markdown(season, now=NOW).decode()
    headings = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert headings == [program.name for program in season.followed]
    for words in ("Dr. Tomas Irigoyen", "Thu 3 Dec 2026 09:00 EST", "> Dear Dr. Wexley,", "invited", "### Messages"):
        assert words in text, words


def test_typed_words_never_become_marks_in_the_markdown() -> None:
    odd = a_program(name="# Alder\n## [x](javascript:1) <script>", statuses=(StatusChange(Status.APPLIED, NOW),))
    text = as_markdown(a_season(odd), now=NOW).decode()
    assert "<script>" not in text.replace("\\<", "")
    assert [line for line in text.splitlines() if line.startswith("#")][1:2] == [
        r"## \# Alder \#\# \[x\](javascript:1) \<script\>"
    ]


@given(st.text(st.sampled_from("ab1 \n\t-+=_*~&amp;#39;.)(`<>[]|\\!:/"), max_size=40))
@example("Best wishes,\n--\nLena")
@example("1. first\n2) second\n- third\n+ fourth\n    fifth")
@example("R&amp;D, __init__, snake_case, ~~struck~~, a_ b_")
def test_a_text_is_read_in_the_markdown_line_by_line_as_it_was_written(text: str) -> None:
    shown = MarkdownIt("commonmark").enable(["strikethrough", "table"]).render(quoted(text))
    plain = re.sub(r"</?(?:blockquote|p)>|<br />", "", shown)
    assert words_by_line(unescape(plain)) == words_by_line(text)


def words_by_line(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def test_nothing_is_written_over_unless_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    hand_out(path, b"one")
    with pytest.raises(RuleBroken, match="is there already"):
        hand_out(path, b"two")
    assert path.read_bytes() == b"one"
    hand_out(path, b"two", over=True)
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(RuleBroken, match="is there already"):
        hand_out(tmp_path / "link", b"three")
    with pytest.raises(RuleBroken, match="is a folder"):
        hand_out(tmp_path, b"three", over=True)


def test_an_export_that_fails_leaves_the_older_file(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    hand_out(path, b"one")
    turn = 0
    while True:
        turn += 1
        disk = BrokenDisk(turn)
        try:
            hand_out(path, b"two", over=True, disk=disk)
        except FileTrouble:
            assert path.read_bytes() == (b"two" if disk.failed == "sync_folder" else b"one")
        if not disk.failed:
            break
    assert path.read_bytes() == b"two" and [one.name for one in tmp_path.iterdir()] == ["all.json"]


@pytest.mark.parametrize("what", ["csv", "json", "md"])
def test_the_command_prints_or_writes_and_changes_nothing(demo: Shell, tmp_path: Path, what: str) -> None:
    before = demo.path.read_bytes()
    printed = demo("export", what)
    assert printed.code == 0 and printed.err == ""
    said = demo("export", what, "--out", str(tmp_path))
    path = tmp_path / f"prematch-2026-11-24.{what}"
    assert said.code == 0 and str(path) in said.err and said.out == ""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="utf-8-sig").rstrip("\n") == printed.out.rstrip("\n")
    again = demo("export", what, "--out", str(path))
    assert again.code == 2 and "--force" in again.err
    assert demo("export", what, "--out", str(path), "--force", "--json").json["path"] == str(path)
    assert demo.path.read_bytes() == before


def test_a_name_no_system_takes_is_mended(demo: Shell, tmp_path: Path) -> None:
    demo("export", "csv", "--out", str(tmp_path / "con.csv"))
    demo("export", "csv", "--out", str(tmp_path / "a:b?.csv"))
    assert {path.name for path in tmp_path.glob("*.csv")} == {"_con.csv", "a-b-.csv"}


def test_an_exported_season_is_taken_in_again_whole_as_one_step(demo: Shell, tmp_path: Path) -> None:
    season, exported = demo.season, tmp_path / "all.json"
    assert demo("export", "json", "--out", str(exported)).code == 0
    demo.path.unlink()
    (tmp_path / "season.json.history").rename(tmp_path / "old") if (tmp_path / "season.json.history").exists() else None
    assert demo("import", str(exported), "--dry-run").code == 0
    assert demo.season == Season()
    assert demo("import", str(exported)).code == 0
    assert demo.season == season
    assert demo("undo").code == 0
    assert demo.season == Season()
    assert demo("redo").code == 0
    assert demo.season == season


def test_a_whole_season_is_never_mixed_into_another(demo: Shell, tmp_path: Path) -> None:
    exported = tmp_path / "all.json"
    demo("export", "json", "--out", str(exported))
    demo("add", "Alder Ridge")
    before = demo.path.read_bytes()
    said = demo("import", str(exported))
    assert said.code == 2 and "Nothing was changed" in said.err
    assert demo("import", str(tmp_path / "none.json")).code == 2
    assert demo.path.read_bytes() == before


def test_the_demo_season_as_csv_finds_nothing_new_in_itself(demo: Shell, tmp_path: Path) -> None:
    path = tmp_path / "programs.csv"
    demo("export", "csv", "--out", str(path))
    found = demo("import", str(path), "--dry-run", "--json").json
    assert (found["added"], found["updated"], found["rejected"]) == (0, 0, [])
    assert found["unchanged"] == len(demo.season.followed)
