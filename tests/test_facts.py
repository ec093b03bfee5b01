"""Facts of a letter: what is known is said rightly, what is unknown is left out or asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.records import Debrief, Hook, Letter, Profile, Stay
from store.words import Format, Kind, Role, Status
from templates.conduct.checking import check_letter
from templates.facts import facts_for, latest_news, signature, time_on_both_clocks
from templates.render import begin_letter
from templates.vocabulary import WORDS, FactValue, with_blanks, words_for
from tests.examples import CENTRAL, EASTERN, NOW, a_contact, a_letter, a_profile, a_program, a_season, an_interview, at
from tests.letter_examples import full_profile, full_season


def _facts(kind: Kind = Kind.THANK_YOU, **fields: str) -> dict[str, FactValue]:
    letter = Letter("l-x", "p-bright", kind, contact_ids=("c-wexley",))
    return facts_for(full_season(), replace(letter, **fields), now=NOW)  # type: ignore[arg-type]


def test_absent_facts_are_left_out() -> None:
    facts = facts_for(a_season(a_program(), profile=Profile()), a_letter(), now=NOW)
    absent = {"name", "aamc_id", "hook", "draws", "person", "interview_time", "news", "interests", "their_day"}
    assert not absent & set(facts)
    assert all(value not in (None, "", []) for value in facts.values())


def test_facts_are_plain_values_under_known_names() -> None:
    names = {word.name for word in WORDS}
    for kind in Kind:
        for name, value in _facts(kind, interview_id="i-bright").items():
            assert name in names
            assert isinstance(value, str | list | bool)


def test_the_hook_is_that_of_the_reader() -> None:
    season = full_season()
    letter = Letter("l-x", "p-bright", Kind.THANK_YOU, interview_id="i-bright")
    hooks = [
        facts_for(season, replace(letter, contact_ids=(who,)), now=NOW).get("hook")
        for who in ("c-wexley", "c-irigoy", "c-kemp22")
    ]
    assert hooks == [
        "how you teach interns to call a family before the morning labs",
        "this: we talked about the asthma bus and its first winter",
        None,
    ]


@pytest.mark.parametrize(
    ("starts", "home", "expected"),
    [
        (at("2026-12-03 08:00", CENTRAL), "Europe/Warsaw", "Thursday 3 December 2026 at 08:00 CST (15:00 CET for me)"),
        (at("2026-12-03 08:00", CENTRAL), CENTRAL, "Thursday 3 December 2026 at 08:00 CST"),
        (
            at("2026-12-03 18:30", EASTERN),
            "Australia/Perth",
            "Thursday 3 December 2026 at 18:30 EST (Friday 4 December at 07:30 AWST for me)",
        ),
        (at("2027-03-18 09:00", EASTERN), "Europe/Dublin", "Thursday 18 March 2027 at 09:00 EDT (13:00 GMT for me)"),
    ],
)
def test_interview_times_stand_on_both_clocks(starts: object, home: str, expected: str) -> None:
    from store.moments import Moment

    assert isinstance(starts, Moment)
    assert time_on_both_clocks(Profile(), starts, NOW.seen_from(home)) == expected


def test_the_second_clock_is_that_of_the_place_the_applicant_will_be_in() -> None:
    profile = replace(a_profile(), stays=(Stay(date(2026, 12, 1), "America/New_York"),))
    starts = at("2026-12-03 08:00", CENTRAL)
    assert time_on_both_clocks(profile, starts, NOW) == "Thursday 3 December 2026 at 08:00 CST (09:00 EST for me)"


def test_a_zone_that_a_file_holds_and_nobody_knows_is_passed_over_in_letters_and_checks() -> None:
    profile = replace(a_profile(), home_zone=NOW.zone, stays=(Stay(date(2026, 12, 1), "Mars/Base"),))
    season = a_season(a_program(status=Status.BOOKED), an_interview(), profile=profile)
    letter = begin_letter(season, "p-bright", Kind.RESCHEDULE, letter_id="l-x", now=NOW)
    assert "(15:00 CET for me)" in letter.body
    assert "C26" not in {one.check for one in check_letter(season, letter, now=NOW)}


def test_a_clock_asked_for_by_itself_counts_before_the_stays() -> None:
    profile = replace(a_profile(), stays=(Stay(date(2026, 12, 1), "America/New_York"),))
    starts = at("2026-12-03 08:00", CENTRAL)
    said = time_on_both_clocks(profile, starts, NOW.seen_from("Europe/Dublin"))
    assert said == "Thursday 3 December 2026 at 08:00 CST (14:00 GMT for me)"


def test_a_fresh_day_is_a_weekday_and_an_older_one_a_date() -> None:
    season = a_season(a_program(), an_interview(starts=at("2026-11-23 09:00", EASTERN)))
    letter = Letter("l-x", "p-bright", Kind.THANK_YOU, interview_id="i-bright")
    assert facts_for(season, letter, now=NOW)["spoken_day"] == "Monday"
    assert facts_for(season, letter, now=NOW.after(days=9))["spoken_day"] == "23 November"


def test_the_day_of_an_interview_is_that_of_its_own_zone() -> None:
    season = a_season(a_program(), an_interview(starts=at("2026-11-19 20:00", EASTERN)))
    letter = Letter("l-x", "p-bright", Kind.THANK_YOU, interview_id="i-bright")
    facts = facts_for(season, letter, now=NOW)
    assert (facts["interview_day"], facts["interview_date"]) == ("Thursday 19 November", "19 November")


def test_format_and_assumed_zone_are_told_to_templates() -> None:
    interview = replace(an_interview(zone_assumed=True), format=Format.IN_PERSON)
    letter = Letter("l-x", "p-bright", Kind.ACCEPT, interview_id="i-bright")
    facts = facts_for(a_season(a_program(), interview), letter, now=NOW)
    assert (facts["in_person"], facts["zone_assumed"]) == (True, True)


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (("Dr.",), "Dear Dr. Wexley,"),
        (("",), "Dear Ines Wexley,"),
        (("Dr.", "Ms."), "Dear Dr. Wexley and Ms. Harrow,"),
    ],
)
def test_people_are_greeted_by_title_and_family_name(titles: tuple[str, ...], expected: str) -> None:
    names = (("c-wexley", "Ines Wexley"), ("c-harrow", "June Harrow"))
    people = [a_contact(who, name=name, title=title) for (who, name), title in zip(names, titles, strict=False)]
    letter = a_letter(contact_ids=tuple(person.id for person in people))
    assert facts_for(a_season(a_program(), *people), letter, now=NOW)["greeting"] == expected


def test_an_unknown_reader_is_asked_for() -> None:
    letter = a_letter(kind=Kind.ACCEPT)
    assert facts_for(a_season(), letter, now=NOW)["greeting"] == "Dear [title and family name of the coordinator],"
    came = replace(letter, kind=Kind.REPLY)
    assert (
        facts_for(a_season(), came, now=NOW)["greeting"] == "Dear [title and family name of the person you write to],"
    )


def test_the_signature_has_number_and_reach_but_no_empty_line() -> None:
    assert signature(Profile(name="Noor Halvard", aamc_id="19990001"), Kind.UPDATE) == (
        "Kind regards,\nNoor Halvard\nAAMC ID 19990001"
    )
    assert signature(Profile(), Kind.THANK_YOU) == "With thanks,\n[your name]\nAAMC ID [your AAMC ID]"


def test_news_of_eligibility_and_other_news_do_not_mix() -> None:
    season = full_season()
    update, change = latest_news(season, Kind.UPDATE), latest_news(season, Kind.ELIGIBILITY)
    assert update is not None and update.id == "w-recent"
    assert change is not None and change.id == "w-moved2"
    assert latest_news(a_season(), Kind.UPDATE) is None


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        (("Brightwater: my aunt lives there",), "Brightwater: my aunt lives there"),
        (("I was born in NY.",), "I was born in NY"),
        (("Ohio: school",), None),
    ],
)
def test_a_tie_counts_where_it_names_the_city_or_the_state(ties: tuple[str, ...], expected: str | None) -> None:
    season = a_season(a_program(city="Brightwater", state="NY"), profile=replace(full_profile(), ties=ties))
    assert facts_for(season, a_letter(), now=NOW).get("tie") == expected


def test_the_day_on_the_waiting_list_is_known_only_while_one_waits() -> None:
    letter = a_letter(kind=Kind.WAITLIST)
    waiting = a_season(a_program(status=Status.WAITLISTED, since=at("2026-11-05 10:00")))
    assert facts_for(waiting, letter, now=NOW)["waiting_since"] == "5 November"
    assert "waiting_since" not in facts_for(a_season(), letter, now=NOW)


def test_the_date_of_the_message_answered_is_that_at_home() -> None:
    came = a_letter("l-came22", kind=Kind.REPLY, received=at("2026-11-23 20:30", EASTERN))
    letter = a_letter(kind=Kind.HINT, answers="l-came22")
    assert facts_for(a_season(a_program(), came), letter, now=NOW)["their_day"] == "24 November"


def test_long_notes_are_shortened_in_hints_at_a_word() -> None:
    debrief = Debrief(NOW, hooks=(Hook("c-wexley", ""),), liked="word " * 60)
    season = a_season(a_program(), an_interview(debrief=debrief))
    noted = facts_for(season, a_letter(interview_id="i-bright"), now=NOW)["noted"]
    assert isinstance(noted, str)
    assert len(noted) <= 102
    assert noted.endswith("word …")


def test_every_missing_word_of_a_kind_becomes_a_blank_that_names_people() -> None:
    full = with_blanks(Kind.THANK_YOU, {"person": "Dr. Wexley", "program": "Brightwater"})
    assert full["hook"] == "[one true detail of your conversation with Dr. Wexley]"
    assert full["draws"] == "[what draws you to Brightwater, in your own words]"
    assert full["interests"] == ["[what you hope to work on later]"]
    assert full["in_person"] is False
    known = full["known"]
    assert isinstance(known, dict)
    assert known["person"] and not known["hook"]


def test_words_of_an_interview_are_not_offered_before_there_can_be_one() -> None:
    assert "interview_time" not in {word.name for word in words_for(Kind.INTEREST)}
    assert "interview_time" in {word.name for word in words_for(Kind.ACCEPT)}


def test_roles_of_readers_all_have_words() -> None:
    from templates.facts import READERS

    assert set(READERS) == set(Role)
