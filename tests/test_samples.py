"""A sample file of every format opens, and the present one's is what is written today, to the byte."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from store.file_reading import FORMAT, contents_of
from store.season import Season
from store.season_file import SeasonFile
from store.season_tables import RECORDS, records_in
from tests.sample_season import SAMPLES, sample_path, sample_season, write_sample

EXPECTED = {1: sample_season}
"""The season in the sample of each format; one that has changed since gets a function of its own here."""


def test_there_is_a_sample_of_every_format_and_of_no_other() -> None:
    numbers = {int(found[1]) for path in SAMPLES.iterdir() if (found := re.fullmatch(r"format-(\d+)\.json", path.name))}
    assert numbers == set(EXPECTED) == set(range(1, FORMAT + 1))


@pytest.mark.parametrize("number", EXPECTED)
def test_the_sample_opens_to_its_season_and_is_kept_as_it_is(number: int, tmp_path: Path) -> None:
    path = tmp_path / "season.json"
    copyfile(sample_path(number), path)
    data = path.read_bytes()
    with SeasonFile.open(path) as file:
        assert file.season == EXPECTED[number]()
        assert file.notice == ""
        assert path.read_bytes() == data
        file.save(file.season)
    with SeasonFile.open(path, read_only=True) as file:
        assert file.season == EXPECTED[number]()
    assert contents_of(path.read_bytes(), "it").format == FORMAT


def test_what_is_written_today_is_the_sample_of_the_present_format(tmp_path: Path) -> None:
    with SeasonFile.open(tmp_path / "season.json") as file:
        file.save(sample_season())
    assert (tmp_path / "season.json").read_bytes() == sample_path().read_bytes()


def test_the_sample_fills_every_field_of_every_kind_of_record() -> None:
    season, empty = sample_season(), Season()
    for table, cls in RECORDS.items():
        record: Any = records_in(season, table)[0]
        bare: Any = cls() if table in ("profile", "rank_list") else records_in(season, table)[1]
        unfilled = [
            field.name
            for field in fields(cls)
            if getattr(record, field.name) == getattr(bare, field.name) and field.default == getattr(bare, field.name)
        ]
        assert unfilled == [], table
        assert records_in(season, table) != records_in(empty, table)


def test_a_sample_is_never_written_over() -> None:
    with pytest.raises(SystemExit, match="needs a new format number"):
        write_sample()


def test_a_file_from_before_later_fields_keeps_all_it_says(tmp_path: Path) -> None:
    first, again = SAMPLES / "format-1-at-first.json", tmp_path / "season.json"
    opened = SeasonFile.open(first, read_only=True)
    assert opened.notice == ""
    with SeasonFile.open(again) as file:
        file.save(opened.season)
    said, now = json.loads(first.read_bytes()), json.loads(again.read_bytes())
    assert {table: said[table] for table in said if table != "_meta"} == {
        table: now[table] for table in said if table != "_meta"
    }
