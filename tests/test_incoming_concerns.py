"""Improper questions and hints are proposed from the sender's own words, and nothing else is."""

from __future__ import annotations

import pytest

from store.demo.letters_in import CAME, HINTS, IMPROPER
from templates.conduct.phrases import data_file
from templates.incoming.concerns import FILE, concerns_in, touched_by

CAUGHT_IMPROPER = {
    "elsewhere": (
        "Which other programs have you interviewed with so far?",
        "Where else did you apply this year?",
        "Could you let us know which other places you are interviewing at.",
        "I am curious where else you have applied.",
        "How many other programs did you signal?",
        "Have you applied to any other programs in our state?",
        "Have you interviewed elsewhere in the city?",
        "Please send us a list of the programs you interviewed with.",
        "Tell me about your other interviews.",
        "What programs have you interviewed at?",
        "Why don't you tell us where else you applied?",
        "Which programs got your gold signals?",
    ),
    "ranking": (
        "How do you plan to rank us?",
        "Where will you be ranking our program?",
        "Will you rank us first?",
        "Where do we stand on your rank list?",
        "Are we your first choice?",
        "Is our program in your top three?",
        "What is your top choice?",
        "Please share your rank list with us before Friday.",
        "We would like to know whether you intend to rank us highly.",
    ),
    "commitment": (
        "Can you commit to coming here if we make you an offer?",
        "If you rank us first, we will do the same.",
        "Could you promise to come?",
        "We would need your commitment before the end of January.",
        "Would you sign a contract this month?",
        "If you can assure us that you will come, the place is yours.",
    ),
    "family": (
        "Are you married?",
        "Do you have any children?",
        "Do you plan to start a family during residency?",
        "Are you currently pregnant?",
        "What does your husband do?",
        "Could you tell us your marital status?",
    ),
    "age": ("How old are you?", "May I ask what is your age?"),
    "religion": (
        "What religion do you follow?",
        "Are you religious?",
        "Would your faith keep you from working Saturdays?",
    ),
    "health": ("Do you have any medical conditions?", "Have you ever had depression?"),
    "origin": (
        "Where are you originally from?",
        "What is your native language?",
        "What is your immigration status at present?",
        "Where were you born?",
    ),
}
CAUGHT_HINT = {
    "ranked-to-match": (
        "You are ranked to match with us.",
        "We are prepared to rank you where you match if we can count on you.",
        "You will definitely match here.",
    ),
    "ranked-high": (
        "We will rank you highly.",
        "We plan to rank you very highly on our list.",
        "I have ranked you number one.",
        "You are very high on our rank list.",
        "You will be ranked highly by our committee.",
    ),
    "match-day": (
        "I think you will be very happy with us on Match Day.",
        "You will be pleased come Match Day.",
        "We look forward to working with you in July.",
        "I cannot wait to see you as an intern, and to have you as one of our residents.",
    ),
    "outside": (
        "We can offer you a position outside the Match.",
        "We have a pre-match contract ready for you.",
        "Your spot here is guaranteed.",
        "We would like to hold a spot for you.",
    ),
    "count-on": ("We hope that we can count on you.",),
}
FINE = (
    "Which dates could you interview?",
    "Which other date would work for you?",
    "Where will you be on the day of the interview?",
    "We will never ask where else you have applied.",
    "Please do not tell us how you will rank us.",
    "NRMP rules forbid us to ask which other programs you interviewed with.",
    "You need not tell us where else you applied.",
    "We do not offer positions outside the Match.",
    "We are not able to tell you whether you are ranked to match.",
    "We cannot say how we will rank you.",
    "Our faculty rank every applicant they interview.",
    "Applicants ranked to match learn of it with everybody else.",
    "Rank lists must be certified by 3 March.",
    "Do you need any accommodations on the interview day?",
    "Will you be bringing a guest to dinner?",
    "Will you require visa sponsorship?",
    "Are you authorized to work in the United States?",
    "When did you apply for your ECFMG certificate?",
    "Did you receive our message about the other interview day?",
    "Do you have any other questions for us?",
    "Our residents love having children in the clinic.",
    "Most of our residents have families, and childcare is on site.",
    "You interviewed well, and other faculty said so too.",
    "Best of luck on Match Day!",
    "We hope Match Day brings you good news.",
    "Thank you for applying to our program.",
    "Our interns start in July.",
    "The Match is run by the NRMP.",
    "Registration closes well before the Match.",
    "Could you tell us when your pathway application was submitted? We would like to complete your file.",
    "Three dates are open; please choose within two days.",
    "Are you able to attend on Thursday?",
    "Do you have children's hospital experience?",
    "We are committed to your education.",
    "Where would you like to see yourself in ten years?",
    "Which of the other two tracks are you interested in?",
    "Please rank these three interview dates in the order you prefer.",
    "How did you hear about our program?",
    "What are the most important things in a program for you?",
    "We hold a place for questions at the end of the day.",
    "The committee will commit its decision to paper in March.",
)


