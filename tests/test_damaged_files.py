"""Whatever a season file has become, opening it ends in a season or in one sentence with a way out."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from store.ailments import findings
from store.checkup import look_over
from store.errors import Damaged, FileTrouble
from store.records import Note
from store.season_file import SeasonFile
from tests.command_shell import Shell
from tests.examples import NOW, a_letter, a_program, a_season
from tui import kept_questions, typed_words, unsaved_copies

SEASON = a_season(a_program(), a_letter(), Note("n-first", "p-bright", NOW, "Rounds at six."))


class Row(NamedTuple):
    """A season file gone wrong, and what must come of opening it."""

    what: str
    data: bytes | None
    """What the file holds; None when there is none."""
    ends: str
    """`season`, `noted` (a season, and the doctor has a remedy), `damaged` (a backup is offered) or `refused`."""
    words: str = ""
    """Part of the sentence."""


def written() -> bytes:
    """The bytes of a good file."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder, SeasonFile.open(Path(folder) / "season.json") as file:
        file.save(SEASON)
        return file.path.read_bytes()


GOOD = written()


def altered(**tables: Any) -> bytes:
    """The good file with these tables put in, as somebody's own program would write it."""
    return json.dumps({**json.loads(GOOD), **tables}, ensure_ascii=False).encode()


def about(**meta: Any) -> bytes:
    """The good file that says other things about itself."""
    return altered(_meta={"1": {**json.loads(GOOD)["_meta"]["1"], **meta}})


