"""A season file is opened strictly, held by one program at a time, and saved whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from store.disk import Disk
from store.errors import FileHeld, FileTrouble
from store.history import step_between
from store.moments import Moment
from store.places import backup_folder
from store.plain_values import Tables
from store.records import Letter, Note, Profile, Program, StatusChange
from store.safe_write import NotYetDurable
from store.season import Season
from store.season_file import SeasonFile
from store.upgrades import UPGRADES, upgraded
from store.words import Kind, Status
from tests.broken_disk import BrokenDisk

NOW = Moment(datetime(2026, 11, 24, 13, 5, tzinfo=UTC), "Europe/Warsaw")
PROGRAM = Program("p-marrow", "Marrow Lake Children’s", statuses=(StatusChange(Status.APPLIED, NOW),))
LETTER = Letter("l-marrow", "p-marrow", Kind.THANK_YOU, body="Dear Dr. Tamsin,\n\nthank you.", made=NOW)
SEASON = Season(profile=Profile(name="Ada Fenwick"), programs=(PROGRAM,), letters=(LETTER,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "season.json"


def save(path: Path, season: Season = SEASON) -> None:
    with SeasonFile.open(path) as file:
        file.save(season)


def read(path: Path) -> Season:
    with SeasonFile.open(path, read_only=True) as file:
        return file.season


def test_a_new_file_is_an_empty_season_and_appears_with_the_first_save(path: Path) -> None:
    with SeasonFile.open(path) as file:
        assert file.season == Season()
        assert file.revision == 0
        assert not path.exists()
        file.save(SEASON)
        assert file.season is SEASON
        assert file.revision == 1
    assert read(path) == SEASON


def test_looking_at_a_file_that_is_not_there_makes_nothing(tmp_path: Path) -> None:
    with SeasonFile.open(tmp_path / "deeper" / "season.json", read_only=True) as file:
        assert file.season == Season()
    assert list(tmp_path.iterdir()) == []


def test_folder_and_files_are_for_their_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "season.json"
    with SeasonFile.open(path) as file:
        file.save(SEASON, (step_between(Season(), SEASON, "all", at=NOW),))
        found = [path.parent, *path.parent.rglob("*")]
        modes = {stat.S_IMODE(each.stat().st_mode) for each in found}
    assert {each.name for each in found} > {"season.json", "season.json.history", ".season.json.lock"}
    assert modes == {0o700, 0o600}


def test_a_file_made_readable_for_all_is_closed_again_by_a_save(path: Path) -> None:
    save(path)
    path.chmod(0o644)
    save(path, replace(SEASON, letters=()))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_revision_counts_on(path: Path) -> None:
    save(path)
    save(path)
    with SeasonFile.open(path) as file:
        assert file.revision == 2


def meta(**fields: Any) -> bytes:
    return json.dumps({"_meta": {"1": {"format": 1, "revision": 3, **fields}}, "letters": {}}).encode()


GOOD = b'{"_meta": {"1": {"format": 1, "revision": 3}}, "programs": {"1": {"id": "p-1", "name": "Oak"}}}'

DAMAGED: list[tuple[str, bytes, str]] = [
    ("zero bytes", b"", "is empty"),
    ("blanks", b" \n\t  \n", "holds nothing but blanks"),
    ("NULs", b"\0" * 4096, "holds zero bytes"),
    ("a page of NULs inside", GOOD[:40] + b"\0" * 512 + GOOD[40:], "holds zero bytes"),
    ("cut in the middle", GOOD[:60], "is damaged at line 1, column"),
    ("cut inside a character", '{"a": "é'.encode()[:-1], "is not UTF-8 text"),
    ("old tail after the end", GOOD + GOOD[-20:], "is damaged at line 1, column"),
    ("two copies glued", GOOD + GOOD, "is damaged at line 1, column"),
    ("a bit flipped in structure", GOOD.replace(b"{", b"{{", 1), "is damaged at line 1, column 2"),
    ("UTF-16", GOOD.decode().encode("utf-16"), "is stored as UTF-16"),
    ("Latin-1", '{"_meta": {}, "x": "é"}'.encode("latin-1"), "is not UTF-8 text"),
    ("a list", b"[]", "it holds a list or a single value"),
    ("null", b"null", "it holds a list or a single value"),
    ("a number", b"42", "it holds a list or a single value"),
    ("a table that is a list", meta()[:-3] + b"[]}", "“letters” should be a table of records"),
    ("a record that is text", meta()[:-3] + b'{"1": "x"}}', "something in letters, number 1, that is not a record"),
    ("a record numbered abc", meta()[:-3] + b'{"abc": {}}}', "a record numbered “abc” in letters"),
    ("numbers 1 and 01", meta()[:-3] + b'{"1": {}, "01": {}}}', "two records with the number 1 in letters"),
    ("a name twice", meta()[:-3] + b'{"1": {"id": "a", "id": "b"}}}', "has “id” twice in one place"),
    ("a missing field", meta()[:-3] + b'{"1": {"id": "l-1"}}}', "letters, record l-1: “program_id” is missing"),
    ("NaN", meta(x=float("nan")), "holds NaN, which is not a number"),
    ("infinite", meta()[:-3] + b'{"1": {"x": 1e999}}}', "a number too large to read"),
    ("beyond 64 bits", meta()[:-3] + b'{"1": {"x": 1208925819614629174706176}}}', "a number too large to read"),
    ("thousands of digits", meta()[:-3] + b'{"1": {"x": ' + b"9" * 6000 + b"}}}", "a number too large to read"),
    ("deep nesting", b'{"_meta": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested without end"),
    ("a newer format", meta(format=99), "was written by a newer version (format 99, this one reads up to 1)"),
    ("a format in words", meta(format="three"), "has a format number that is not a number"),
    ("a format that is true", meta(format=True), "has a format number that is not a number"),
    ("format nought", meta(format=0), "has a format number that is not a number"),
    ("a revision in words", meta(revision="many"), "has a revision that is not a whole number"),
    ("JSON of another program", b'{"name": "left-pad", "version": "1.0.0"}', "nothing in it says that it is a season"),
    ("a plain TinyDB", b'{"_default": {"1": {"x": 1}}}', "nothing in it says that it is a season"),
    ("meta that is a list", b'{"_meta": [1]}', "nothing in it says that it is a season"),
    ("meta of text", b'{"_meta": {"1": "format"}}', "nothing in it says that it is a season"),
    ("meta twice", b'{"_meta": {"1": {"format": 1}, "2": {"format": 1}}}', "nothing in it says that it is a season"),
]


@pytest.mark.parametrize(("data", "words"), [row[1:] for row in DAMAGED], ids=[row[0] for row in DAMAGED])
def test_damage_is_one_sentence_and_the_file_is_left_alone(path: Path, data: bytes, words: str) -> None:
    path.write_bytes(data)
    for read_only in (False, True):
        with pytest.raises(FileTrouble) as trouble:
            SeasonFile.open(path, read_only=read_only)
        said = str(trouble.value)
        assert words in said
        assert "\n" not in said
        assert len(said) < 400
    assert path.read_bytes() == data
    assert {each.name for each in path.parent.iterdir()} <= {"season.json", ".season.json.lock"}


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + GOOD,
        GOOD.replace(b", ", b",\r\n"),
        GOOD.replace(b'"1": {"id"', b'"7": {"id"'),
    ],
    ids=["byte order mark", "CRLF", "numbers with gaps"],
)
def test_what_an_editor_does_to_a_file_is_accepted_and_told(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with SeasonFile.open(path) as file:
        assert file.season.programs == (Program("p-1", "Oak"),)
        assert "changed by hand" in file.notice
        file.save(SEASON)
        assert file.notice == ""
    assert read(path) == SEASON


def test_a_bit_flipped_in_text_is_noticed(path: Path) -> None:
    save(path)
    path.write_bytes(path.read_bytes().replace(b"thank you", b"thank yot"))
    with SeasonFile.open(path) as file:
        assert "changed by hand" in file.notice


def test_half_a_character_in_an_escape_is_cleaned_away(path: Path) -> None:
    path.write_bytes(GOOD.replace(b"Oak", b"Oak\\ud83d\\u001b[2J"))
    assert read(path).programs[0].name == "Oak[2J"


@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_what_is_not_a_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "season.json"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path = Path(os.devnull)
    with pytest.raises(FileTrouble, match="is not a file"):
        SeasonFile.open(path, read_only=True)


def test_a_file_beyond_all_measure_is_refused_unread(path: Path) -> None:
    path.touch()
    os.truncate(path, 300_000_000)
    with pytest.raises(FileTrouble, match="far larger than a season can be"):
        SeasonFile.open(path)


def test_a_missing_file_with_backups_beside_it_is_a_question(path: Path) -> None:
    folder = backup_folder(path)
    folder.mkdir()
    (folder / "2026-11-24.json").write_bytes(GOOD)
    with pytest.raises(FileTrouble, match="is missing, but there are backups"):
        SeasonFile.open(path)
    assert not path.exists()


def test_unknown_tables_and_fields_survive_a_change(path: Path) -> None:
    tables = json.loads(GOOD)
    tables["programs"]["1"]["mood"] = "sunny"
    tables["tomorrow"] = {"1": {"x": [1.5, None]}}
    tables["_meta"]["1"]["made_by"] = "somebody"
    path.write_text(json.dumps(tables), encoding="utf-8")
    with SeasonFile.open(path) as file:
        file.save(replace(file.season, programs=(replace(file.season.programs[0], tier="A"),)))
    after = json.loads(path.read_bytes())
    assert after["programs"] == {"1": {"id": "p-1", "name": "Oak", "tier": "A", "mood": "sunny"}}
    assert after["tomorrow"] == {"1": {"x": [1.5, None]}}
    assert after["_meta"]["1"]["made_by"] == "somebody"


def test_a_record_that_is_set_aside_is_told_on_opening(path: Path) -> None:
    save(path, replace(SEASON, notes=(Note("n-lost", "p-gone", NOW, "?"),)))
    with SeasonFile.open(path) as file:
        assert "not in the file (notes: p-gone)" in file.notice
        file.save(replace(SEASON, notes=()))
    assert "n-lost" in path.read_text(encoding="utf-8")


HOLDER = """
import sys
from store.season_file import SeasonFile
file = SeasonFile.open(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def hold(path: Path) -> Callable[[], subprocess.Popen[bytes]]:
    def start() -> subprocess.Popen[bytes]:
        root = Path(__file__).parent.parent
        process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root
        )
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        return process

    return start


