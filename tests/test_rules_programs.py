"""Rules about programs: names, courses, contact rules, reasons, facts, trash, notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.errors import RuleBroken
from store.records import ContactRule, Note, Program, Reason, StatusChange
from store.rules.programs import (
    add_note,
    add_program,
    add_reason,
    edit_note,
    edit_program,
    remove_note,
    remove_reason,
    reword_reason,
    set_contact_rule,
    set_status,
    trash_programs,
    untrash_programs,
)
from store.season import Season
from store.words import Channel, ContactRuleName, ReasonKind, Status
from tests.examples import NOW, a_busy_season, a_letter, a_program, a_season, an_interview, at

BRIGHT = "p-bright"


def the_program(season: Season, program_id: str = BRIGHT) -> Program:
    return season.programs_by_id[program_id]


def test_a_new_program_without_a_course_begins_as_planned_now() -> None:
    season = add_program(Season(), Program("p-alder1", "  Alder\tRidge \x1b[2J"), now=NOW)
    program = the_program(season, "p-alder1")
    assert program.name == "Alder Ridge [2J"
    assert program.statuses == (StatusChange(Status.PLANNED, NOW),)


def test_a_new_program_keeps_the_course_it_comes_with() -> None:
    program = a_program("p-alder1", "Alder Ridge", Status.WAITLISTED, at("2026-11-01 12:00"))
    assert add_program(a_season(), program, now=NOW).programs[-1] == program


def test_a_new_program_is_never_in_the_trash() -> None:
    program = a_program("p-alder1", "Alder Ridge", trashed=NOW)
    assert add_program(a_season(), program, now=NOW).programs[-1].trashed is None


def test_a_program_needs_a_name() -> None:
    for blank in ("", "   ", "\u200b", "\n"):
        with pytest.raises(RuleBroken, match="name is empty"):
            add_program(Season(), Program("p-alder1", blank), now=NOW)


def test_a_name_of_more_than_300_characters_is_refused() -> None:
    assert add_program(Season(), Program("p-alder1", "x" * 300), now=NOW).programs
    with pytest.raises(RuleBroken, match="limit is 300"):
        add_program(Season(), Program("p-alder1", "x" * 301), now=NOW)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Brightwater", "BRIGHTWATER"),
        ("Caf\u00e9 Hospital", "Cafe\u0301 hospital"),
        ("Stra\u00dfe", "STRASSE"),
    ],
)
def test_two_programs_need_two_names_whatever_their_case_or_composition(first: str, second: str) -> None:
    season = add_program(Season(), Program("p-first1", first, city="Fenwick", state="OH"), now=NOW)
    with pytest.raises(RuleBroken, match=r"followed already \(Fenwick, OH\)"):
        add_program(season, Program("p-secnd1", second), now=NOW)


def test_the_name_of_a_program_in_the_trash_is_free_until_it_comes_back() -> None:
    season = trash_programs(a_season(), (BRIGHT,), now=NOW)
    season = add_program(season, Program("p-secnd1", "Brightwater"), now=NOW)
    with pytest.raises(RuleBroken, match="followed already"):
        untrash_programs(season, (BRIGHT,), now=NOW)


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(RuleBroken, match="not a time zone"):
        add_program(Season(), Program("p-alder1", "Alder Ridge", zone="CST"), now=NOW)


def test_an_id_is_given_once_only() -> None:
    with pytest.raises(RuleBroken, match=r"p-bright is there already"):
        add_program(a_season(), Program(BRIGHT, "Alder Ridge"), now=NOW)
    with pytest.raises(RuleBroken, match="needs an id"):
        add_program(a_season(), Program("", "Alder Ridge"), now=NOW)


def test_editing_changes_the_fields_named_and_cleans_them() -> None:
    season = edit_program(a_season(), BRIGHT, city=" Brook \u202e Town ", tags=("nicu", "  "), now=NOW)
    assert (the_program(season).city, the_program(season).tags) == ("Brook Town", ("nicu",))


def test_editing_to_the_same_values_returns_the_same_season() -> None:
    season = a_season()
    assert edit_program(season, BRIGHT, name="Brightwater", now=NOW) is season


@pytest.mark.parametrize("name", ["id", "statuses", "rule", "trashed", "colour"])
def test_fields_with_rules_of_their_own_cannot_be_edited(name: str) -> None:
    with pytest.raises(RuleBroken, match=f"“{name}” cannot be changed here"):
        edit_program(a_season(), BRIGHT, now=NOW, **{name: None})


def test_a_program_cannot_be_renamed_to_another_ones_name() -> None:
    season = a_season(a_program(), a_program("p-alder1", "Alder Ridge"))
    with pytest.raises(RuleBroken, match="Alder Ridge is followed already"):
        edit_program(season, BRIGHT, name="alder ridge", now=NOW)


def test_records_that_did_not_change_stay_the_same_objects() -> None:
    before = a_busy_season()
    after = set_status(before, ("p-gorsel",), Status.REJECTED, at=NOW, now=NOW)
    changed = [old.id for old, new in zip(before.programs, after.programs, strict=True) if old is not new]
    assert changed == ["p-gorsel"]
    assert after.letters is before.letters


def test_a_contact_rule_keeps_words_source_and_day() -> None:
    rule = ContactRule(ContactRuleName.NO_THANKS, "Please send\r\nno notes.", "their page", date(2026, 10, 2))
    season = set_contact_rule(a_season(), BRIGHT, rule, now=NOW)
    assert the_program(season).rule == replace(rule, words="Please send\nno notes.")
    assert set_contact_rule(season, BRIGHT, rule, now=NOW) is season


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (ContactRule(ContactRuleName.ONE_CHANNEL), "which channel"),
        (ContactRule(ContactRuleName.UPDATES_UNTIL), "until which day"),
        (ContactRule(seen=date(2026, 11, 25)), "cannot be in the future"),
    ],
)
def test_a_contact_rule_says_all_it_needs_to(rule: ContactRule, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        set_contact_rule(a_season(), BRIGHT, rule, now=NOW)
    whole = replace(rule, channel=Channel.PORTAL, until=date(2027, 1, 31), seen=NOW.day)
    assert the_program(set_contact_rule(a_season(), BRIGHT, whole, now=NOW)).rule == whole


def test_a_reason_is_kept_once_and_can_be_taken_back() -> None:
    reason = Reason(ReasonKind.ROTATION, "Four weeks there in May.")
    season = add_reason(a_season(), BRIGHT, reason, now=NOW)
    assert the_program(season).reasons == (reason,)
    assert add_reason(season, BRIGHT, reason, now=NOW) is season
    assert the_program(remove_reason(season, BRIGHT, reason, now=NOW)).reasons == ()
    with pytest.raises(RuleBroken, match="reason is empty"):
        add_reason(season, BRIGHT, Reason(ReasonKind.MISSION, " "), now=NOW)


def test_a_reason_is_reworded_in_its_place() -> None:
    first, second = Reason(ReasonKind.MISSION, "Their clinic"), Reason(ReasonKind.ROTATION, "I rotated there")
    season = add_reason(add_reason(a_season(), BRIGHT, first, now=NOW), BRIGHT, second, now=NOW)
    reworded = reword_reason(season, BRIGHT, first, "Their refugee\x07 clinic", now=NOW)
    assert the_program(reworded).reasons == (Reason(ReasonKind.MISSION, "Their refugee clinic"), second)
    assert reword_reason(season, BRIGHT, first, "Their clinic", now=NOW) is season
    with pytest.raises(RuleBroken, match="reason is empty"):
        reword_reason(season, BRIGHT, first, " ", now=NOW)


def test_a_reason_reworded_into_another_is_not_doubled() -> None:
    first, second = Reason(ReasonKind.MISSION, "Their clinic"), Reason(ReasonKind.MISSION, "The clinic")
    season = add_reason(add_reason(a_season(), BRIGHT, first, now=NOW), BRIGHT, second, now=NOW)
    assert the_program(reword_reason(season, BRIGHT, first, "The clinic", now=NOW)).reasons == (second,)


def test_only_a_reason_that_is_there_changes_or_goes() -> None:
    gone = Reason(ReasonKind.MISSION, "Their clinic")
    with pytest.raises(RuleBroken, match="Brightwater has no such reason"):
        remove_reason(a_season(), BRIGHT, gone, now=NOW)
    with pytest.raises(RuleBroken, match="Brightwater has no such reason"):
        reword_reason(a_season(), BRIGHT, gone, "The clinic", now=NOW)


def test_the_trash_keeps_everything_and_gives_it_back() -> None:
    before = a_season(a_program(), an_interview(), a_letter())
    trashed = trash_programs(before, (BRIGHT,), now=NOW)
    assert trashed.followed == () and the_program(trashed).trashed == NOW
    assert (trashed.letters, trashed.interviews) == (before.letters, before.interviews)
    assert trash_programs(trashed, (BRIGHT,), now=NOW.after(days=1)) is trashed
    assert untrash_programs(trashed, (BRIGHT,), now=NOW) == before
    assert untrash_programs(before, (BRIGHT,), now=NOW) is before


def test_a_program_in_the_trash_does_not_change() -> None:
    season = trash_programs(a_season(), (BRIGHT,), now=NOW)
    with pytest.raises(RuleBroken, match="Brightwater is in the trash"):
        set_status(season, (BRIGHT,), Status.REJECTED, at=NOW, now=NOW)


@pytest.mark.parametrize("rule", [trash_programs, untrash_programs])
def test_only_programs_that_exist_go_to_the_trash_and_back(rule: object) -> None:
    assert callable(rule)
    with pytest.raises(RuleBroken, match="p-nobody"):
        rule(a_season(), ("p-nobody",), now=NOW)


def test_notes_are_added_mended_and_thrown_away() -> None:
    season = add_note(a_season(), Note("n-first1", BRIGHT, NOW, "Resident clinic\x07 twice a week."), now=NOW)
    assert season.notes_of[BRIGHT][0].text == "Resident clinic twice a week."
    season = edit_note(season, "n-first1", text="Three times.", now=NOW)
    assert season.notes == (Note("n-first1", BRIGHT, NOW, "Three times."),)
    assert edit_note(season, "n-first1", text="Three times.", now=NOW) is season
    season = add_note(season, Note("n-secnd1", BRIGHT, NOW, "A kind chief."), now=NOW)
    assert [note.id for note in remove_note(season, "n-secnd1", now=NOW).notes] == ["n-first1"]


def test_a_note_needs_words_a_program_and_a_moment_that_has_come() -> None:
    season = a_season()
    with pytest.raises(RuleBroken, match="note is empty"):
        add_note(season, Note("n-first1", BRIGHT, NOW, " \n"), now=NOW)
    with pytest.raises(RuleBroken, match="p-nobody"):
        add_note(season, Note("n-first1", "p-nobody", NOW, "Words"), now=NOW)
    with pytest.raises(RuleBroken, match="still to come"):
        add_note(season, Note("n-first1", BRIGHT, NOW.after(hours=1), "Words"), now=NOW)
    with pytest.raises(RuleBroken, match="No note has the id"):
        remove_note(season, "n-first1", now=NOW)
