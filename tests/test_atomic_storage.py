"""The file holds all of a change or nothing of it, and stays one that any TinyDB reads."""

from __future__ import annotations

import errno
import json
import os
import stat
from datetime import date
from math import inf, nan
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.table import Document

from store.atomic_storage import AtomicStorage
from store.disk import Disk
from store.encoded_tables import BLOCK
from store.errors import FileTrouble
from store.file_reading import META
from store.plain_values import Tables, json_line
from store.safe_write import PATIENCE, NotYetDurable
from store.words import Kind
from tests.broken_disk import BrokenDisk

OLD: Tables = {"letters": {"1": {"id": "l-old001", "body": "Dear Dr. Fenwick,\n“before”"}}}
NEW: Tables = {"letters": {"1": {"id": "l-old001", "body": "after"}, "2": {"id": "l-new001", "body": "ü" * 40_000}}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "season.json"


def saved(path: Path, tables: Tables, disk: Disk | None = None) -> AtomicStorage:
    storage = AtomicStorage(path, disk=disk)
    storage.save(tables, revision=storage.revision + 1)
    return storage


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_nothing_is_made_before_the_first_save(path: Path) -> None:
    storage = AtomicStorage(path)
    assert storage.read() is None
    assert storage.tables == {}
    assert names_in(path.parent) == []


def test_what_was_saved_is_read_again(path: Path) -> None:
    saved(path, NEW)
    storage = AtomicStorage(path)
    assert storage.tables == NEW
    assert storage.revision == 1
    assert storage.notice == ""


def test_a_plain_tinydb_reads_the_file(path: Path) -> None:
    saved(path, NEW)
    with TinyDB(path) as plain:
        assert plain.table("letters").get(where("id") == "l-new001") == NEW["letters"]["2"]
        assert plain.table(META).all()[0]["format"] == 1


def test_the_file_is_a_record_a_line_in_readable_letters(path: Path) -> None:
    saved(path, {**OLD, "empty": {}})
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "{"
    assert lines[1].startswith('"_meta": {"1": {"format": 1, "revision": 1, "checksum": "')
    assert lines[2:] == [
        '"letters": {',
        '"1": {"id": "l-old001", "body": "Dear Dr. Fenwick,\\n“before”"}',
        "},",
        '"empty": {}',
        "}",
    ]


def test_a_file_without_tables_is_read_again(path: Path) -> None:
    saved(path, {})
    assert json.loads(path.read_bytes()).keys() == {META}
    assert AtomicStorage(path).tables == {}
    assert AtomicStorage(path).notice == ""


@given(
    st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=5).filter(lambda name: name != META),
        st.dictionaries(
            st.integers(1, 300).map(str),
            st.dictionaries(st.just("x") | st.just("id"), st.text(st.characters(exclude_categories=["Cs"]))),
        ),
    )
)
@settings(max_examples=40)
def test_any_tables_survive(tmp_path_factory: pytest.TempPathFactory, tables: Tables) -> None:
    path = tmp_path_factory.mktemp("any") / "season.json"
    saved(path, tables)
    storage = AtomicStorage(path)
    assert storage.tables == tables
    assert list(storage.tables) == list(tables)
    assert storage.notice == ""


def test_tinydb_works_on_it(path: Path) -> None:
    with TinyDB(path, storage=AtomicStorage) as db:
        notes = db.table("notes")
        first = notes.insert({"text": "one", "tags": ["a"]})
        notes.insert_multiple([{"text": "two"}, {"text": "three", "tags": []}])
        notes.update({"text": "two and a half"}, where("text") == "two")
        notes.remove(where("text") == "three")
        notes.upsert(Document({"text": "nine"}, doc_id=9))
        assert notes.get(doc_id=first) == {"text": "one", "tags": ["a"]}
    with TinyDB(path, storage=AtomicStorage) as again:
        assert [each["text"] for each in again.table("notes")] == ["one", "two and a half", "nine"]
        again.drop_table("notes")
        assert again.tables() == set()
    assert AtomicStorage(path).revision == 7  # an upsert that inserts writes twice


