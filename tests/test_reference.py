"""What ships as data: zones of US places, regions, zone search, starting questions and criteria."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from store.moments import zone_named
from store.reference.data_files import data_file
from store.reference.regions import REGIONS, region_of
from store.reference.shipped import shipped_criteria, shipped_key_dates, shipped_questions
from store.reference.zones_by_place import PlaceZone, folded, known_cities, state_code, states, zone_of_place
from store.zones import find_zones, zone_spelled, zones_called

SPLIT = {"IN", "KY", "TN", "FL", "TX", "MI", "KS", "NE", "ND", "SD", "ID", "OR"}


@pytest.mark.parametrize(
    ("city", "state", "zone"),
    [
        ("Pensacola", "FL", "America/Chicago"),
        ("Panama City", "FL", "America/Chicago"),
        ("Tallahassee", "FL", "America/New_York"),
        ("Miami", "FL", "America/New_York"),
        ("St. Petersburg", "FL", "America/New_York"),
        ("Louisville", "KY", "America/Kentucky/Louisville"),
        ("Lexington", "KY", "America/New_York"),
        ("Bowling Green", "KY", "America/Chicago"),
        ("Owensboro", "KY", "America/Chicago"),
        ("Chattanooga", "TN", "America/New_York"),
        ("Knoxville", "TN", "America/New_York"),
        ("Johnson City", "TN", "America/New_York"),
        ("Nashville", "TN", "America/Chicago"),
        ("Memphis", "TN", "America/Chicago"),
        ("El Paso", "TX", "America/Denver"),
        ("Houston", "TX", "America/Chicago"),
        ("Ft. Worth", "TX", "America/Chicago"),
        ("Gary", "IN", "America/Chicago"),
        ("Evansville", "IN", "America/Chicago"),
        ("Indianapolis", "IN", "America/Indiana/Indianapolis"),
        ("Detroit", "MI", "America/Detroit"),
        ("Iron Mountain", "MI", "America/Menominee"),
        ("Sault Ste. Marie", "MI", "America/Detroit"),
        ("Wichita", "KS", "America/Chicago"),
        ("Goodland", "KS", "America/Denver"),
        ("Omaha", "NE", "America/Chicago"),
        ("Scottsbluff", "NE", "America/Denver"),
        ("Fargo", "ND", "America/Chicago"),
        ("Dickinson", "ND", "America/Denver"),
        ("Sioux Falls", "SD", "America/Chicago"),
        ("Rapid City", "SD", "America/Denver"),
        ("Boise", "ID", "America/Boise"),
        ("Coeur d'Alene", "ID", "America/Los_Angeles"),
        ("Coeur d’Alene", "ID", "America/Los_Angeles"),
        ("Portland", "OR", "America/Los_Angeles"),
        ("Ontario", "OR", "America/Boise"),
        # states that keep one clock, but for a few places
        ("Phoenix", "AZ", "America/Phoenix"),
        ("Tuba City", "AZ", "America/Denver"),
        ("Adak", "AK", "America/Adak"),
        # written as people write
        ("  pensacola ", "fl", "America/Chicago"),
        ("PENSÁCOLA", "Florida", "America/Chicago"),
        ("Washington", "D.C.", "America/New_York"),
    ],
)
def test_a_known_city_keeps_its_own_zone(city: str, state: str, zone: str) -> None:
    assert zone_of_place(city, state) == PlaceZone(zone, assumed=False)


@pytest.mark.parametrize("state", sorted(SPLIT))
def test_an_unknown_city_of_a_state_with_two_zones_is_assumed_in_the_larger(state: str) -> None:
    assert zone_of_place("Tamsin Bay", state) == PlaceZone(states()[state].zone, assumed=True)
    assert zone_of_place("", state).assumed


@pytest.mark.parametrize("state", sorted(set(states()) - SPLIT))
def test_a_state_with_one_zone_needs_no_city(state: str) -> None:
    assert zone_of_place("", state) == PlaceZone(states()[state].zone, assumed=False)


@pytest.mark.parametrize(
    ("state", "zone"),
    [("HI", "Pacific/Honolulu"), ("PR", "America/Puerto_Rico"), ("VI", "America/St_Thomas"), ("GU", "Pacific/Guam")],
)
def test_islands_have_zones_of_their_own(state: str, zone: str) -> None:
    assert zone_of_place("", state).zone == zone


@pytest.mark.parametrize("state", ["", "ZZ", "Ruritania"])
def test_an_unknown_state_is_assumed_on_the_clock_of_the_season(state: str) -> None:
    assert zone_of_place("Fenwick", state) == PlaceZone("America/New_York", assumed=True)


def test_all_states_and_the_territories_are_there_and_name_real_zones() -> None:
    assert len(states()) == 54
    assert {code for code, row in states().items() if row.split} == SPLIT
    for row in states().values():
        zone_named(row.zone)
    for cities in known_cities().values():
        assert all(zone_named(zone) for zone in cities.values())


def test_no_city_of_a_state_stands_under_two_zones() -> None:
    for state, by_zone in data_file("cities")["cities"].items():
        counted = Counter(folded(city) for cities in by_zone.values() for city in cities)
        assert not [city for city, times in counted.items() if times > 1], state


@pytest.mark.parametrize(
    ("state", "code"), [("oh", "OH"), ("Ohio", "OH"), (" new  york", "NY"), ("D.C.", "DC"), ("Elsewhere", "")]
)
def test_a_state_is_known_by_letters_or_name(state: str, code: str) -> None:
    assert state_code(state) == code


@pytest.mark.parametrize(
    ("state", "region"),
    [("OH", "MW"), ("ny", "NE"), ("TX", "S"), ("DC", "S"), ("Hawaii", "W"), ("PR", ""), ("", ""), ("QQ", "")],
)
def test_regions_are_those_of_the_census(state: str, region: str) -> None:
    assert region_of(state) == region


def test_regions_share_the_states_as_the_census_counts_them() -> None:
    counted = Counter(region_of(code) for code in states())
    assert counted == {"NE": 9, "MW": 12, "S": 17, "W": 13, "": 3}
    assert set(counted) - {""} == set(REGIONS)


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("dublin", ("Europe/Dublin",)),
        ("Poland", ("Europe/Warsaw",)),
        ("Kraków", ("Europe/Warsaw",)),
        ("israel", ("Asia/Jerusalem",)),
        ("Grenada", ("America/Grenada",)),
        ("St. George's", ("America/Grenada",)),
        ("Sint Maarten", ("America/Lower_Princes",)),
        ("cayman", ("America/Cayman",)),
        ("arizona", ("America/Phoenix",)),
        ("Tennessee", ("America/Chicago", "America/New_York")),
        ("Portland", ("America/Los_Angeles", "America/New_York")),
        ("Portland, OR", ("America/Los_Angeles",)),
        ("Portland ME", ("America/New_York",)),
        ("Moscow", ("Europe/Moscow",)),  # the city a zone is named after wins over the one in Idaho
        ("Moscow, ID", ("America/Los_Angeles",)),
        ("america/chicago", ("America/Chicago",)),
        ("utc", ("UTC",)),
        ("krak", ("Europe/Warsaw",)),
        ("Mars/Phobos", ()),
        ("../../etc/passwd", ()),
        ("", ()),
        ("x", ()),
        ("…", ()),
    ],
)
def test_a_zone_is_found_by_the_names_people_use(text: str, zones: tuple[str, ...]) -> None:
    assert find_zones(text) == zones


def test_a_few_letters_list_what_begins_with_them_before_what_holds_them() -> None:
    found = find_zones("chic")
    assert found[0] == "America/Chicago"
    europe = find_zones("europe")
    assert len(europe) > 30
    assert all(zone.startswith("Europe/") for zone in europe)


def test_every_place_in_the_files_leads_to_a_real_zone() -> None:
    places = data_file("places")["places"]
    for zone, names in places.items():
        assert zone_spelled(zone) == zone
        for name in names:
            assert zones_called(name), name
    words = data_file("zone_words")
    for zones in words["several_places"].values():
        assert all(zone_spelled(zone) == zone for zone in zones)
    for zone in (*words["one_place"].values(), *words["spoken"].values()):
        assert zone_spelled(zone) == zone


def test_every_data_file_names_its_source_and_how_sure_it_is() -> None:
    for name in ("states", "cities", "places", "zone_words", "questions", "criteria"):
        assert data_file(name)["source"]
        assert data_file(name)["mark"] in ("confirmed", "expected", "own")


def test_starting_questions_have_stable_ids_a_theme_and_end_as_questions() -> None:
    questions = shipped_questions()
    assert len({question.id for question in questions}) == len(questions) >= 20
    assert len({question.theme for question in questions}) >= 9
    for question in questions:
        assert question.id.startswith("q-")
        assert question.text.endswith("?")


def test_no_starting_question_asks_where_one_stands_on_a_list() -> None:
    for question in shipped_questions():
        assert not {"rank", "ranked", "list", "signal", "signals"} & set(question.text.casefold().split())


def test_starting_criteria_have_stable_ids_and_weights_in_range() -> None:
    criteria = shipped_criteria()
    assert [criterion.id for criterion in criteria] == [
        "training-breadth",
        "acute-care",
        "abroad-support",
        "boards",
        "fellowships",
        "culture",
        "schedule",
        "location-ties",
        "mission",
        "research",
        "benefits",
    ]
    assert all(1 <= criterion.weight <= 5 for criterion in criteria)


def test_shipped_values_are_made_once() -> None:
    assert shipped_key_dates() is shipped_key_dates()
    assert shipped_questions() is shipped_questions()
    assert shipped_criteria() is shipped_criteria()


def test_showing_dates_loads_no_data_and_no_heavy_library() -> None:
    code = (
        "import sys, store.dates, store.key_dates, store.spoken_dates\n"
        "from store.reference.data_files import data_file\n"
        "heavy = {'dateutil', 'jinja2', 'textual', 'rich', 'tinydb', 'filelock', 'csv', 'email'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "assert data_file.cache_info().currsize == 0\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parent.parent)