def test_a_second_program_is_told_who_holds_the_file(path: Path, hold: Callable[[], subprocess.Popen[bytes]]) -> None:
    save(path)
    with hold() as holder:
        try:
            for _ in range(2):  # being refused does not wipe out who holds it
                with pytest.raises(FileHeld, match=rf"\(process {holder.pid} on {os.uname().nodename}\)"):
                    SeasonFile.open(path)
            assert read(path) == SEASON
        finally:
            holder.kill()
    with SeasonFile.open(path) as file:  # the system let go of the lock of the dead
        file.save(SEASON)


def test_a_holder_that_left_no_note_is_still_respected(path: Path, hold: Callable[[], subprocess.Popen[bytes]]) -> None:
    with hold() as holder:
        path.with_name(".season.json.holder").unlink()
        with pytest.raises(FileHeld, match="it does not say which"):
            SeasonFile.open(path)
        holder.kill()


def test_a_lock_that_cannot_be_made_is_a_sentence(path: Path) -> None:
    path.with_name(".season.json.lock").mkdir()
    with pytest.raises(FileTrouble, match="could not be locked"):
        SeasonFile.open(path)


def test_a_lock_taken_late_is_taken_by_the_first_save(path: Path, hold: Callable[[], subprocess.Popen[bytes]]) -> None:
    save(path)
    with SeasonFile.open(path, lock_later=True) as file, hold() as holder:
        with pytest.raises(FileHeld):
            file.save(replace(SEASON, letters=()))
        assert file.read_only
        assert file.season == SEASON
        holder.kill()
    with SeasonFile.open(path, lock_later=True) as file:
        file.save(replace(SEASON, letters=()))
    assert read(path).letters == ()


