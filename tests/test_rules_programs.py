"""Rules about programs: names, courses, contact rules, reasons, facts, trash, notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.course import shown_status
from store.errors import RuleBroken
from store.moments import Moment
from store.records import ContactRule, Fact, Note, Program, Reason, StatusChange
from store.rules.programs import (
    add_note,
    add_program,
    add_reason,
    edit_note,
    edit_program,
    invite,
    remove_note,
    remove_reason,
    set_contact_rule,
    set_fact,
    set_status,
    trash_programs,
    untrash_programs,
)
from store.season import Season
from store.words import Channel, ContactRuleName, ReasonKind, Status
from tests.examples import CENTRAL, EASTERN, NOW, a_busy_season, a_letter, a_program, a_season, an_interview, at

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


def test_a_status_is_dated_and_joins_the_course() -> None:
    season = set_status(a_season(), (BRIGHT,), Status.WAITLISTED, at=at("2026-11-20 09:00"), exact=True, now=NOW)
    assert the_program(season).statuses[-1] == StatusChange(Status.WAITLISTED, at("2026-11-20 09:00"), exact=True)
    assert len(the_program(season).statuses) == 2


def test_several_programs_change_together_or_not_at_all() -> None:
    season = a_busy_season()
    after = set_status(season, ("p-oxbown", "p-gorsel"), Status.WITHDRAWN, at=NOW, now=NOW)
    assert {after.programs_by_id[one].status for one in ("p-oxbown", "p-gorsel")} == {Status.WITHDRAWN}
    with pytest.raises(RuleBroken, match="No program has the id “p-nobody”"):
        set_status(season, ("p-oxbown", "p-nobody"), Status.WITHDRAWN, at=NOW, now=NOW)


def test_setting_the_present_status_again_changes_nothing() -> None:
    season = a_season()
    assert set_status(season, (BRIGHT,), Status.APPLIED, at=NOW, now=NOW) is season


def test_going_back_is_allowed_because_people_mend_slips() -> None:
    booked = set_status(a_season(), (BRIGHT,), Status.BOOKED, at=at("2026-11-20 09:00"), now=NOW)
    mended = set_status(booked, (BRIGHT,), Status.INVITED, at=at("2026-11-21 09:00"), now=NOW)
    assert the_program(mended).status is Status.INVITED


def test_a_status_cannot_begin_in_the_future() -> None:
    with pytest.raises(RuleBroken, match=r"cannot be invited on Tue 24 Nov 2026 14:06 CET: that is still to come"):
        set_status(a_season(), (BRIGHT,), Status.INVITED, at=at("2026-11-24 14:06"), exact=True, now=NOW)
    with pytest.raises(RuleBroken, match=r"on Wed 25 Nov 2026: that is still to come"):
        set_status(a_season(), (BRIGHT,), Status.INVITED, at=at("2026-11-25 00:01"), now=NOW)


def test_the_same_instant_on_another_clock_is_not_the_future() -> None:
    there = NOW.seen_from("Asia/Tokyo")
    season = set_status(a_season(), (BRIGHT,), Status.INVITED, at=there, exact=True, now=NOW)
    assert the_program(season).since == there


def test_a_status_of_today_without_a_minute_is_held_back_to_now() -> None:
    season = set_status(a_season(), (BRIGHT,), Status.REJECTED, at=at("2026-11-24 18:00", EASTERN), now=NOW)
    since = the_program(season).since
    assert since is not None and since == Moment(NOW.at, EASTERN)


def test_a_status_cannot_begin_before_the_one_it_follows() -> None:
    with pytest.raises(RuleBroken, match=r"has been applied since Mon 28 Sep 2026; a change to invited"):
        set_status(a_season(), (BRIGHT,), Status.INVITED, at=at("2026-09-27 10:00"), now=NOW)


def test_within_one_day_a_moment_that_is_not_exact_gives_way() -> None:
    noon = StatusChange(Status.APPLIED, at("2026-11-23 12:00"))
    season = a_season(a_program(statuses=(StatusChange(Status.PLANNED, at("2026-11-23 12:00")), noon)))
    after = set_status(season, (BRIGHT,), Status.INVITED, at=at("2026-11-23 08:12"), exact=True, now=NOW)
    moments = [change.at for change in the_program(after).statuses]
    assert moments == [at("2026-11-23 08:12")] * 3
    later = set_status(after, (BRIGHT,), Status.WAITLISTED, at=at("2026-11-23 06:00"), now=NOW)
    assert the_program(later).since == at("2026-11-23 08:12")


def test_two_exact_moments_of_one_day_keep_their_order() -> None:
    season = invite(a_season(), BRIGHT, at=at("2026-11-23 15:10"), now=NOW)
    with pytest.raises(RuleBroken, match=r"invited since Mon 23 Nov 2026 15:10 CET"):
        set_status(season, (BRIGHT,), Status.WAITLISTED, at=at("2026-11-23 15:09"), exact=True, now=NOW)


def test_a_course_handed_in_out_of_order_is_refused() -> None:
    course = (
        StatusChange(Status.APPLIED, at("2026-10-02 10:00")),
        StatusChange(Status.INVITED, at("2026-10-01 10:00")),
    )
    with pytest.raises(RuleBroken, match="cannot be dated before that"):
        add_program(Season(), a_program(statuses=course), now=NOW)


def test_an_invitation_keeps_its_minute_and_the_starts_offered_in_order() -> None:
    early, late = at("2026-12-09 09:00", CENTRAL), at("2026-12-10 09:00", CENTRAL)
    season = invite(a_season(), BRIGHT, at=at("2026-11-24 08:12"), offered=(late, early, late), now=NOW)
    program = the_program(season)
    assert program.statuses[-1] == StatusChange(Status.INVITED, at("2026-11-24 08:12"), exact=True)
    assert program.offered == (early, late)


def test_a_second_invitation_only_renews_the_offers() -> None:
    once = invite(a_season(), BRIGHT, at=at("2026-11-23 08:12"), offered=(at("2026-12-09 09:00"),), now=NOW)
    twice = invite(once, BRIGHT, at=NOW, offered=(at("2026-12-11 09:00"),), now=NOW)
    assert the_program(twice).since == at("2026-11-23 08:12")
    assert the_program(twice).offered == (at("2026-12-11 09:00"),)
    assert invite(twice, BRIGHT, at=NOW, now=NOW) is twice


def test_leaving_the_invitation_forgets_the_offers() -> None:
    season = invite(a_season(), BRIGHT, at=at("2026-11-23 08:12"), offered=(at("2026-12-09 09:00"),), now=NOW)
    assert the_program(set_status(season, (BRIGHT,), Status.WITHDRAWN, at=NOW, now=NOW)).offered == ()


def test_booked_reads_as_interviewed_once_the_last_interview_is_over() -> None:
    program = a_program(status=Status.BOOKED, since=at("2026-11-01 10:00"))
    season = a_season(program, an_interview(starts=at("2026-11-24 06:00", EASTERN), minutes=125))
    assert shown_status(season, program, NOW) is Status.INTERVIEWED
    assert shown_status(season, program, NOW.after(minutes=-1)) is Status.BOOKED
    assert shown_status(a_season(program), program, NOW) is Status.BOOKED


def test_silence_never_becomes_a_rejection() -> None:
    program = a_program()
    years_later = NOW.after(days=900)
    assert shown_status(a_season(program), program, years_later) is Status.APPLIED


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


def test_a_fact_replaces_the_one_of_the_same_name_and_no_value_removes_it() -> None:
    season = set_fact(a_season(), BRIGHT, Fact("Call", "q4"), now=NOW)
    season = set_fact(season, BRIGHT, Fact("Class size", "12"), now=NOW)
    season = set_fact(season, BRIGHT, Fact("call", "night float", "a resident"), now=NOW)
    assert [(fact.label, fact.value) for fact in the_program(season).facts] == [
        ("call", "night float"),
        ("Class size", "12"),
    ]
    season = set_fact(season, BRIGHT, Fact("CALL", ""), now=NOW)
    assert [fact.label for fact in the_program(season).facts] == ["Class size"]
    with pytest.raises(RuleBroken, match="name of the fact is empty"):
        set_fact(season, BRIGHT, Fact("", "12"), now=NOW)


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
    assert remove_note(season, "n-first1", now=NOW).notes == ()


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
