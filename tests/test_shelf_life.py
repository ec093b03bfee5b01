"""Facts with a shelf life: one a source, marked when old, set side by side where sources disagree."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.errors import RuleBroken
from store.records import Fact
from store.rules.facts import remove_fact, set_fact, settle_fact
from store.season import Season
from store.shelf_life import disagreeing, is_stale, label_called, origin_words, same_label, shelf_days, shipped_labels
from tests.examples import NOW, a_season

BRIGHT = "p-bright"
TODAY = NOW.day


def facts(season: Season) -> list[tuple[str, str]]:
    return [(fact.label, fact.value) for fact in season.programs_by_id[BRIGHT].facts]


def with_facts(*own: Fact) -> Season:
    season = a_season()
    for fact in own:
        season = set_fact(season, BRIGHT, fact, now=NOW)
    return season


def test_a_fact_replaces_the_one_of_the_same_name_and_no_value_removes_it() -> None:
    season = with_facts(Fact("Call", "q4"), Fact("Class of", "12"), Fact("call", "night float", "a resident"))
    assert facts(season) == [("call", "night float"), ("Class of", "12")]
    season = set_fact(season, BRIGHT, Fact("CALL", ""), now=NOW)
    assert facts(season) == [("Class of", "12")]


def test_what_another_source_says_stays_beside_it() -> None:
    season = with_facts(Fact("call", "q4", "their page"), Fact("call", "night float", "a resident"))
    assert facts(season) == [("call", "q4"), ("call", "night float")]
    season = set_fact(season, BRIGHT, Fact("call", "q5", "Their Page"), now=NOW)
    assert facts(season) == [("call", "q5"), ("call", "night float")]
    assert facts(set_fact(season, BRIGHT, Fact("call", "", "their page"), now=NOW)) == [("call", "night float")]
    assert facts(set_fact(season, BRIGHT, Fact("call", ""), now=NOW)) == []


def test_words_without_a_source_never_take_the_place_of_words_with_one() -> None:
    season = with_facts(Fact("call", "q4", "their page"), Fact("call", "I think nights"))
    assert facts(season) == [("call", "q4"), ("call", "I think nights")]


def test_the_same_fact_again_changes_nothing() -> None:
    season = with_facts(Fact("call", "q4", "their page", TODAY))
    assert set_fact(season, BRIGHT, Fact("call", "q4", "their page", TODAY), now=NOW) is season


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        (Fact("", "12"), "name of the fact is empty"),
        (Fact("call", "q4", checked=TODAY + timedelta(days=1)), "cannot be in the future"),
    ],
)
def test_a_fact_is_about_something_and_was_checked_by_now(fact: Fact, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        set_fact(a_season(), BRIGHT, fact, now=NOW)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("img residents now", "residents trained abroad"),
        ("YOG", "graduation-year limit"),
        ("Graduation year limit", "graduation-year limit"),
        ("usce", "US experience asked"),
        ("  parking   fees ", "parking fees"),
    ],
)
def test_a_label_is_known_by_its_other_names(typed: str, label: str) -> None:
    assert label_called(typed) == label
    assert same_label(typed, label)


def test_no_name_stands_for_two_labels() -> None:
    names = [" ".join(name.casefold().split()) for one in shipped_labels() for name in (one.label, *one.also)]
    assert len(names) == len(set(names))
    for one in shipped_labels():
        assert 30 <= one.days <= 400 and one.hint


@pytest.mark.parametrize("label", ["ECFMG timing", "salary", "parking"])
def test_a_fact_is_stale_on_the_day_after_its_shelf_life(label: str) -> None:
    days = shelf_days(label)
    assert not is_stale(Fact(label, "x", checked=TODAY - timedelta(days=days)), TODAY)
    assert is_stale(Fact(label, "x", checked=TODAY - timedelta(days=days + 1)), TODAY)
    assert is_stale(Fact(label, "x"), TODAY)


def test_its_origin_is_told_with_the_day_and_the_mark() -> None:
    old = date(2025, 1, 7)
    assert origin_words(Fact("visa", "none", "their page", old), TODAY) == "their page, checked Tue 7 Jan 2025, stale"
    assert origin_words(Fact("visa", "none", "their page", TODAY), TODAY) == "their page, checked Tue 24 Nov 2026"
    assert origin_words(Fact("visa", "none"), TODAY) == "no source, never checked"


def test_two_sources_that_disagree_stand_together_the_newest_first() -> None:
    page = Fact("IMG residents", "none", "their page", TODAY - timedelta(days=90))
    told = Fact("residents trained abroad", "three", "a resident", TODAY)
    alike = (Fact("call", "q4", "their page"), Fact("Call", "Q4", "a resident"))
    assert disagreeing((page, *alike, told)) == ((told, page),)


def test_accents_and_hyphens_make_no_other_fact() -> None:
    one, other = Fact("Où ils vivent", "São-Lund", "their page"), Fact("ou ils vivent", "Sao Lund", "a resident")
    assert same_label(one.label, other.label)
    assert disagreeing((one, other)) == ()


def test_one_fact_is_removed_and_a_fact_that_has_changed_is_not() -> None:
    season = with_facts(Fact("call", "q4", "their page"), Fact("call", "nights", "a resident"))
    left = remove_fact(season, BRIGHT, Fact("call", "q4", "their page"), now=NOW)
    assert facts(left) == [("call", "nights")]
    with pytest.raises(RuleBroken, match="changed meanwhile"):
        remove_fact(left, BRIGHT, Fact("call", "q4", "their page"), now=NOW)


def test_the_source_that_is_right_stays_alone_and_is_dated_today() -> None:
    page = Fact("call", "q4", "their page", TODAY - timedelta(days=9))
    season = with_facts(page, Fact("night float", "float", "a resident", TODAY), Fact("visa", "none", "their page"))
    settled = settle_fact(season, BRIGHT, page, now=NOW)
    assert facts(settled) == [("call", "q4"), ("visa", "none")]
    assert settled.programs_by_id[BRIGHT].facts[0].checked == TODAY
    assert disagreeing(settled.programs_by_id[BRIGHT].facts) == ()