def test_a_change_between_opening_and_locking_is_noticed(path: Path) -> None:
    save(path)
    with SeasonFile.open(path, lock_later=True) as file:
        save(path, replace(SEASON, letters=()))
        with pytest.raises(FileTrouble, match="in this very moment"):
            file.lock()
        assert file.read_only


def test_locking_twice_is_locking_once(path: Path) -> None:
    with SeasonFile.open(path) as file:
        file.lock()
        file.save(SEASON)
    save(path)


def test_what_is_only_looked_at_is_not_saved(path: Path) -> None:
    save(path)
    before = path.read_bytes()
    with SeasonFile.open(path, read_only=True) as file, pytest.raises(FileTrouble, match="for reading only"):
        file.save(Season())
    assert path.read_bytes() == before


def test_a_closed_file_is_not_saved(path: Path) -> None:
    file = SeasonFile.open(path)
    file.close()
    file.close()
    with pytest.raises(FileTrouble, match="for reading only"):
        file.save(SEASON)


def test_a_change_made_elsewhere_while_open_is_not_overwritten(path: Path) -> None:
    save(path)
    with SeasonFile.open(path) as file:
        path.write_bytes(GOOD)
        with pytest.raises(FileTrouble, match="Another program has changed"):
            file.save(replace(SEASON, letters=()))
        assert file.season == SEASON
    assert path.read_bytes() == GOOD


