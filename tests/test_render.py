"""Beginning a letter, finding its blanks, and using templates of one's own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import RuleBroken
from store.records import Interview, News, Profile, Question
from store.season import Season
from store.words import Kind, LetterState, Promise, ReasonKind, Role, Status
from templates.render import Blank, begin_letter, blanks_in, render
from tests.examples import EASTERN, NOW, a_contact, a_letter, a_program, a_season, an_interview, at
from tests.letter_examples import NEWS, full_season

OVER = an_interview("i-over22", starts=at("2026-11-23 09:00", EASTERN))
COMING = an_interview("i-coming", starts=at("2026-12-09 09:00", EASTERN))


# --- blanks ---


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("Dear [name], on [day]", ["name", "day"]),
        ("see [1], [2, 3] and [12-14]", []),
        ("write [ ] or [] or [...] or [two\nlines]", ["", "", "...", "two lines"]),
        ("an [open bracket and [a whole one]", ["a whole one"]),
        ("closed] before [opened", []),
        ("two [paragraphs\n\napart]", []),
        ("", []),
    ],
)
def test_blanks_are_brackets_that_ask_for_words(text: str, hints: list[str]) -> None:
    assert [blank.hint for blank in blanks_in(text)] == hints


@given(st.text(alphabet="[]ab1 \n", max_size=60))
def test_blanks_lie_in_order_and_never_overlap(text: str) -> None:
    last = 0
    for blank in blanks_in(text):
        assert last <= blank.start < blank.end
        assert text[blank.start] == "[" and text[blank.end - 1] == "]"
        last = blank.end


def test_a_blank_knows_where_it_stands() -> None:
    assert blanks_in("Dear [you],") == (Blank(5, 10, "you"),)


# --- beginning a letter ---


def test_a_letter_is_begun_as_a_dated_draft_without_promise() -> None:
    letter = begin_letter(full_season(), "p-bright", Kind.FIRST_RANK, letter_id="l-new222", now=NOW)
    assert (letter.id, letter.program_id, letter.kind) == ("l-new222", "p-bright", Kind.FIRST_RANK)
    assert (letter.state, letter.promise) == (LetterState.DRAFT, Promise.NONE)
    assert (letter.made, letter.edited, letter.at) == (NOW, NOW, None)
    assert letter.contact_ids == ("c-wexley",)
    assert letter.subject == "My decision about Brightwater: Noor Halvard"
    assert letter.body.startswith("Dear Dr. Wexley,\n\nYou know me from more than one interview day")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.THANK_YOU, "i-over22"),
        (Kind.QUESTION, "i-over22"),
        (Kind.FIRST_RANK, "i-over22"),
        (Kind.ACCEPT, "i-coming"),
        (Kind.LOGISTICS, "i-coming"),
        (Kind.RESCHEDULE, "i-coming"),
        (Kind.CANCEL, "i-coming"),
        (Kind.DECLINE, ""),
        (Kind.INTEREST, ""),
    ],
)
def test_a_letter_is_about_the_interview_just_over_or_the_next_one(kind: Kind, expected: str) -> None:
    letter = begin_letter(a_season(a_program(), OVER, COMING), "p-bright", kind, letter_id="l-x", now=NOW)
    assert letter.interview_id == expected


def test_the_interview_named_is_the_one_taken() -> None:
    season = a_season(a_program(), OVER, COMING)
    letter = begin_letter(season, "p-bright", Kind.LOGISTICS, letter_id="l-x", interview_id="i-over22", now=NOW)
    assert letter.interview_id == "i-over22"


def _variant(season: Season, kind: Kind, *contact_ids: str) -> str:
    return begin_letter(season, "p-bright", kind, letter_id="l-x", contact_ids=contact_ids, now=NOW).variant


@pytest.mark.parametrize(
    ("role", "kind", "expected"),
    [
        (Role.DIRECTOR, Kind.THANK_YOU, "director"),
        (Role.ASSOCIATE, Kind.THANK_YOU, "associate"),
        (Role.INTERVIEWER, Kind.THANK_YOU, "interviewer"),
        (Role.COORDINATOR, Kind.THANK_YOU, "coordinator"),
        (Role.CHIEF, Kind.THANK_YOU, "chief"),
        (Role.RESIDENT, Kind.QUESTION, "resident"),
        (Role.COORDINATOR, Kind.QUESTION, "office"),
        (Role.DIRECTOR, Kind.QUESTION, "faculty"),
        (Role.ADVOCATE, Kind.AFTER_MATCH, "supporter"),
        (Role.COORDINATOR, Kind.AFTER_MATCH, "other-program"),
        (Role.COORDINATOR, Kind.SECOND_LOOK, "decline"),
    ],
)
def test_the_form_follows_the_reader(role: Role, kind: Kind, expected: str) -> None:
    season = a_season(a_program(status=Status.INTERVIEWED), a_contact(role=role))
    assert _variant(season, kind, "c-wexley") == expected


def test_a_program_one_matched_with_reads_another_letter_than_the_rest() -> None:
    program, office = a_program(status=Status.MATCHED), a_contact("c-harrow", role=Role.COORDINATOR)
    season = a_season(program, a_contact(), office)
    assert _variant(season, Kind.AFTER_MATCH, "c-wexley") == "matched"
    assert _variant(season, Kind.AFTER_MATCH, "c-harrow") == "matched-office"


@pytest.mark.parametrize("reason", ReasonKind)
def test_interest_takes_the_form_of_its_reason(reason: ReasonKind) -> None:
    season = full_season(status=Status.APPLIED, reasons=(reason,))
    letter = begin_letter(season, "p-bright", Kind.INTEREST, letter_id="l-x", now=NOW)
    assert letter.variant == reason.value
    assert letter.contact_ids == ("c-harrow", "c-wexley")
    assert "your reason for writing" not in letter.body


@pytest.mark.parametrize(
    ("days", "expected"), [(20.0, "early"), (3.5, "late"), (2.5, "emergency"), (0.1, "emergency"), (None, "withdraw")]
)
def test_cancelling_is_early_or_an_emergency_or_a_withdrawal(days: float | None, expected: str) -> None:
    records = (a_program(),) if days is None else (a_program(), an_interview(starts=NOW.after(days=days)))
    assert _variant(a_season(*records), Kind.CANCEL) == expected


@pytest.mark.parametrize(
    ("interview", "expected"),
    [
        (COMING, "details"),
        (replace(COMING, zone_assumed=True), "time-zone"),
        (replace(COMING, zone_assumed=True, starts=NOW.after(minutes=-10)), "technical"),
        (None, "details"),
    ],
)
def test_practical_questions_follow_the_state_of_the_interview(interview: Interview | None, expected: str) -> None:
    records = (a_program(), interview) if interview else (a_program(),)
    assert _variant(a_season(*records), Kind.LOGISTICS) == expected


def test_accepting_names_the_date_or_offers_the_choice() -> None:
    offered = a_program(offered=(at("2026-12-09 09:00", EASTERN), at("2026-12-10 09:00", EASTERN)))
    choosing = begin_letter(a_season(offered), "p-bright", Kind.ACCEPT, letter_id="l-x", now=NOW)
    settled = begin_letter(a_season(offered, COMING), "p-bright", Kind.ACCEPT, letter_id="l-x", now=NOW)
    assert choosing.variant == "choose"
    assert "[your choice among: Wednesday 9 December 2026 at 09:00 EST (15:00 CET for me) and Thursday" in choosing.body
    assert settled.variant == "confirm"
    assert "I have noted Wednesday 9 December 2026 at 09:00 EST (15:00 CET for me)." in settled.body


def test_accepting_asks_for_the_zone_only_when_it_was_assumed() -> None:
    sure, unsure = (
        begin_letter(
            a_season(a_program(), replace(COMING, zone_assumed=assumed)),
            "p-bright", Kind.ACCEPT, letter_id="l-x", now=NOW,
        ).body
        for assumed in (False, True)
    )  # fmt: skip
    assert "Is that your local time, as I assume?" in unsure
    assert "?" not in sure


def test_a_second_word_to_a_waiting_list_is_a_check_in() -> None:
    program = a_program(status=Status.WAITLISTED)
    before = a_letter("l-before", kind=Kind.WAITLIST, sent=NOW.after(days=-18))
    assert _variant(a_season(program), Kind.WAITLIST) == "first"
    assert _variant(a_season(program, before), Kind.WAITLIST) == "check-in"


@pytest.mark.parametrize(("form", "what"), NEWS.items())
def test_updates_follow_the_news(form: str, what: str) -> None:
    season = a_season(a_program(), News("w-x", NOW.day, what))
    letter = begin_letter(season, "p-bright", Kind.UPDATE, letter_id="l-x", now=NOW)
    assert letter.variant == form
    assert what.rstrip(".").lower() in letter.body.lower()


def test_two_interviewers_of_one_day_read_two_letters() -> None:
    season = full_season()
    first = begin_letter(season, "p-bright", Kind.THANK_YOU, letter_id="l-1", contact_ids=("c-irigoy",), now=NOW)
    season = replace(season, letters=(*season.letters, first))
    second = begin_letter(season, "p-bright", Kind.THANK_YOU, letter_id="l-2", contact_ids=("c-oduya2",), now=NOW)
    shared = set(first.body.split("\n\n")[:-1]) & set(second.body.split("\n\n")[:-1])
    assert (first.variant, second.variant) == ("interviewer", "second-interviewer")
    assert "asthma bus" in first.body and "2009" in second.body
    assert shared == set()


def test_an_answer_goes_to_whoever_wrote() -> None:
    came = replace(a_letter("l-came22", kind=Kind.REPLY, received=NOW), contact_ids=("c-sorrel",), hint=True)
    people = (a_contact(), a_contact("c-sorrel", name="Ben Sorrel", role=Role.RESIDENT))
    letter = begin_letter(
        a_season(a_program(), *people, came), "p-bright", Kind.HINT, letter_id="l-x", answers="l-came22", now=NOW
    )
    assert (letter.contact_ids, letter.answers) == (("c-sorrel",), "l-came22")
    assert "Thank you for your message of 24 November;" in letter.body


def test_what_cannot_be_written_is_refused_in_a_sentence() -> None:
    season = full_season()
    with pytest.raises(RuleBroken, match="not in this season"):
        begin_letter(season, "p-nobody", Kind.UPDATE, letter_id="l-x", now=NOW)
    with pytest.raises(RuleBroken, match="only comes in"):
        begin_letter(season, "p-bright", Kind.REJECTION, letter_id="l-x", now=NOW)
    with pytest.raises(RuleBroken, match="no contact “c-nobody”"):
        begin_letter(season, "p-bright", Kind.UPDATE, letter_id="l-x", contact_ids=("c-nobody",), now=NOW)
    with pytest.raises(RuleBroken, match="There are: early, late, emergency, withdraw, after-interview"):
        begin_letter(season, "p-bright", Kind.CANCEL, letter_id="l-x", variant="never", now=NOW)


# --- templates of one's own ---

OWN = """Subject: Thanks, {{ name }}