def flat(rows: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(sense, words) for sense, several in rows.items() for words in several]


@pytest.mark.parametrize(("sense", "words"), flat(CAUGHT_IMPROPER))
def test_what_a_program_may_not_ask_is_proposed(sense: str, words: str) -> None:
    found = [one for one in concerns_in(f"Dear Noor,\n\nThank you. {words}\n\nInes") if one.flag == "improper"]
    assert sense in {one.sense for one in found}, found
    assert all(one.words == words for one in found)


@pytest.mark.parametrize(("sense", "words"), flat(CAUGHT_HINT))
def test_a_hint_at_a_commitment_is_proposed(sense: str, words: str) -> None:
    assert sense in {one.sense for one in concerns_in(f"Dear Noor,\n\n{words}") if one.flag == "hint"}


@pytest.mark.parametrize("words", FINE)
def test_logistics_courtesy_and_rules_told_raise_nothing(words: str) -> None:
    assert concerns_in(f"Dear Noor,\n\n{words}\n\nInes Wexley") == ()


@pytest.mark.parametrize("words", [words for _, words in (*flat(CAUGHT_IMPROPER), *flat(CAUGHT_HINT))])
def test_the_same_words_as_earlier_mail_raise_nothing(words: str) -> None:
    assert concerns_in(f"Thanks.\n\n> {words}\n") == ()
    assert concerns_in(f"Thanks.\n\nOn Mon, 23 Nov 2026 Noor Halvard wrote:\n\n{words}\n") == ()


def test_words_they_quote_from_me_raise_nothing() -> None:
    assert concerns_in("You wrote “you are ranked to match” in your note; we never said so.") == ()


@pytest.mark.parametrize(("key", "words"), [(row[0], row[6]) for row in CAME])
def test_the_demo_is_proposed_as_it_is_flagged(key: str, words: str) -> None:
    found = {one.flag for one in concerns_in(words)}
    assert ("improper" in found) is (key in IMPROPER)
    assert ("hint" in found) is (key in HINTS)


def test_every_sense_has_a_flag_a_rule_and_a_source() -> None:
    told = {sense for row in data_file(FILE)["rules"] for sense in row["senses"]}
    assert told == {row["sense"] for row in data_file(FILE)["phrases"]}
    assert told == CAUGHT_IMPROPER.keys() | CAUGHT_HINT.keys()
    assert all(row["source"] and row["mark"] == "P" and row["rule"].endswith(".") for row in data_file(FILE)["rules"])


def test_a_flag_names_the_rule_its_words_touch_or_every_rule_of_its_kind() -> None:
    (rule,) = touched_by("Are you married?", improper=True, hint=False)
    assert "family" in rule.rule
    assert len(touched_by("She asked something odd.", improper=True, hint=False)) == 4
    assert touched_by("Are you married?", improper=False, hint=False) == ()


def test_a_very_long_message_is_looked_through_at_once() -> None:
    assert concerns_in("where " * 30_000) == ()
