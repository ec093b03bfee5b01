"""Records left in the lines of their file are the very records that a full reading finds, and go back as they stood."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.encoded_tables import EncodedTables
from store.errors import FileTrouble
from store.file_reading import FORMAT, contents_of, head_and_digest, season_contents_of
from store.late_values import Unread
from store.lined_tables import LinedTable
from store.plain_values import Line, Tables
from store.record_json import read_season, season_to_tables
from store.records import Letter, Program, Revision
from store.season import Season
from store.season_file import SeasonFile
from store.words import Kind
from tests.examples import NOW, a_busy_season
from tests.strategies import seasons

PROGRAM = Program("p-oak001", "Oakmere")


def file_of(tables: Tables) -> bytes:
    body = EncodedTables().next(tables).body()
    head, _ = head_and_digest(body, {"format": FORMAT, "revision": 3})
    return b"".join((head, *body))


def with_letter(letter: Letter) -> Season:
    return Season(programs=(PROGRAM,), letters=(letter,))


def raw_body(letter: Letter) -> object:
    """What the slot of the body holds, nobody having read it."""
    return vars(Letter)["body"].slot.__get__(letter)


@given(seasons())
@settings(max_examples=40)
def test_lines_and_a_full_reading_make_the_same_season(season: Season) -> None:
    data = file_of(season_to_tables(season))
    quick, full = season_contents_of(data, "it"), contents_of(data, "it")
    assert all(isinstance(table, LinedTable) for table in quick.tables.values())
    assert quick.meta == full.meta and quick.as_written and full.as_written
    assert quick.tables == full.tables
    assert read_season(quick.tables).season == read_season(full.tables).season == season


@pytest.mark.parametrize(
    "body",
    [
        "",
        "plain",
        "two\nlines\tand a tab",
        "“quoted” and ünïcode 🩺",
        'with "straight" quotation marks',
        'ends in a mark"',
        "ends in a backslash\\",
        'a backslash before a mark\\"',
        '", "made": {"at": "2026-01-01T00:00:00+00:00", "zone": "UTC"}',
        '"body": "not this one"',
        "{[}]",
    ],
)
def test_whatever_a_body_holds_it_is_read_as_it_was_written(body: str) -> None:
    earlier = Revision(NOW, "earlier", "an earlier body")
    for letter in (
        Letter("l-one001", PROGRAM.id, Kind.QUESTION, subject='"body": "', body=body, made=NOW, revisions=(earlier,)),
        Letter("l-one001", PROGRAM.id, Kind.QUESTION, body=body),
        Letter("l-one001", PROGRAM.id, Kind.QUESTION, revisions=(replace(earlier, body=body),)),
    ):
        season = with_letter(letter)
        read = read_season(season_contents_of(file_of(season_to_tables(season)), "it").tables).season
        assert read == season


def test_a_body_stays_in_the_file_until_somebody_reads_it() -> None:
    season = with_letter(Letter("l-one001", PROGRAM.id, Kind.QUESTION, body="Dear Dr. Fenwick", made=NOW))
    (letter,) = read_season(season_contents_of(file_of(season_to_tables(season)), "it").tables).season.letters
    assert isinstance(raw_body(letter), Unread)
    assert letter.body == "Dear Dr. Fenwick"
    assert raw_body(letter) == "Dear Dr. Fenwick"


def test_a_body_left_in_the_file_is_cleaned_when_it_is_read() -> None:
    values = {
        "id": "l-one001",
        "program_id": PROGRAM.id,
        "kind": "question",
        "body": "a\x1b[31mb\u202e",
        "subject": "s",
    }
    tables = {**season_to_tables(Season(programs=(PROGRAM,))), "letters": {"1": values}}
    assert read_season(season_contents_of(file_of(tables), "it").tables).season.letters[0].body == "a[31mb"


def test_records_nobody_touched_go_back_as_the_bytes_they_were(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    season = a_busy_season()
    with SeasonFile.open(path) as file:
        file.save(season)
    before = path.read_bytes().splitlines()
    with SeasonFile.open(path) as file:
        first, *others = file.season.programs
        changed = replace(file.season, programs=(replace(first, name="Newbrook"), *others))
        file.save(changed)
    after = path.read_bytes().splitlines()
    differing = [new for old, new in zip(before, after, strict=True) if old != new]
    assert [b"Newbrook" in line or b"_meta" in line for line in differing] == [True, True]
    assert SeasonFile.open(path, read_only=True).season == changed


def test_records_taken_out_and_turned_round_are_numbered_anew(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    with SeasonFile.open(path) as file:
        file.save(a_busy_season())
    with SeasonFile.open(path) as file:
        turned = replace(file.season, programs=file.season.programs[::-1], contacts=file.season.contacts[1:])
        file.save(turned)
    assert SeasonFile.open(path, read_only=True).season == turned
    assert json.loads(path.read_bytes())["programs"].keys() == {str(n + 1) for n in range(len(turned.programs))}


def test_unknown_fields_in_lines_survive_a_change(tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    tables = season_to_tables(a_busy_season())
    tables["programs"]["1"]["from_later"] = {"deep": [1]}
    path.write_bytes(file_of(tables))
    with SeasonFile.open(path) as file:
        first, *others = file.season.programs
        file.save(replace(file.season, programs=(replace(first, name="Newbrook"), *others)))
    assert json.loads(path.read_bytes())["programs"]["1"]["from_later"] == {"deep": [1]}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b'"1": {"id": }', "cannot be read"),
        (b'"1": {"id": "p-1", "name": NaN}', "NaN"),
        (b'"1": {"id": "p-1", "name": "Oak"},\n"1": {"id": "p-2", "name": "Elm"}', ""),
        (b'"1": ["p-1"]', "a record should stand there"),
        (b'"1": {"id": "p-1", "name": 7}', "should be text"),
    ],
)
def test_what_no_program_of_ours_writes_is_refused_even_with_a_fitting_checksum(
    tmp_path: Path, line: bytes, words: str
) -> None:
    body = b'"programs": {\n' + line + b"\n}\n}\n"
    head, _ = head_and_digest((body,), {"format": FORMAT, "revision": 1})
    path = tmp_path / "season.json"
    path.write_bytes(head + body)
    if words:
        with pytest.raises(FileTrouble, match=words):
            SeasonFile.open(path, read_only=True)
    else:  # of a number given twice the last one counts, as in any JSON
        assert [one.id for one in SeasonFile.open(path, read_only=True).season.programs] == ["p-2"]


@given(st.lists(st.text(alphabet='ab"\\,: {}[]\nü', max_size=30), min_size=1, max_size=6))
def test_any_mixture_of_marks_in_bodies_and_subjects_comes_back(texts: list[str]) -> None:
    letters = tuple(
        Letter(f"l-{n:06}", PROGRAM.id, Kind.UPDATE, subject=text, body=texts[-n - 1], made=NOW)
        for n, text in enumerate(texts)
    )
    season = Season(programs=(PROGRAM,), letters=letters)
    table = season_contents_of(file_of(season_to_tables(season)), "it").tables["letters"]
    assert isinstance(table, LinedTable) and all(isinstance(line, Line) for line in table.entries.values())
    assert [
        one.body
        for one in read_season({"programs": season_to_tables(season)["programs"], "letters": table}).season.letters
    ] == [one.body for one in letters]