def test_changing_a_value_after_it_was_handed_in_changes_nothing(path: Path) -> None:
    tags = ["a"]
    with TinyDB(path, storage=AtomicStorage) as db:
        db.table("notes").insert({"tags": tags})
        tags.append("b")
        db.table("notes").all()[0]["tags"].append("c")
        db.table("notes").insert({"tags": []})
        assert db.table("notes").all() == [{"tags": ["a"]}, {"tags": []}]
    assert AtomicStorage(path).tables["notes"]["1"] == {"tags": ["a"]}


def test_a_change_inside_a_list_is_saved(path: Path) -> None:
    def add_b(values: Any) -> None:
        values["tags"].append("b")

    with TinyDB(path, storage=AtomicStorage) as db:
        db.table("notes").insert({"tags": ["a"]})
        db.table("notes").update(add_b)
    assert AtomicStorage(path).tables["notes"]["1"] == {"tags": ["a", "b"]}


def test_true_and_one_are_told_apart(path: Path) -> None:
    with TinyDB(path, storage=AtomicStorage) as db:
        db.table("notes").insert({"flag": True, "deep": [{"x": 0}]})
        db.table("notes").update({"flag": 1, "deep": [{"x": False}]})
    assert '"flag": 1, "deep": [{"x": false}]' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2027, 3, 19), "a value of type date"),
        (nan, "a number of that size"),
        (inf, "a number of that size"),
        (2**63, "a number of that size"),
        ((1, 2), "a value of type tuple"),
        ({1: "x"}, "a name in a record is not text"),
        (Kind.HINT, "a value of type Kind"),
        ("half \ud83d", "half a character"),
        (b"bytes", "a value of type bytes"),
    ],
)
def test_what_json_would_change_is_refused_before_anything_is_touched(path: Path, value: object, words: str) -> None:
    storage = saved(path, OLD)
    before = path.read_bytes()
    bad: Tables = {"letters": {**OLD["letters"], "2": {"id": "l-bad001", "x": [value]}}}
    with pytest.raises(FileTrouble, match=rf"letters, record l-bad001: .*{words}"):
        storage.save(bad, revision=2)
    with pytest.raises(FileTrouble, match=words):
        storage.write(bad)
    assert path.read_bytes() == before
    assert storage.tables == OLD
    storage.save(NEW, revision=2)
    assert AtomicStorage(path).tables == NEW


def test_nesting_without_end_is_refused(path: Path) -> None:
    deep: Any = []
    for _ in range(1000):
        deep = [deep]
    with pytest.raises(FileTrouble, match="levels deep"):
        saved(path, {"letters": {"1": {"x": deep}}})
    assert not path.exists()


def test_the_table_about_the_file_is_not_for_others(path: Path) -> None:
    with pytest.raises(FileTrouble, match="kept by the file itself"):
        AtomicStorage(path).write({META: {"1": {}}})
    assert not path.exists()


