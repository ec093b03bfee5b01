"""The form a new letter takes: the one that fits the state of things, and any other when it is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.moments import Moment
from store.records import Letter, News, Program, RankList, Reason, StatusChange, Stay
from store.season import Season
from store.words import Format, Kind, ReasonKind, Role, Status
from templates.catalogue import KINDS
from templates.choosing import CHOICES
from templates.conduct.checking import check_letter
from templates.render import begin_letter
from templates.situations import form_told_by
from tests.examples import CENTRAL, EASTERN, NOW, a_contact, a_letter, a_profile, a_program, a_season, an_interview, at
from tests.letter_examples import CHANGES, NEWS, full_season, written_from


def _begun(season: Season, kind: Kind, *contact_ids: str, answers: str = "", now: Moment = NOW) -> Letter:
    return begin_letter(
        season, "p-bright", kind, letter_id="l-x", contact_ids=contact_ids, answers=answers, now=now
    )  # fmt: skip


def _form(season: Season, kind: Kind, *contact_ids: str, answers: str = "", now: Moment = NOW) -> str:
    return _begun(season, kind, *contact_ids, answers=answers, now=now).variant


@pytest.mark.parametrize(
    ("days", "expected"),
    [(30.0, "early"), (14.5, "early"), (13.9, "late"), (3.5, "late"), (2.9, "emergency"), (0.1, "emergency")],
)
def test_a_cancellation_inside_two_weeks_apologizes_and_inside_three_days_is_urgent(days: float, expected: str) -> None:
    assert _form(a_season(a_program(), an_interview(starts=NOW.after(days=days))), Kind.CANCEL) == expected


def test_withdrawing_reads_otherwise_once_the_interview_is_over() -> None:
    over = an_interview(starts=at("2026-11-23 09:00", EASTERN))
    assert _form(a_season(a_program()), Kind.CANCEL) == "withdraw"
    assert _form(a_season(a_program(status=Status.INTERVIEWED)), Kind.CANCEL) == "after-interview"
    assert _form(a_season(a_program(status=Status.BOOKED), over), Kind.CANCEL) == "after-interview"


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        (at("2026-12-20 09:00", EASTERN), "plain"),
        (at("2026-12-02 09:00", EASTERN), "late"),
        (at("2026-12-20 17:00", EASTERN), "hour"),
        (at("2026-12-02 22:00", EASTERN), "hour"),
        (at("2026-12-20 16:45", EASTERN), "plain"),
        (None, "other-dates"),
    ],
)
def test_asking_for_another_date_says_why_as_the_calendar_has_it(starts: Moment | None, expected: str) -> None:
    records = (a_program(status=Status.BOOKED),) if starts is None else (a_program(), an_interview(starts=starts))
    assert _form(a_season(*records), Kind.RESCHEDULE) == expected


def test_the_night_is_that_of_the_place_one_will_be_in() -> None:
    night = an_interview(starts=at("2026-12-20 17:30", EASTERN))
    there = replace(a_profile(), stays=(Stay(at("2026-12-15 09:00").day, CENTRAL),))
    assert _form(a_season(a_program(), night), Kind.RESCHEDULE) == "hour"
    assert _form(a_season(a_program(), night, profile=there), Kind.RESCHEDULE) == "plain"


def test_a_late_word_about_the_hour_is_sorry_for_being_late() -> None:
    near, far = (an_interview(starts=at(f"2026-12-{day} 18:00", EASTERN)) for day in ("02", "20"))
    assert "sorry to ask so late" in _begun(a_season(a_program(), near), Kind.RESCHEDULE).body
    assert "late" not in _begun(a_season(a_program(), far), Kind.RESCHEDULE).body


def _course(*statuses: Status) -> Program:
    return a_program(
        statuses=tuple(StatusChange(one, NOW.after(days=place - 20)) for place, one in enumerate(statuses))
    )


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        ((Status.APPLIED, Status.INVITED), "choose"),
        ((Status.APPLIED, Status.WAITLISTED, Status.INVITED), "from-waitlist"),
        ((Status.APPLIED, Status.WAITLISTED, Status.INVITED, Status.BOOKED), "from-waitlist"),
        ((Status.APPLIED, Status.WAITLISTED, Status.BOOKED), "from-waitlist"),
        ((Status.APPLIED, Status.WAITLISTED), "choose"),
        ((Status.APPLIED, Status.INVITED, Status.WAITLISTED), "choose"),
        ((), "choose"),
    ],
)
def test_a_date_that_came_free_is_accepted_as_such(course: tuple[Status, ...], expected: str) -> None:
    assert _form(a_season(_course(*course)), Kind.ACCEPT) == expected


@pytest.mark.parametrize(
    ("sent", "expected"), [(0, "first"), (1, "check-in"), (2, "second-check-in"), (3, "second-check-in")]
)
def test_each_word_to_a_waiting_list_is_another_one(sent: int, expected: str) -> None:
    before = [a_letter(f"l-{number}", kind=Kind.WAITLIST, sent=NOW.after(days=-20)) for number in range(sent)]
    assert _form(a_season(a_program(status=Status.WAITLISTED), *before), Kind.WAITLIST) == expected


def test_before_a_journey_the_practical_question_is_about_the_visit() -> None:
    there = replace(an_interview(), format=Format.IN_PERSON)
    assert _form(a_season(a_program(), there), Kind.LOGISTICS) == "visit"
    assert _form(a_season(a_program(), replace(there, zone_assumed=True)), Kind.LOGISTICS) == "time-zone"
    assert _form(a_season(a_program(), an_interview()), Kind.LOGISTICS) == "details"


def test_a_question_that_went_unanswered_is_repeated_as_a_reminder() -> None:
    asked = a_letter("l-asked2", kind=Kind.QUESTION, sent=NOW.after(days=-8), contact_ids=("c-wexley",))
    reply = a_letter("l-reply2", kind=Kind.REPLY, received=NOW.after(days=-1), contact_ids=("c-wexley",))
    people = (a_contact(), a_contact("c-sorrel", name="Ben Sorrel", role=Role.RESIDENT))
    season = a_season(a_program(), *people, asked)
    assert _form(season, Kind.QUESTION, "c-wexley") == "reminder"
    assert _form(season, Kind.QUESTION, "c-sorrel") == "resident"
    assert _form(a_season(a_program(), *people, asked, reply), Kind.QUESTION, "c-wexley") == "faculty"


@pytest.mark.parametrize(("form", "what"), NEWS.items())
def test_an_update_takes_the_form_of_the_news(form: str, what: str) -> None:
    assert _form(a_season(a_program(), News("w-x", NOW.day, what)), Kind.UPDATE) == form


@pytest.mark.parametrize(("form", "what"), CHANGES.items())
def test_a_change_of_eligibility_takes_the_form_of_what_changed(form: str, what: str) -> None:
    assert _form(a_season(a_program(), News("w-x", NOW.day, what, eligibility=True)), Kind.ELIGIBILITY) == form


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Could you tell us where else you have interviewed so far?", "elsewhere"),
        ("How many interviews have you been offered?", "elsewhere"),
        ("How do you plan to rank us?", "order"),
        ("Are we your first choice?", "order"),
        ("Did you send us a signal, and who got the others?", "signals"),
        ("Are you married, and do you plan a family during residency?", "private"),
        ("May I ask how old you are?", "private"),
        ("Which church do you go to?", "private"),
        ("Will you need a visa from us?", "visa"),
        ("Do you hold a green card?", "visa"),
        ("Tell us something that nobody knows about you.", "plain"),
        ("We look forward to hearing from you.\n> I need no visa sponsorship.", "plain"),
        ("Do you expect to match with us or at home?", "order"),
        ("Who looks after your little one at night?", "private"),
        ("Who else are you talking to?", "elsewhere"),
        ("Our rank list opens soon. Where else did you interview?", "elsewhere"),
        ("Fine.\n\nOn Fri, Nov 20, 2026 Noor Halvard wrote:\n\nI need no visa.", "plain"),
    ],
)
def test_an_improper_question_is_answered_by_what_was_asked(words: str, expected: str) -> None:
    came = replace(a_letter("l-came22", kind=Kind.REPLY, received=NOW, body=words, subject="A word"), improper=True)
    assert _form(a_season(a_program(), came), Kind.IMPROPER_QUESTION, answers="l-came22") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("You are ranked to match with us.", "ranked"),
        ("You will be high on our list.", "ranked"),
        ("Would you come if we ranked you?", "would-come"),
        ("If we rank you in the first ten, can we count on you?", "would-come"),
        ("We can give you a contract before the Match.", "offer"),
        ("We think you would be very happy here.", "plain"),
        ("There is a place for you, no matter what.", "offer"),
        ("Your name is right at the top.", "ranked"),
    ],
)
def test_a_hint_is_answered_by_what_was_hinted(words: str, expected: str) -> None:
    came = replace(a_letter("l-came22", kind=Kind.REPLY, received=NOW, body=words, subject="A word"), hint=True)
    assert _form(a_season(a_program(), came), Kind.HINT, answers="l-came22") == expected


def test_my_own_subject_over_their_words_tells_nothing_of_what_they_asked() -> None:
    words = "Tell us something that nobody knows about you."
    came = replace(a_letter("l-came22", kind=Kind.REPLY, received=NOW, body=words), improper=True)
    season = a_season(a_program(), replace(came, subject="RE: [EXTERNAL] My first choice"))
    assert _form(season, Kind.IMPROPER_QUESTION, answers="l-came22") == "plain"
    season = a_season(a_program(), replace(came, subject="Your first choice"))
    assert _form(season, Kind.IMPROPER_QUESTION, answers="l-came22") == "order"


def test_an_answer_to_nothing_on_record_takes_the_usual_form() -> None:
    assert _form(a_season(), Kind.HINT) == "plain"
    assert _form(a_season(), Kind.IMPROPER_QUESTION) == "plain"


def test_no_high_place_is_promised_where_the_own_list_says_otherwise() -> None:
    others = [a_program(f"p-other{number}", f"Alder {number}") for number in range(9)]
    order = tuple(one.id for one in others)
    season = a_season(a_program(), *others)
    low = replace(season, rank_list=RankList((*order[:3], "p-bright", *order[3:])))
    third = replace(season, rank_list=RankList((*order[:2], "p-bright", *order[2:])))
    absent = replace(season, rank_list=RankList(order))
    assert [_form(one, Kind.HIGH_RANK) for one in (season, third, low, absent)] == [
        "plain",
        "plain",
        "interest",
        "interest",
    ]


def test_the_second_program_told_of_a_high_place_reads_other_words() -> None:
    told = replace(a_letter("l-told22", "p-other2", Kind.HIGH_RANK, sent=NOW), variant="plain")
    season = a_season(a_program(), a_program("p-other2", "Alder Ridge"), told)
    assert _form(season, Kind.HIGH_RANK) == "further"


def test_a_first_place_is_told_otherwise_where_one_has_worked() -> None:
    rotated = a_program(reasons=(Reason(ReasonKind.ROTATION, "I spent May with you."),))
    assert _form(a_season(rotated), Kind.FIRST_RANK) == "rotation"
    assert _form(a_season(a_program()), Kind.FIRST_RANK) == "plain"


def test_an_advocate_who_was_asked_is_thanked_the_next_time() -> None:
    kemp = a_contact("c-kemp22", name="Ilse Kemp", role=Role.ADVOCATE)
    asked = a_letter("l-asked2", kind=Kind.ADVOCATE, sent=NOW.after(days=-9), contact_ids=("c-kemp22",))
    assert _form(a_season(a_program(), kemp), Kind.ADVOCATE, "c-kemp22") == "plain"
    assert _form(a_season(a_program(), kemp, asked), Kind.ADVOCATE, "c-kemp22") == "thanks"


MATCH_WEEK_THURSDAY = at("2027-03-18 10:00", EASTERN)
MATCH_DAY = at("2027-03-19 12:05", EASTERN)


@pytest.mark.parametrize(
    ("since", "role", "expected"),
    [
        (MATCH_DAY, Role.DIRECTOR, "matched"),
        (MATCH_DAY, Role.COORDINATOR, "matched-office"),
        (MATCH_WEEK_THURSDAY, Role.DIRECTOR, "soap"),
        (MATCH_WEEK_THURSDAY, Role.COORDINATOR, "soap"),
        (MATCH_WEEK_THURSDAY, Role.ADVOCATE, "supporter"),
    ],
)
def test_after_the_match_the_letter_knows_how_the_place_came(since: Moment, role: Role, expected: str) -> None:
    season = a_season(a_program(status=Status.MATCHED, since=since), a_contact(role=role))
    assert _form(season, Kind.AFTER_MATCH, "c-wexley", now=MATCH_DAY.after(days=1)) == expected


@pytest.mark.parametrize(("role", "expected"), [(Role.ADVOCATE, "unmatched"), (Role.COORDINATOR, "unmatched-program")])
def test_nobody_is_told_of_no_match_before_it_is_on_record(role: Role, expected: str) -> None:
    told = News("w-none22", MATCH_DAY.day, "I did not match.")
    silent = _form(a_season(a_program(), a_contact(role=role)), Kind.AFTER_MATCH, "c-wexley")
    assert not silent.startswith("unmatched")
    assert _form(a_season(a_program(), a_contact(role=role), told), Kind.AFTER_MATCH, "c-wexley") == expected
    later = a_program("p-soap22", "Oxbow North", Status.MATCHED, MATCH_WEEK_THURSDAY)
    assert _form(a_season(a_program(), later, a_contact(role=role), told), Kind.AFTER_MATCH, "c-wexley") == silent


def test_the_place_one_has_found_is_named_to_others_and_is_no_mistake() -> None:
    found = a_program("p-oxbown", "Oxbow North", Status.MATCHED, MATCH_DAY)
    season = a_season(a_program(status=Status.INTERVIEWED), found, a_contact(role=Role.COORDINATOR))
    letter = _begun(season, Kind.AFTER_MATCH, "c-wexley", now=MATCH_DAY.after(days=1))
    assert "I will train at Oxbow North." in letter.body
    findings = check_letter(season, letter, now=MATCH_DAY.after(days=1))
    assert "C02" not in {one.check for one in findings}


def test_every_choice_leads_to_a_form_that_exists() -> None:
    assert set(CHOICES) < set(KINDS)
    assert all(len(KINDS[kind].variants) > 1 for kind in CHOICES)
    alone = {kind for kind, row in KINDS.items() if len(row.variants) == 1}
    assert set(KINDS) - set(CHOICES) == alone | {Kind.SECOND_LOOK}


@pytest.mark.parametrize("kind", list(KINDS))
def test_any_other_form_can_be_named(kind: Kind) -> None:
    season = full_season()
    chosen = begin_letter(season, "p-bright", kind, letter_id="l-x", now=NOW)
    named = [written_from(season, kind, form) for form in KINDS[kind].variants]
    assert chosen.variant in {letter.variant for letter in named}
    assert [letter.variant for letter in named] == [form.name for form in KINDS[kind].variants]
    assert len({letter.body for letter in named}) == len(named)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("For example, I cook.", ""), ("My exam.", "exam"), ("OET, done", "exam"), ("Lorazepam dosing", ""), ("", "")],
)
def test_a_sign_is_a_word_and_not_a_part_of_one(words: str, expected: str) -> None:
    assert form_told_by(words, "update") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("My ECFMG pathway application was accepted.", "plain"),
        ("ECFMG has issued my certificate.", "plain"),
        ("My pathway application has not been accepted.", "delay"),
        ("ECFMG will decide later than I was told.", "delay"),
        ("My certification waits for one more document.", "delay"),
        ("My medical leave was granted.", "leave"),
    ],
)
def test_good_news_of_certification_is_not_told_as_a_delay(words: str, expected: str) -> None:
    assert form_told_by(words, "eligibility") == expected