def test_a_moment_that_cannot_be_written_is_a_sentence(path: Path) -> None:
    bad = replace(LETTER, at=Moment(datetime(2026, 1, 1, tzinfo=UTC), "Mars/Phobos"))
    with SeasonFile.open(path) as file:
        with pytest.raises(FileTrouble, match="“Mars/Phobos” is not a time zone"):
            file.save(replace(SEASON, letters=(bad,)))
        file.save(SEASON)
    assert read(path) == SEASON


@pytest.mark.parametrize("for_ever", [False, True])
def test_whichever_call_fails_season_and_undo_fit_together(tmp_path: Path, for_ever: bool) -> None:
    changed = replace(SEASON, letters=(replace(LETTER, subject="Thank you"),))
    turn = 0
    while True:
        turn += 1
        path = tmp_path / f"{turn}" / "season.json"
        save(path)
        disk = BrokenDisk()
        with SeasonFile.open(path, disk=disk) as file:
            disk.fail_at, disk.for_ever = len(disk.calls) + turn, for_ever
            reported = True
            try:
                file.save(changed, (step_between(SEASON, changed, "write a subject", at=NOW),))
            except NotYetDurable:
                assert file.season is changed
            except FileTrouble:
                reported = False
                assert file.season == SEASON
            failed = disk.failed
            disk.fail_at = 0
            if not reported:
                file.save(changed, (step_between(SEASON, changed, "write a subject", at=NOW),))
        with SeasonFile.open(path) as again:
            assert again.season == changed
            step = again.history.undo_step()
            assert step is None or step.label == "write a subject"
            assert step is not None or reported  # only a step that could not be written is missing
        if not failed:
            break
    assert turn > 10


def test_a_season_that_reached_the_file_unconfirmed_may_be_saved_again(path: Path) -> None:
    class Unsure(Disk):
        sure = True

        def sync_folder(self, folder: Path) -> None:
            if not self.sure and folder == path.parent:
                raise OSError(errno.EIO, "fault")

    disk, step = Unsure(), step_between(SEASON, replace(SEASON, letters=()), "drop the letter", at=NOW)
    with SeasonFile.open(path, disk=disk) as file:
        file.save(SEASON, (step_between(Season(), SEASON, "begin", at=NOW),))
        disk.sure = False
        changed = replace(SEASON, letters=())
        with pytest.raises(NotYetDurable, match="did not confirm"):
            file.save(changed, (step,))
        disk.sure = True
        file.save(changed, (step,))
        assert [entry.step.label for entry in file.history.labels()] == ["drop the letter", "begin"]
    assert read(path) == changed


def test_upgrades_run_in_order_from_the_format_found(path: Path) -> None:
    def second(tables: Tables) -> Tables:
        return {"letters": {"1": {"words": tables["mails"]["1"]["words"]}}}

    def third(tables: Tables) -> Tables:
        return {"letters": {key: {"body": each["words"]} for key, each in tables["letters"].items()}}

    old: Tables = {"mails": {"1": {"words": "hello"}}}
    assert upgraded(old, 1, upgrades={1: second, 2: third}, target=3) == {"letters": {"1": {"body": "hello"}}}
    assert upgraded(old, 3, upgrades={1: second, 2: third}, target=3) is old
    assert old == {"mails": {"1": {"words": "hello"}}}
    with pytest.raises(FileTrouble, match="could not be brought from format 1 to 2"):
        upgraded({}, 1, upgrades={1: second}, target=2)
    with pytest.raises(FileTrouble, match="has format 1, which this version can no longer read"):
        upgraded(old, 1, upgrades={}, target=2)


def test_every_older_format_has_an_upgrade() -> None:
    from store.file_reading import FORMAT

    assert set(UPGRADES) == set(range(1, FORMAT))


def test_opening_imports_nothing_that_opening_does_not_need(path: Path) -> None:
    save(path)
    code = (
        "import sys; from store.season_file import SeasonFile; "
        f"SeasonFile.open({str(path)!r}, lock_later=True).season; "
        "print([name for name in sys.modules if name in "
        "('filelock', 'dateutil', 'platformdirs', 'email', 'asyncio', 'textual', 'jinja2', 'csv', 'logging')])"
    )
    root = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout == "[]\n"


def test_half_a_character_written_by_another_program_is_left_out_and_the_file_can_be_saved(path: Path) -> None:
    save(path)
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("Marrow", "Mar\\ud800row").replace("thank you", "\\ud83d\\ude00 thank you"), encoding="utf-8"
    )
    with SeasonFile.open(path) as file:
        assert file.season.programs[0].name == PROGRAM.name
        assert "\U0001f600 thank" in file.season.letters[0].body
        file.save(replace(file.season, profile=Profile(name="Ada Kestrel")))
    assert read(path).profile.name == "Ada Kestrel"
