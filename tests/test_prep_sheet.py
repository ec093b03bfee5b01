"""The prep sheet: who, when in both clocks, where, what to ask whom, and what was said before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from store.prep_sheet import as_markdown, prep_sheet
from store.records import Answer, ContactRule, Fact, Move, Note
from store.season import Season
from store.words import ContactRuleName, Format, Kind, Role, Status
from tests.command_shell import Shell, no_change
from tests.examples import EASTERN, NOW, a_contact, a_letter, a_program, a_season, an_interview, at

WEXLEY = replace(a_contact(), note="studies [asthma]\nin towns")
OFFICE = a_contact("c-office", name="Mo Berg", role=Role.COORDINATOR, title="Ms.", email="mo@bright.example")


def season_of(**fields: object) -> Season:
    rule = ContactRule(ContactRuleName.NO_THANKS, "Please send no notes.")
    program = a_program(status=Status.BOOKED, draws="a clinic on wheels", rule=rule)
    interview = replace(an_interview(contact_ids=("c-wexley",)), **fields)  # type: ignore[arg-type]
    letter = a_letter(kind=Kind.ACCEPT, sent=at("2026-11-02 10:00"))
    note = Note("n-1", "p-bright", NOW, "They asked about *Accra*.")
    heard = Answer("a-1", "q-boards-plan", "p-bright", "All passed.", NOW, contact_id="c-wexley")
    return replace(a_season(program, WEXLEY, OFFICE, interview, letter, note), answers=(heard,))


def lines(season: Season, title: str) -> tuple[str, ...]:
    found = {part.title: part.lines for part in prep_sheet(season, season.interviews[0], now=NOW)}
    return found.get(title, ())


def test_it_says_when_on_both_clocks_and_what_it_was_before() -> None:
    moved = (Move(at("2026-12-01 09:00", EASTERN), NOW),)
    when = lines(season_of(moves=moved, zone_assumed=True), "When")
    assert when[0] == "Thu 3 Dec 2026 09:00 EST = 15:00 CET here, until 13:00 EST = 19:00 CET"
    assert when[1] == "moved from Tue 1 Dec 2026 09:00 EST = 15:00 CET here"
    assert "ask them to confirm it" in when[2]


@pytest.mark.parametrize(
    ("wall", "minutes", "until"),
    [
        ("2026-12-03 15:00", 240, "until 19:00 EST = Fri 4 Dec 01:00 CET"),  # past midnight at home alone
        ("2026-12-03 09:00", 33 * 60, "until Fri 4 Dec 18:00 EST = Sat 5 Dec 00:00 CET"),
        ("2026-12-03 09:00", 32 * 60, "until Fri 4 Dec 17:00 EST = Fri 4 Dec 23:00 CET"),
    ],
)
def test_an_end_on_another_day_names_it(wall: str, minutes: int, until: str) -> None:
    assert lines(season_of(starts=at(wall, EASTERN), minutes=minutes), "When")[0].endswith(until)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"link": "https://meet.example/b"}, "https://meet.example/b"),
        ({}, "No link is recorded yet"),
        ({"format": Format.IN_PERSON, "place": "2 Hill Road"}, "2 Hill Road"),
        ({"format": Format.IN_PERSON}, "No place is recorded yet"),
    ],
)
def test_it_says_where_or_that_nobody_has_said(fields: dict[str, object], words: str) -> None:
    assert any(words in line for line in lines(season_of(**fields), "Where"))


def test_it_names_people_with_their_notes_and_whom_to_call() -> None:
    whom = lines(season_of(), "Whom I meet")
    assert whom[0] == "Dr. Ines Wexley, program director: studies [asthma] in towns"
    assert whom[1] == "If something fails: Ms. Mo Berg, coordinator, mo@bright.example"
    nobody = lines(season_of(contact_ids=()), "Whom I meet")
    assert nobody[0].startswith("Nobody is recorded yet.")


def test_every_open_question_stands_once_and_the_rest_comes_last() -> None:
    season = season_of()
    parts = prep_sheet(season, season.interviews[0], now=NOW)
    asked = [line for part in parts if part.title.startswith("To ask") for line in part.lines]
    assert len(asked) == len(set(asked)) > 20
    assert parts[-1].title == "To ask whoever can tell"
    assert any("All passed. (Dr. Ines Wexley, Tue 24 Nov)" in line for line in lines(season, "Heard already"))


def test_it_tells_what_was_written_and_how_they_want_to_be_written_to() -> None:
    season = season_of()
    assert lines(season, "Messages so far") == ("Mon 2 Nov sent, accept: A word from Noor Halvard",)
    assert lines(season, "Writing to them afterwards") == ("no thanks", "“Please send no notes.”")
    unknown = replace(season, programs=(replace(season.programs[0], rule=ContactRule()),))
    assert lines(unknown, "Writing to them afterwards")[0].startswith("Nothing is known")


def test_words_of_others_are_nothing_to_markdown() -> None:
    season = season_of()
    page = as_markdown(season, season.interviews[0], now=NOW)
    assert "\\[asthma\\]" in page and "\\*Accra\\*" in page


def test_the_command_prints_it_and_writes_it_for_its_owner_alone(demo: Shell, tmp_path: Path) -> None:
    said = demo("prep", "orrin")
    assert said.code == 0 and said.out.startswith("# Interview at Orrin Falls University")
    assert demo("prep", "orrin", "--json").json["parts"][0]["title"] == "When"
    target = tmp_path / "prep.md"
    assert demo("prep", "orrin", "--out", str(target)).code == 0
    assert target.stat().st_mode & 0o077 == 0
    before = target.read_bytes()
    no_change(demo, demo("prep", "orrin", "--out", str(target)))
    assert target.read_bytes() == before
    folder = tmp_path / "sheets"
    folder.mkdir()
    assert demo("prep", "orrin", "--out", str(folder)).code == 0
    assert len(list(folder.glob("prep-2026-11-30-*.md"))) == 1
    assert "nothing to prepare yet" in demo("prep", "amberley").err


def test_starts_on_offer_are_listed_with_marks_and_booked_by_number(demo: Shell) -> None:
    said = demo("offer", "kettle", "2026-12-03T08:00", "2026-12-15T09:00", "--instead")
    assert "It overlaps with Marrow Lake Pediatrics" in said.out
    listed = demo("offer", "kettle", "--json").json["offered"]
    assert [one["number"] for one in listed] == [1, 2]
    assert "overlaps" in listed[0]["remarks"][0]
    assert demo("book", "kettle", "3").code == 2
    assert demo("book", "kettle", "2").code == 0
    (booked,) = [one for one in demo.season.interviews if one.starts.day.isoformat() == "2026-12-15"]
    assert booked.zone_assumed
    assert demo("confirm", "kettle").code == 0
    assert not demo.season.interviews_by_id[booked.id].zone_assumed


@pytest.mark.parametrize("moment", ["2026-11-01T09:00", "2026-12-03", "soon", "2027-03-14T02:30"])
def test_what_is_no_start_to_choose_is_refused(demo: Shell, moment: str) -> None:
    no_change(demo, demo("offer", "kettle", moment))


def test_nothing_is_on_offer_any_more_once_that_is_said(demo: Shell) -> None:
    assert demo("offer", "kettle", "--none").code == 0
    assert "nothing on offer" in demo("offer", "kettle").err


def test_facts_that_are_old_or_disagree_are_to_be_made_sure_of() -> None:
    season = season_of()
    old = Fact("visa", "none", "their page", NOW.day - timedelta(days=200))
    sure = Fact("salary", "66,000", "their page", NOW.day)
    both = (Fact("call", "q4", "their page", NOW.day), Fact("call", "night float", "a resident", NOW.day))
    program = replace(season.programs[0], facts=(old, sure, *both))
    found = lines(replace(season, programs=(program,)), "Facts to make sure of")
    assert found == (
        "call: q4 (their page, checked Tue 24 Nov 2026); or night float (a resident, checked Tue 24 Nov 2026)",
        "visa: none (their page, checked Fri 8 May 2026, stale)",
    )