def test_the_file_is_synced_before_it_is_moved_and_the_folder_after(path: Path) -> None:
    saved(path, OLD)
    disk = BrokenDisk()
    saved(path, NEW, disk)
    order = [call for call in disk.calls if call not in ("write", "look", "read")]
    assert order == ["create", "sync", "look_open", "close", "replace", "sync_folder"]
    assert disk.calls.index("sync") > max(place for place, call in enumerate(disk.calls) if call == "write")


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EACCES])
@pytest.mark.parametrize("for_ever", [False, True])
def test_whichever_call_fails_the_file_is_whole(tmp_path: Path, error: int, for_ever: bool) -> None:
    turn, failed = 0, set()
    while True:
        turn += 1
        folder = tmp_path / f"{turn}"
        path = folder / "season.json"
        saved(path, OLD)
        disk = BrokenDisk(turn, for_ever=for_ever, error=error)
        storage = AtomicStorage(path, disk=disk)
        try:
            storage.save(NEW, revision=2)
        except NotYetDurable:
            assert disk.failed == "sync_folder"
            assert AtomicStorage(path).tables == NEW
        except FileTrouble:
            assert AtomicStorage(path).tables == OLD
            assert disk.failed in ("look", "read") or storage.tables == OLD
        else:
            assert AtomicStorage(path).tables == NEW
            if not disk.failed:
                break
        failed.add(disk.failed)
        assert for_ever or names_in(folder) == ["season.json"]  # the temporary file was removed
        if not for_ever:
            storage.save(NEW, revision=2)
            assert AtomicStorage(path).tables == NEW
    assert failed == {"look", "read", "create", "write", "sync", "look_open", "close", "replace", "sync_folder"}


def test_after_a_failed_sync_a_new_file_is_written(path: Path) -> None:
    created: list[Path] = []

    class Faulty(Disk):
        def create(self, path: Path) -> int:
            created.append(path)
            return super().create(path)

        def sync(self, file: int) -> None:
            if len(created) == 1:
                raise OSError(errno.EIO, "fault")

    storage = AtomicStorage(path, disk=Faulty())
    with pytest.raises(FileTrouble, match="the disk reports a fault"):
        storage.save(NEW, revision=1)
    storage.save(NEW, revision=1)
    assert len(set(created)) == 2


def test_a_disk_that_takes_a_few_bytes_at_a_time_gets_them_all(path: Path) -> None:
    class Slow(Disk):
        def write(self, file: int, data: memoryview) -> int:
            return super().write(file, data[:1000])

    saved(path, NEW, Slow())
    assert AtomicStorage(path).tables == NEW


def busy(number: int) -> OSError:
    error = OSError(errno.EACCES, "busy")
    error.winerror = number  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_scanner_that_lets_go_in_time_is_waited_for(path: Path, number: int) -> None:
    waits: list[float] = []

    class Scanned(Disk):
        def replace(self, source: Path, target: Path) -> None:
            if len(waits) < 3:
                raise busy(number)
            super().replace(source, target)

        def pause(self, seconds: float) -> None:
            waits.append(seconds)

    saved(path, NEW, Scanned())
    assert AtomicStorage(path).tables == NEW
    assert len(waits) == 3


@pytest.mark.parametrize(("number", "waited"), [(32, PATIENCE), (2, 0.0)])
def test_waiting_ends_and_only_a_busy_file_is_waited_for(path: Path, number: int, waited: float) -> None:
    waits: list[float] = []

    class Scanned(Disk):
        def replace(self, source: Path, target: Path) -> None:
            raise busy(number)

        def pause(self, seconds: float) -> None:
            waits.append(seconds)

    with pytest.raises(FileTrouble):
        saved(path, NEW, Scanned())
    assert sum(waits) == pytest.approx(waited)
    assert names_in(path.parent) == []


def test_only_the_owner_may_read_file_and_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deeper" / "season.json"
    saved(path, OLD)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real" / "season.json"
    saved(real, OLD)
    link = tmp_path / "season.json"
    link.symlink_to(real)
    saved(link, NEW)
    assert link.is_symlink()
    assert AtomicStorage(real).tables == NEW
    assert names_in(tmp_path) == ["real", "season.json"]


def test_a_link_to_nothing_makes_the_file_it_points_to(tmp_path: Path) -> None:
    link = tmp_path / "season.json"
    link.symlink_to(tmp_path / "elsewhere" / "season.json")
    saved(link, NEW)
    assert link.is_symlink()
    assert AtomicStorage(tmp_path / "elsewhere" / "season.json").tables == NEW


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(FileTrouble, match="its links lead in a circle"):
        AtomicStorage(tmp_path / "a")