{{ greeting }}

Your words on {{ hook }}.
{% for one in interests %}- {{ one }}
{% endfor %}
{{ signature }}
"""


def test_a_template_of_ones_own_comes_before_the_shipped_one_and_keeps_its_line_breaks() -> None:
    notices: list[str] = []
    for name in ("thank-you", "thank-you.director"):
        letter = begin_letter(
            full_season(), "p-bright", Kind.THANK_YOU, letter_id="l-x", contact_ids=("c-wexley",), now=NOW,
            own={name: OWN}, notice=notices.append,
        )  # fmt: skip
        assert letter.subject == "Thanks, Noor Halvard"
        assert "morning labs.\n- hospital medicine\n- the care of newborns\n\nWith thanks," in letter.body
    assert notices == []


def test_trouble_in_a_template_of_ones_own_is_told_and_the_shipped_one_used() -> None:
    notices: list[str] = []
    letter = begin_letter(
        full_season(), "p-bright", Kind.DECLINE, letter_id="l-x", now=NOW,
        own={"decline": "Subject: no\n\n{{ nonsense }}"}, notice=notices.append,
    )  # fmt: skip
    assert letter.body.startswith("Dear Ms. Harrow,\n\nThank you for inviting me")
    assert notices == [
        "The template “decline” cannot be used: it uses the unknown name “nonsense” in line 3. "
        "The one that comes with the app is used instead."
    ]


def test_values_that_look_like_a_template_stay_text() -> None:
    season = a_season(a_program(name="Fenwick {{ 7 * 7 }} {% if %}"), profile=Profile(name="{{ aamc_id }}"))
    letter = begin_letter(season, "p-bright", Kind.DECLINE, letter_id="l-x", now=NOW)
    assert "interview at Fenwick {{ 7 * 7 }} {% if %}." in letter.body
    assert letter.body.endswith("{{ aamc_id }}\nAAMC ID [your AAMC ID]")


def test_values_with_brackets_or_breaks_cannot_look_like_a_blank_or_a_second_subject() -> None:
    season = a_season(a_program(name="Fenwick [/b]"), profile=Profile(name="Noor\nBcc: all", aamc_id="1"))
    letter = begin_letter(season, "p-bright", Kind.UPDATE, letter_id="l-x", now=NOW)
    assert letter.subject == "Update to my application: Noor Bcc: all"
    assert "Fenwick (/b)" in letter.body


def test_blanks_within_blanks_melt_into_one() -> None:
    own = {"decline": "Subject: x\n\n[your thanks to {{ person }}]"}
    body = render(Kind.DECLINE, "plain", {}, own=own).body
    assert [blank.hint for blank in blanks_in(body)] == ["your thanks to name and title of the person you write to"]


def test_a_question_of_ones_own_that_is_open_and_suits_the_reader_is_put_and_another_when_chosen() -> None:
    own = Question("q-garden", "light", "Is there a garden?", Role.DIRECTOR)
    season = replace(a_season(a_program(), a_contact()), questions=(own,))
    letter = begin_letter(season, "p-bright", Kind.QUESTION, letter_id="l-x", contact_ids=("c-wexley",), now=NOW)
    assert "My question is this: Is there a garden?" in letter.body
    chosen = begin_letter(season, "p-bright", Kind.QUESTION, letter_id="l-x", question="Who teaches?", now=NOW)
    assert "My question is this: Who teaches?" in chosen.body and "garden" not in chosen.body
    without = begin_letter(replace(season, questions=()), "p-bright", Kind.QUESTION, letter_id="l-x", now=NOW)
    assert "My question is this" not in without.body and any(
        "your one question" in one.hint for one in blanks_in(without.body)
    )