PROGRAM = json.loads(GOOD)["programs"]["1"]
CORPUS = [
    Row("missing, backups beside it", None, "damaged", "is missing, but there are backups"),
    Row("zero bytes", b"", "damaged", "is empty, as after a crash"),
    Row("blanks", b" \n" * 50, "damaged", "nothing but blanks"),
    Row("NULs", bytes(4096), "damaged", "holds zero bytes"),
    Row("cut in the middle", GOOD[: len(GOOD) // 2], "damaged", "is damaged at line"),
    Row("cut by one byte", GOOD[:-2], "damaged", "is damaged at line"),
    Row("cut inside a character", GOOD[:200] + "é".encode()[:1], "damaged", "is not UTF-8 text"),
    Row("an old tail after the end", GOOD + GOOD[-40:], "damaged", "is damaged at line"),
    Row("two copies glued", GOOD + GOOD, "damaged", "is damaged at line"),
    Row("a page of zeros inside", GOOD[:300] + bytes(512) + GOOD[300:], "damaged", "holds zero bytes"),
    Row("a bit flipped in structure", GOOD.replace(b'"programs": {', b'"programs": [', 1), "damaged", "is damaged at"),
    Row("a bit flipped in text", GOOD.replace(b"Thank you", b"Thank yot", 1), "noted"),
    Row("BOM", b"\xef\xbb\xbf" + GOOD, "noted"),
    Row("UTF-16", GOOD.decode().encode("utf-16"), "damaged", "is stored as UTF-16"),
    Row("Latin-1", '{"é": 1}'.encode("latin-1"), "damaged", "is not UTF-8"),
    Row("CRLF", GOOD.replace(b"\n", b"\r\n"), "noted"),
    Row("a list", b"[]", "damaged", "a list or a single value"),
    Row("null", b"null", "damaged", "a list or a single value"),
    Row("a number", b"17", "damaged", "a list or a single value"),
    Row("a table that is a list", altered(letters=[]), "damaged", "should be a table of records"),
    Row("a record that is text", altered(letters={"1": "hello"}), "damaged", "is not a record"),
    Row("a record numbered abc", altered(letters={"abc": {}}), "damaged", "a record numbered “abc”"),
    Row("numbers 1 and 01", altered(letters={"1": {}, "01": {}}), "damaged", "two records with the number 1"),
    Row("a key twice", GOOD.replace(b'"name":', b'"name": "x", "name":', 1), "damaged", "twice in one place"),
    Row("an id twice", altered(programs={"1": PROGRAM, "2": PROGRAM}), "damaged", "2 records have the id"),
    Row("an unknown table", altered(moods={"1": {"x": 1}}), "noted"),
    Row("unknown fields", altered(programs={"1": {**PROGRAM, "mood": "sunny"}}), "noted"),
    Row("a missing field", altered(programs={"1": {"id": "p-bright"}}), "damaged", "“name” is missing"),
    Row("a wrong type", altered(programs={"1": {**PROGRAM, "name": 7}}), "damaged", "name"),
    Row("NaN", altered(moods={"1": {"x": float("nan")}}), "damaged", "NaN, which is not a number"),
    Row("2^80", altered(moods={"1": {"x": 2**80}}), "damaged", "a number too large"),
    Row("nested without end", b'{"_meta": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "damaged", "without end"),
    Row("half a character", GOOD.replace(b"Thank you", b"Thank \\ud83dyou", 1), "noted"),
    Row("format 99", about(format=99), "refused", "was written by a newer version"),
    Row("a format in words", about(format="three"), "damaged", "a format number that is not a number"),
    Row("a program that is gone", altered(programs={}), "noted"),
    Row(
        "a person that is gone",
        altered(letters={"1": {**json.loads(GOOD)["letters"]["1"], "contact_ids": ["c-x"]}}),
        "noted",
    ),
    Row("JSON of another program", b'{"name": "left-pad"}', "damaged", "nothing in it says that it is a season"),
    Row("a binary file", bytes(range(1, 256)) * 20, "damaged"),
]
by_name = pytest.mark.parametrize("row", CORPUS, ids=[row.what for row in CORPUS])


@pytest.fixture
def beside(shell: Shell) -> Shell:
    """A season with one good backup."""
    with SeasonFile.open(shell.path) as file:
        file.save(SEASON)
    assert shell("backup").code == 0
    return shell


def put(shell: Shell, row: Row) -> None:
    shell.path.unlink()
    if row.data is not None:
        shell.path.write_bytes(row.data)
        shell.path.chmod(0o600)


def everything(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes, but for what only says who is here."""
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file() and not each.name.endswith((".lock", ".holder"))
    }


@by_name
def test_opening_ends_in_a_season_or_one_sentence_and_changes_nothing(beside: Shell, row: Row) -> None:
    put(beside, row)
    before = everything(beside.path.parent)
    said = beside("list")
    if row.ends in ("season", "noted"):
        assert said.code == 0
    else:
        assert said.code == 3
        assert len(said.err.strip().splitlines()) == 1
        assert row.words in said.err
        assert ("prematch doctor" in said.err) == (row.ends == "damaged")
    assert beside("doctor").code in (0, 1, 3)
    assert beside("backups").code == 0
    assert everything(beside.path.parent) == before


@by_name
def test_a_change_is_made_to_a_season_or_to_nothing(beside: Shell, row: Row) -> None:
    put(beside, row)
    before = everything(beside.path.parent)
    said = beside("add", "Alder Ridge")
    if row.ends in ("season", "noted"):
        assert said.code == 0
        assert "Alder Ridge" in {program.name for program in beside.season.programs}
    else:
        assert said.code == 3
        assert everything(beside.path.parent) == before


@by_name
def test_the_doctor_says_it_and_a_repair_loses_nothing(beside: Shell, row: Row) -> None:
    put(beside, row)
    seen = look_over(beside.path)
    ill = {one.id for one in findings(seen) if one.ill}
    said = beside("doctor", "--repair", "--json")
    if row.ends == "refused":
        assert ill == {"unreadable"} and said.code == 3
        assert beside.path.read_bytes() == row.data
        return
    assert said.code == 0, said.out
    assert said.json["healthy"] is True
    assert beside("doctor").code == 0
    if row.ends == "damaged":
        assert ill == {"missing" if row.data is None else "damaged"}
        assert beside.season == SEASON
    aside = [each for each in beside.path.parent.iterdir() if "damaged" in each.name]
    if row.ends == "damaged" and row.data is not None:
        assert [each.read_bytes() for each in aside] == [row.data]
        assert stat.S_IMODE(aside[0].stat().st_mode) == 0o600
    else:
        assert aside == []


@pytest.mark.parametrize("row", [row for row in CORPUS if row.data is not None and row.ends == "damaged"][:6])
def test_without_a_backup_a_damaged_file_stays_and_the_doctor_says_so(shell: Shell, row: Row) -> None:
    assert row.data is not None
    shell.path.write_bytes(row.data)
    assert shell("doctor").code == 1
    said = shell("doctor", "--repair")
    assert said.code == 3
    assert shell.path.read_bytes() == row.data
    assert "repair:" not in said.out


def test_a_damaged_file_is_kept_aside_each_time_under_a_name_of_its_own(beside: Shell) -> None:
    for turn in range(3):
        beside.path.write_bytes(b"{" * (turn + 1))
        assert beside("doctor", "--repair").code == 0
    aside = sorted(each.name for each in beside.path.parent.iterdir() if "damaged" in each.name)
    assert aside == [
        "season.damaged-20261124-130500-2.json",
        "season.damaged-20261124-130500-3.json",
        "season.damaged-20261124-130500.json",
    ]


def test_the_newest_backup_that_can_be_read_is_the_one_brought_back(beside: Shell) -> None:
    assert beside("add", "Alder Ridge").code == 0
    assert beside("backup", now="2026-11-24T15:00+01:00").code == 0
    newest = max(beside.path.with_name("season.json.backups").iterdir())
    newest.write_bytes(b"")
    beside.path.write_bytes(b"")
    said = beside("doctor")
    assert "put backup 2 in its place" in said.out
    assert beside("doctor", "--repair").code == 0
    assert beside.season == SEASON


def test_changes_made_after_the_backup_can_be_done_again(beside: Shell) -> None:
    for name in ("Alder Ridge", "Birch Hollow"):
        assert beside("add", name).code == 0
    for each in sorted(beside.path.with_name("season.json.backups").iterdir())[1:]:
        each.unlink()  # so that the backup is two changes old
    whole = beside.season
    beside.path.write_bytes(beside.path.read_bytes()[:500])
    said = beside("doctor", "--repair")
    assert "2 later changes wait in the undo history" in said.out
    assert beside.season == SEASON
    assert [beside("redo").code for _ in range(3)] == [0, 0, 1]
    assert beside.season == whole


def test_a_change_after_a_repair_begins_a_way_of_its_own(beside: Shell) -> None:
    for name in ("Alder Ridge", "Birch Hollow"):
        assert beside("add", name).code == 0
    for each in sorted(beside.path.with_name("season.json.backups").iterdir())[1:]:
        each.unlink()
    beside.path.write_bytes(b"")
    assert beside("doctor", "--repair").code == 0
    assert beside("add", "Cedar Point").code == 0
    assert beside("redo").code == 1
    assert beside("undo").code == 0
    assert beside.season == SEASON


def test_unknown_tables_come_back_with_the_backup(beside: Shell) -> None:
    beside.path.write_bytes(altered(moods={"1": {"x": 1}}))
    assert beside("backup", now="2026-11-24T15:00+01:00").code == 0
    beside.path.write_bytes(b"")
    assert beside("doctor", "--repair").code == 0
    assert json.loads(beside.path.read_bytes())["moods"] == {"1": {"x": 1}}


def test_dropped_references_are_one_undo_step(beside: Shell) -> None:
    lost = replace(SEASON.letters[0], contact_ids=("c-gone",), interview_id="i-gone", answers="l-gone")
    with SeasonFile.open(beside.path) as file:
        file.save(replace(SEASON, letters=(lost,)))
    said = beside("doctor")
    assert said.code == 1
    assert "1 record names a record that is gone (l-letter)" in said.out
    assert beside("doctor", "--repair").code == 0
    assert beside.season == SEASON
    assert beside("undo").code == 0
    assert beside.season.letters == (lost,)


def test_leftovers_are_found_and_removed_wherever_they_lie(beside: Shell) -> None:
    folder = beside.path.parent
    mine = [
        folder / ".season.json.tmp-17-0a1b2c3d",
        folder / "..season.json.holder.tmp-17-0a1b2c3d",
        folder / "season.json.backups" / ".20261124T130500Z-00-asked-for.json.tmp-17-0a1b2c3d",
    ]
    others = [folder / ".other.json.tmp-17-0a1b2c3d", folder / "season.json.tmp-mine"]
    for each in (*mine, *others):
        each.write_bytes(b"x")
    assert "3 temporary files" in beside("doctor").out
    assert beside("doctor", "--repair").code == 0
    assert [each for each in (*mine, *others) if each.exists()] == others


def test_an_archive_cut_short_is_found_once_nobody_writes_it_and_removed_unless_other_things_are_in_it(
    beside: Shell,
) -> None:
    folder = beside.path.parent
    cut, written, others = (folder / f".a season.tmp-{number}-0a1b2c3d" for number in (17, 18, 19))
    for each in (cut, written, others):
        (each / "programs").mkdir(parents=True)
        (each / "index.md").write_text("x")
        (each / "programs" / "Alder.md").write_text("x")
    (others / "thesis.docx").write_text("mine")
    (folder / ".a link.tmp-20-0a1b2c3d").symlink_to(folder / "season.json.backups")
    for each in (cut, others):
        os.utime(each, (each.stat().st_mtime - 3600,) * 2)
    said = beside("doctor")
    assert said.code == 1 and "2 archive folders" in said.out and written.name not in said.out
    said = beside("doctor", "--repair")
    assert "Archive folders cut short removed: 1" in said.out
    assert not cut.exists() and written.exists() and sum(1 for _ in others.rglob("*.*")) == 3
    assert (folder / ".a link.tmp-20-0a1b2c3d").is_symlink() and any((folder / "season.json.backups").iterdir())


def test_what_the_screen_could_not_save_is_noted_by_the_doctor_while_nobody_types(
    beside: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(beside.path.parent / "state"))
    (state := unsaved_copies.kept_as(beside.path).parent).mkdir(parents=True)
    copy = state / f"{unsaved_copies.kept_as(beside.path).stem} (unsaved, 20261124-130500).json"
    copy.write_bytes(beside.path.read_bytes())
    typed_words.place_of(beside.path).write_text('{"l-letter": {"subject": "", "body": "zeal", "over": []}}')
    kept_questions.write_half_typed(kept_questions.place_of(beside.path), {"The reason\np-alder": {"": "zeal"}})
    said = beside("doctor")
    assert said.code == 0 and "zeal" not in said.out
    assert (
        f"note: Not everything could be saved when prematch was ended; what was on screen then is in “{copy}”"
        in said.out
    )
    assert (
        "note: Words typed in 1 message were not saved" in said.out and "“The reason” stood half filled in" in said.out
    )
    with SeasonFile.open(beside.path):
        said = beside("doctor")
    assert str(copy) in said.out and "Words typed" not in said.out and "half filled in" not in said.out


def test_a_file_that_others_may_read_is_closed(beside: Shell) -> None:
    beside.path.chmod(0o644)
    assert "Other users of this machine" in beside("doctor").out
    assert beside("doctor", "--repair").code == 0
    assert stat.S_IMODE(beside.path.stat().st_mode) == 0o600


@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_what_is_no_file_is_a_sentence_for_the_doctor_too(shell: Shell, kind: str) -> None:
    if kind == "folder":
        shell.path.mkdir()
    elif kind == "pipe":
        os.mkfifo(shell.path)
    else:
        shell.path = Path(os.devnull)
    said = shell("doctor", "--repair")
    assert said.code == 3
    assert "is not a file" in said.out


def test_nothing_there_at_all_is_healthy(shell: Shell) -> None:
    said = shell("doctor", "--json")
    assert said.code == 0
    assert said.json["healthy"] is True
    assert [one["id"] for one in said.json["findings"]] == ["new"]
    assert list(shell.path.parent.iterdir()) == []


def test_a_damaged_season_is_told_apart_from_one_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    path.write_bytes(b"{")
    with pytest.raises(Damaged):
        SeasonFile.open(path)
    path.write_bytes(about(format=99))
    with pytest.raises(FileTrouble) as newer:
        SeasonFile.open(path)
    assert not isinstance(newer.value, Damaged)
