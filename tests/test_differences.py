"""What tells one season from another is named the way a person would, and a restore is undone to the letter."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from store.differences import NOUNS, Way, counted_things, differences, in_numbers
from store.history import step_between, undone
from store.plain_values import json_line
from store.record_json import season_to_tables
from store.records import KeyDate, Profile, Score
from store.rules.restoring import restore
from store.season import Season
from store.season_tables import RECORDS
from tests.examples import NOW, a_contact, a_letter, a_program, a_season, an_interview, at
from tests.strategies import seasons


def exported(season: Season) -> str:
    """The season as text, to be compared letter by letter."""
    return json_line(season_to_tables(season))


@given(seasons(), seasons())
@settings(max_examples=25)
def test_restoring_any_season_over_any_other_is_undone_to_the_letter(present: Season, other: Season) -> None:
    after = restore(present, now=NOW, backup=other)
    step = step_between(present, after, "restored", at=NOW)
    assert exported(after) == exported(other)
    assert exported(undone(after, step)) == exported(present)
    found = differences(present, after, now=NOW)
    assert len(found) == len(step.changes)
    assert all(one.name and "\n" not in one.name for one in found)
    assert len(in_numbers(found)) == len({one.way for one in found})


def test_differences_are_named_the_way_a_person_would() -> None:
    before = a_season(a_program(), a_contact(), an_interview(starts=at("2026-12-03 09:00", "America/New_York")))
    after = a_season(a_program(tier="A"), a_letter(subject="Thank  you\nall"), profile=Profile(name="Noor"))
    found = {(one.way, one.name) for one in differences(before, after, now=NOW)}
    assert found == {
        (Way.GOES, "person: Brightwater, Ines Wexley"),
        (Way.GOES, "interview: Brightwater, Thu 3 Dec 2026"),
        (Way.COMES, "message: Brightwater, Thank you all"),
        (Way.CHANGES, "program: Brightwater"),
        (Way.CHANGES, "your profile: Noor"),
    }
    assert in_numbers(differences(before, after, now=NOW)) == (
        "1 person and 1 interview go",
        "1 message comes",
        "your profile and 1 program change",
    )


def test_long_names_are_cut_and_nameless_records_keep_their_noun() -> None:
    after = Season(
        key_dates=(KeyDate("k-1", "long " * 40, NOW),),
        programs=(a_program("p-1", ""),),
        scores=(Score("s-1", "p-1", "fit", 3, NOW),),
    )
    names = [one.name for one in differences(Season(), after, now=NOW)]
    assert max(map(len, names)) < 80
    assert {"program", "score"} <= set(names)


def test_every_table_has_a_noun_for_one_and_for_several() -> None:
    assert set(NOUNS) == set(RECORDS)
    assert counted_things(Counter(programs=2, letters=1, rank_list=1)) == "2 programs, 1 message and the rank list"