def test_a_path_with_a_zero_byte_is_refused() -> None:
    with pytest.raises(FileTrouble, match="that is not a path"):
        AtomicStorage("season\0.json")


@pytest.mark.parametrize("how", ["in place", "replaced", "same size"])
def test_a_change_made_elsewhere_is_not_overwritten(path: Path, how: str) -> None:
    storage = saved(path, OLD)
    foreign = path.read_bytes().replace(b"before", b"beyond" if how == "same size" else b"theirs, longer")
    if how == "replaced":
        other = path.with_name("other")
        other.write_bytes(foreign)
        other.replace(path)
    else:
        path.write_bytes(foreign)
        os.utime(path, ns=(1, 1))
    with pytest.raises(FileTrouble, match="Another program has changed"):
        storage.save(NEW, revision=2)
    assert path.read_bytes() == foreign
    assert names_in(path.parent) == ["season.json"]
    assert storage.tables == OLD


def test_a_file_that_appears_elsewhere_is_not_overwritten(path: Path) -> None:
    storage = AtomicStorage(path)
    assert storage.tables == {}
    saved(path, OLD)
    with pytest.raises(FileTrouble, match="Another program has changed"):
        storage.save(NEW, revision=1)


def test_a_new_date_alone_is_no_change(path: Path) -> None:
    storage = saved(path, OLD)
    os.utime(path, ns=(1, 1))
    storage.save(NEW, revision=2)
    assert AtomicStorage(path).tables == NEW


def test_a_file_that_vanished_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "season.json"
    storage = saved(path, OLD)
    path.unlink()
    path.parent.rmdir()
    storage.save(NEW, revision=2)
    assert AtomicStorage(path).tables == NEW


def test_an_edit_by_hand_is_noticed_and_kept(path: Path) -> None:
    saved(path, OLD)
    path.write_bytes(path.read_bytes().replace(b"before", b"by hand"))
    storage = AtomicStorage(path)
    assert "by hand" in storage.tables["letters"]["1"]["body"]
    assert "changed by hand" in storage.notice
    storage.save(storage.tables, revision=2)
    assert AtomicStorage(path).notice == ""


def test_what_else_the_file_says_about_itself_stays(path: Path) -> None:
    storage = AtomicStorage(path)
    storage.save(OLD, revision=1, step=7, later="unknown to us")
    again = AtomicStorage(path)
    assert again.tables == OLD
    again.save(NEW, revision=2)
    assert AtomicStorage(path).tables == NEW
    storage = AtomicStorage(path)
    assert storage.tables
    assert storage.meta["step"] == 7
    assert storage.meta["later"] == "unknown to us"


def test_one_changed_record_encodes_one_block_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many: Tables = {"letters": {str(number): {"id": f"l-{number:06d}"} for number in range(1, 1001)}, "n": {}}
    storage = saved(path, many)
    encoded: list[object] = []

    def counted(value: object) -> str:
        encoded.append(value)
        return json_line(value)

    monkeypatch.setattr("store.encoded_tables.json_line", counted)
    storage.save({**many, "letters": {**many["letters"], "500": {"id": "l-changed"}}}, revision=2)
    records = [value for value in encoded if isinstance(value, dict)]
    assert {"id": "l-changed"} in records
    assert len(records) <= BLOCK
    assert AtomicStorage(path).tables["letters"]["500"] == {"id": "l-changed"}


def test_leftovers_of_a_killed_run_are_removed_and_nothing_else(path: Path) -> None:
    storage = saved(path, OLD)
    (path.parent / ".season.json.tmp-99-ab12").write_text("half")
    (path.parent / "notes.txt").write_text("mine")
    storage.remove_leftovers()
    assert names_in(path.parent) == ["notes.txt", "season.json"]


def test_a_relative_path_from_a_folder_that_is_gone_is_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(FileTrouble, match="a folder that is gone"):
        AtomicStorage("season.json")
