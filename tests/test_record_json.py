"""A season goes into plain tables and comes back the same, and what does not fit is named."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from store.errors import FileTrouble
from store.moments import Moment
from store.plain_values import Tables
from store.record_json import (
    read_season,
    record_to_values,
    season_to_tables,
    values_to_record,
    written_season,
)
from store.records import Interview, Letter, Note, Profile, Program, RankList, StatusChange, Task
from store.season import Season
from store.season_tables import RECORDS
from store.words import Kind, Status
from tests.examples import a_busy_season
from tests.strategies import seasons

AT = Moment(datetime(2026, 11, 19, 14, 0, tzinfo=UTC), "America/Chicago")
PROGRAM = Program("p-alder1", "Alder Ridge", statuses=(StatusChange(Status.APPLIED, AT),))
LETTER = Letter("l-7f3k2m", "p-alder1", Kind.THANK_YOU, subject="Thank you", at=AT)
SEASON = Season(programs=(PROGRAM,), letters=(LETTER,))
ONE_NOTE = {"id": "n-alder1", "program_id": "p-alder1", "text": "Called back."}


def through_json(tables: Tables) -> Any:
    return json.loads(json.dumps(tables, allow_nan=False))


@settings(max_examples=60)
@given(seasons())
def test_a_season_survives_the_way_through_json(season: Season) -> None:
    tables = season_to_tables(season)
    assert read_season(through_json(tables)).season == season
    assert season_to_tables(read_season(through_json(tables)).season) == tables


@settings(max_examples=60)
@given(seasons())
def test_the_careful_way_reads_what_the_quick_way_reads(season: Season) -> None:
    for table, cls in RECORDS.items():
        for values in season_to_tables(season)[table].values():
            careful = values_to_record(cls, {**values, "unknown to us": 1}, table, [])
            assert careful == values_to_record(cls, values, table)


def test_every_field_of_a_season_is_a_table() -> None:
    assert tuple(RECORDS) == tuple(field.name for field in fields(Season))


def test_moments_spelled_alike_are_one_and_the_zone_is_part_of_it() -> None:
    spelled = {"at": "2026-11-19T14:00:00+00:00", "zone": "UTC"}
    one, other = (values_to_record(Note, {**ONE_NOTE, "at": {**spelled}}, "notes") for _ in range(2))
    elsewhere = values_to_record(Note, {**ONE_NOTE, "at": {**spelled, "zone": "Europe/Dublin"}}, "notes")
    assert one.at is other.at
    assert (elsewhere.at.at, elsewhere.at.zone) == (one.at.at, "Europe/Dublin")


def test_a_moment_is_its_wall_clock_with_offset_and_the_zone() -> None:
    assert record_to_values(LETTER)["at"] == {"at": "2026-11-19T08:00:00-06:00", "zone": "America/Chicago"}


def test_what_holds_its_default_is_left_out() -> None:
    assert record_to_values(PROGRAM).keys() == {"id", "name", "statuses"}
    assert record_to_values(Profile()) == {}


def test_words_are_plain_text_and_days_are_iso() -> None:
    values = record_to_values(replace(LETTER, kind=Kind.HIGH_RANK))
    assert type(values["kind"]) is str
    assert record_to_values(RankList(certified=date(2027, 3, 1))) == {"certified": "2027-03-01"}


@pytest.mark.parametrize(
    ("table", "values", "sentence"),
    [
        ("letters", {"at": "yesterday"}, "letters, record l-7f3k2m: “at” should be a moment, or nothing."),
        ("letters", {"at": {"at": "2026-11-19T08:00:00", "zone": "UTC"}}, "should be a moment"),  # no offset
        ("letters", {"at": {"at": "2026-11-19T08:00:00Z"}}, "should be a moment"),  # no zone
        ("letters", {"at": {"at": "2026-11-19T08:00:00Z", "zone": "UTC", "more": 1}}, "should be a moment"),
        ("letters", {"at": {"at": "2026-11-19T08:00:00Z", "zone": "CST"}}, "“CST” is not a time zone"),
        ("letters", {"at": {"at": "2026-11-19T08:00:00Z", "zone": "../../etc/passwd"}}, "is not a time zone"),
        ("letters", {"at": {"at": "0001-01-01T00:00:00Z", "zone": "UTC"}}, "should be a moment"),
        ("letters", {"at": {"at": "9999-12-31T23:59:59-10:00", "zone": "UTC"}}, "should be a moment"),
        ("letters", {"at": {"at": 5, "zone": []}}, "should be a moment"),
        ("letters", {"kind": "love-letter"}, "“kind” should be one of interest, accept"),
        ("letters", {"kind": ["interest"]}, "“kind” should be one of"),
        ("letters", {"subject": 5}, "“subject” should be text"),
        ("letters", {"subject": None}, "“subject” should be text"),
        ("letters", {"improper": 1}, "“improper” should be true or false"),
        ("letters", {"contact_ids": "c-1"}, "in “contact_ids”, a list should stand there"),
        ("letters", {"contact_ids": [5]}, "“contact_ids” should be a list, each item text"),
        ("letters", {"revisions": [{"at": 1}]}, "in “revisions”, “at” should be a moment"),
        ("letters", {"revisions": ["no"]}, "in “revisions”, a record should stand there"),
        ("interviews", {"minutes": True}, "“minutes” should be a whole number"),
        ("interviews", {"minutes": 2**70}, "“minutes” should be a whole number"),
        ("interviews", {"minutes": 4.5}, "“minutes” should be a whole number"),
        ("rank_list", {"certified": "1 March"}, "rank_list, record 1: “certified” should be a day"),
        ("rank_list", {"certified": "20270301"}, "should be a day"),
        ("rank_list", {"certified": "2027-W10-1"}, "should be a day"),
        ("rank_list", {"certified": "0001-01-01"}, "should be a day"),
        ("rank_list", {"order": None}, "“order”, a list should stand there"),
    ],
)
def test_a_wrong_shape_is_named_with_table_record_and_field(table: str, values: dict[str, Any], sentence: str) -> None:
    interview = Interview("i-tamsin", "p-alder1", AT)
    tables = season_to_tables(replace(SEASON, interviews=(interview,)))
    tables[table]["1"].update(values)
    with pytest.raises(FileTrouble) as trouble:
        read_season(tables)
    assert sentence in str(trouble.value)
    assert str(trouble.value).startswith(table)


def test_a_missing_field_is_named() -> None:
    tables = season_to_tables(SEASON)
    del tables["letters"]["1"]["program_id"]
    with pytest.raises(FileTrouble, match="letters, record l-7f3k2m: “program_id” is missing"):
        read_season(tables)


def test_a_record_without_an_id_is_named_by_its_number() -> None:
    tables = season_to_tables(SEASON)
    del tables["letters"]["1"]["id"]
    with pytest.raises(FileTrouble, match="letters, record 1: “id” is missing"):
        read_season(tables)


def test_control_codes_in_a_file_do_not_reach_a_record() -> None:
    tables = season_to_tables(SEASON)
    tables["letters"]["1"]["subject"] = "\x1b]0;title\x07 hello\u202e"
    tables["programs"]["1"]["tags"] = ["safe", "\x9b2J"]
    season = read_season(tables).season
    assert season.letters[0].subject == "]0;title hello"
    assert season.programs[0].tags == ("safe", "2J")


def test_two_records_with_one_id_are_refused_by_name() -> None:
    tables = season_to_tables(SEASON)
    tables["letters"]["2"] = dict(tables["letters"]["1"])
    with pytest.raises(FileTrouble, match="letters: 2 records have the id l-7f3k2m"):
        read_season(tables)


def test_an_empty_id_is_refused() -> None:
    tables = season_to_tables(SEASON)
    tables["letters"]["1"]["id"] = ""
    with pytest.raises(FileTrouble, match="letters: a record has an empty id"):
        read_season(tables)


def test_two_profiles_are_refused() -> None:
    tables = season_to_tables(SEASON)
    tables["profile"]["2"] = {}
    with pytest.raises(FileTrouble, match="profile: one record should stand there, not 2"):
        read_season(tables)


def test_tables_that_are_missing_are_empty() -> None:
    assert read_season({}).season == Season()


def test_unchanged_records_keep_their_values_object() -> None:
    first = written_season(SEASON)
    changed = replace(SEASON, letters=(LETTER, Letter("l-second", "p-alder1", Kind.QUESTION)))
    second = written_season(changed, first)
    assert second.tables["programs"] is first.tables["programs"]
    assert second.tables["letters"]["1"] is first.tables["letters"]["1"]
    assert second.tables["letters"]["2"] == {"id": "l-second", "program_id": "p-alder1", "kind": "question"}


def test_unknown_tables_and_fields_come_back_after_a_change() -> None:
    tables = season_to_tables(SEASON)
    tables["from tomorrow"] = {"1": {"x": [1, 2]}}
    tables["profile"]["1"]["pronouns"] = "they"
    tables["letters"]["1"]["mood"] = {"deep": True}
    tables["programs"]["1"]["statuses"][0]["seen_by"] = "coordinator"
    tables["programs"]["1"]["rule"] = {"words": "none", "asked": "twice"}
    read = read_season(through_json(tables))
    program = replace(PROGRAM, tier="A", rule=replace(read.season.programs[0].rule, source="their page"))
    later = StatusChange(Status.INVITED, AT.after(days=1))
    program = replace(program, statuses=(*program.statuses, later))
    season = replace(
        read.season, profile=Profile(name="Tamsin"), letters=(replace(LETTER, subject="New"),), programs=(program,)
    )
    after = written_season(season, read).tables
    assert after["from tomorrow"] == {"1": {"x": [1, 2]}}
    assert after["profile"]["1"] == {"name": "Tamsin", "pronouns": "they"}
    assert after["letters"]["1"]["mood"] == {"deep": True}
    assert after["letters"]["1"]["subject"] == "New"
    assert after["programs"]["1"]["statuses"][0]["seen_by"] == "coordinator"
    assert "seen_by" not in after["programs"]["1"]["statuses"][1]
    assert after["programs"]["1"]["rule"] == {"words": "none", "source": "their page", "asked": "twice"}
    assert read_season(after).season == season


def test_a_record_whose_program_is_gone_is_not_shown_but_stays_in_the_file() -> None:
    lost = Note("n-lost01", "p-gone00", AT, "Who was this?")
    kept = Note("n-kept01", "p-alder1", AT, "Near the lake")
    read = read_season(season_to_tables(replace(SEASON, notes=(lost, kept))))
    assert read.season.notes == (kept,)
    assert read.notices == (
        "1 record belongs to a program that is not in the file (notes: p-gone00); kept in the file, but not shown.",
    )
    more = replace(read.season, notes=(kept, Note("n-third1", "p-alder1", AT, "Third")))
    after = written_season(more, read).tables
    assert [values["id"] for values in after["notes"].values()] == ["n-kept01", "n-third1", "n-lost01"]
    assert read_season(after).season == more


def test_what_was_set_aside_and_comes_back_by_another_way_stands_once_and_loses_no_word() -> None:
    same, other = Note("n-same01", "p-gone00", AT, "The same"), Note("n-other1", "p-gone00", AT, "As it was kept")
    read = read_season(season_to_tables(replace(SEASON, notes=(same, other))))
    assert read.season.notes == ()
    back = replace(SEASON.programs[0], id="p-gone00", name="Birch County")
    brought = (same, replace(other, text="As it was brought"))
    season = replace(read.season, programs=(*read.season.programs, back), notes=brought)
    written = written_season(season, read)
    again = read_season(written.tables)
    assert [(note.id, note.text) for note in again.season.notes] == [
        ("n-same01", "The same"),
        ("n-other1", "As it was brought"),
        ("n-other1-2", "As it was kept"),
    ]
    later = written_season(replace(season, notes=(*brought, Note("n-third1", "p-alder1", AT, "Third"))), written)
    ids = [values["id"] for values in later.tables["notes"].values()]
    assert ids == ["n-same01", "n-other1", "n-third1", "n-other1-2"]
    undone = written_season(read.season, written)
    assert [values["id"] for values in undone.tables["notes"].values()] == ["n-same01", "n-other1"]


def test_a_task_of_the_whole_season_needs_no_program() -> None:
    season = Season(tasks=(Task("t-season", "Order a suit", AT),))
    assert read_season(season_to_tables(season)).season == season


def test_a_rank_of_a_program_that_is_gone_is_left_out_and_told() -> None:
    season = replace(SEASON, rank_list=RankList(order=("p-gone00", "p-alder1")))
    read = read_season(season_to_tables(season))
    assert read.season.rank_list.order == ("p-alder1",)
    told = "The rank list names p-gone00, which is not among the programs; the list is shown without it."
    assert read.notices == (told,)


def test_ranks_of_several_programs_that_are_gone_are_told_in_number() -> None:
    gone = tuple(f"p-gone0{number}" for number in range(5))
    read = read_season(season_to_tables(replace(SEASON, rank_list=RankList(order=(*gone, "p-alder1")))))
    told = "p-gone00, p-gone01, p-gone02 and 2 more, which are not among the programs; the list is shown without them."
    assert read.notices == (f"The rank list names {told}",)


def test_nothing_written_by_hand_where_nothing_may_stand_is_nothing() -> None:
    tables = season_to_tables(SEASON)
    tables["letters"]["1"]["at"] = None
    assert read_season(tables).season.letters == (replace(LETTER, at=None),)


def test_no_record_has_a_way_in_of_its_own_that_reading_would_pass_by() -> None:
    assert [cls for cls in RECORDS.values() if hasattr(cls, "__post_init__") or not hasattr(cls, "__slots__")] == []


def test_a_season_that_is_only_read_leaves_nothing_behind() -> None:
    from store.season import _ids_in, _programs_in

    before = _ids_in.cache_info(), _programs_in.cache_info()
    read_season(season_to_tables(a_busy_season()))
    assert (_ids_in.cache_info(), _programs_in.cache_info()) == before
