"""Rules about the applicant, key dates and news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from store.errors import RuleBroken
from store.key_dates import key_date
from store.records import KeyDate, News, Stay
from store.rules.profile import add_news, change_profile, remove_key_date, set_key_date
from tests.examples import NOW, a_profile, a_season, at

RETREAT = KeyDate("d-retrea", "Retreat", at("2026-12-01 10:00"), letter="Q")


def test_a_profile_is_cleaned_and_changed() -> None:
    season = change_profile(a_season(), name=" Noor\x07 Halvard-Lind ", interests=("neonatology", ""), now=NOW)
    assert (season.profile.name, season.profile.interests) == ("Noor Halvard-Lind", ("neonatology",))
    assert change_profile(season, credentials="MD", now=NOW) is season


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"aamc_id": "1999x"}, "digits only"),
        ({"home_zone": "CET"}, "not a time zone"),
        ({"usce_months": -1}, "from 0 to 240"),
        ({"usce_months": 3, "peds_months": 4}, "cannot be more"),
        ({"stays": (Stay(date(2027, 1, 1), "Mars/Base"),)}, "not a time zone"),
        ({"stays": (Stay(date(2027, 1, 1), "UTC"), Stay(date(2027, 1, 1), "Asia/Tokyo"))}, "same day"),
        ({"nickname": "N"}, "cannot be changed here"),
    ],
)
def test_a_profile_holds_only_what_can_be_true(fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        change_profile(a_season(), now=NOW, **fields)


def test_stays_are_put_in_order() -> None:
    later, sooner = Stay(date(2027, 2, 1), "America/Chicago"), Stay(date(2026, 12, 1), "America/New_York")
    assert change_profile(a_season(), stays=(later, sooner), now=NOW).profile.stays == (sooner, later)


def test_a_key_date_is_kept_corrected_and_dropped() -> None:
    season = set_key_date(a_season(), RETREAT, now=NOW)
    assert set_key_date(season, RETREAT, now=NOW) is season
    moved = set_key_date(season, KeyDate("d-retrea", "Retreat", at("2026-12-02 10:00")), now=NOW)
    assert [one.at for one in moved.key_dates] == [at("2026-12-02 10:00")]
    assert remove_key_date(moved, "d-retrea", now=NOW).key_dates == ()


def test_dropping_a_correction_brings_the_shipped_date_back() -> None:
    shipped = key_date(a_season(), "match-day")
    season = set_key_date(a_season(), KeyDate("match-day", "Match Day", at("2027-03-20 12:00")), now=NOW)
    assert key_date(season, "match-day").at == at("2027-03-20 12:00")
    assert key_date(remove_key_date(season, "match-day", now=NOW), "match-day") == shipped
    with pytest.raises(RuleBroken, match="came with the app"):
        remove_key_date(a_season(), "match-day", now=NOW)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (KeyDate("d-retrea", "", NOW), "is empty"),
        (KeyDate("d-retrea", "Retreat", NOW, letter="q"), "one capital"),
        (KeyDate("d-retrea", "Retreat", NOW, letter="QQ"), "one capital"),
    ],
)
def test_a_key_date_has_a_name_and_at_most_one_capital(wrong: KeyDate, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        set_key_date(a_season(), wrong, now=NOW)


def test_news_has_happened_and_says_what() -> None:
    season = add_news(a_season(), News("w-first1", date(2026, 11, 24), "Step 2 CK passed"), now=NOW)
    assert season.news[0].what == "Step 2 CK passed"
    with pytest.raises(RuleBroken, match="still to come"):
        add_news(a_season(), News("w-first1", date(2026, 11, 25), "Step 2 CK passed"), now=NOW)
    with pytest.raises(RuleBroken, match="is empty"):
        add_news(a_season(), News("w-first1", date(2026, 11, 24), " "), now=NOW)


@pytest.mark.parametrize("email", ["a@marrow.example, b@marrow.example", "marrow.example", "a@@marrow.example", "@"])
def test_an_address_of_the_applicant_is_one_address(email: str) -> None:
    with pytest.raises(RuleBroken, match="not one mail address"):
        change_profile(a_season(), email=email, now=NOW)
    assert change_profile(a_season(), email="ada@märrow.example", now=NOW).profile.email == "ada@märrow.example"


def test_an_address_a_file_held_already_stands_in_nobodys_way() -> None:
    season = replace(a_season(), profile=replace(a_profile(), email="a@x.example, b@x.example"))
    assert change_profile(season, name="Ada Kestrel", now=NOW).profile.name == "Ada Kestrel"
