"""What a letter claims of citizenship and certification beside the profile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.records import News
from store.season import Season
from store.told_stage import stage_told
from store.words import Citizenship, EcfmgStage, Kind
from tests.conduct_asking import a_draft, found, said
from tests.conduct_drafts import PROFILE, SEASON, SEASONS

CERTIFIED, MET, UNDER_WAY = EcfmgStage.CERTIFIED, EcfmgStage.REQUIREMENTS_MET, EcfmgStage.IN_PROGRESS


@pytest.mark.parametrize(
    "words",
    [
        "I am a US citizen.",
        "I'm an American citizen trained abroad.",
        "Being a U.S. citizen, I can start in July.",
        "I hold US citizenship.",
        "I require no visa sponsorship.",
        "I do not need a visa.",
        "Visa sponsorship is not needed.",
        "I never needed visa support.",
        "U.S. citizenship: no visa required.",
    ],
)
def test_a_plain_sentence_is_enough_for_a_first_contact(words: str) -> None:
    assert found("C13", a_draft(words, kind=Kind.INTEREST)) == []


@pytest.mark.parametrize(
    "words",
    [
        "I admire your clinic.",
        "As a US-citizen IMG I admire your clinic.",
        "You wrote, “I am a US citizen too,” which I liked.",
    ],
)
def test_a_first_contact_without_one_is_told(words: str) -> None:
    (finding,) = found("C13", a_draft(words, kind=Kind.INTEREST))
    assert (finding.where, finding.text) == ("body", "")


@pytest.mark.parametrize("kind", [Kind.UPDATE, Kind.QUESTION])
def test_news_and_questions_need_no_sentence_of_citizenship_even_when_they_come_first(kind: Kind) -> None:
    assert found("C13", a_draft("I passed Step 2 CK.", kind=kind), replace(SEASON, interviews=())) == []


def test_a_second_letter_of_interest_need_not_say_it_again() -> None:
    letter = a_draft("I admire your clinic.", kind=Kind.INTEREST)
    assert found("C13", letter, SEASONS["written before"]) == []


@pytest.mark.parametrize(
    ("citizenship", "words", "caught"),
    [
        (Citizenship.CITIZEN, "I have a green card.", True),
        (Citizenship.CITIZEN, "I am a lawful permanent resident of the United States.", True),
        (Citizenship.CITIZEN, "I am not a permanent resident.", False),
        (Citizenship.CITIZEN, "I am a US citizen.", False),
        (Citizenship.CITIZEN, "I am on a J-1 visa.", True),
        (Citizenship.CITIZEN, "I do not need visa sponsorship.", False),
        (Citizenship.PERMANENT_RESIDENT, "I am a permanent resident.", False),
        (Citizenship.PERMANENT_RESIDENT, "I am a citizen of the United States.", True),
        (Citizenship.PERMANENT_RESIDENT, "I am a US-citizen IMG.", True),
        (Citizenship.PERMANENT_RESIDENT, "I will need H-1B sponsorship.", True),
        (None, "I am a permanent resident.", False),
        (None, "I will need a visa.", False),
    ],
)
def test_claims_of_citizenship_agree_with_the_profile(
    citizenship: Citizenship | None, words: str, caught: bool
) -> None:
    season = replace(SEASON, profile=replace(PROFILE, citizenship=citizenship))
    assert bool(said("C13", words, season)) is caught


@pytest.mark.parametrize(
    ("stage", "words", "caught"),
    [
        (UNDER_WAY, "I am currently ECFMG-certified.", True),
        (UNDER_WAY, "I received my ECFMG certification in May.", True),
        (UNDER_WAY, "Once I am ECFMG certified I will write.", False),
        (UNDER_WAY, "I will be certified by ECFMG before July.", False),
        (UNDER_WAY, "I have completed all requirements for ECFMG certification.", True),
        (UNDER_WAY, "My pathway application is pending.", False),
        (MET, "I have met all requirements for ECFMG certification.", False),
        (MET, "I hold an ECFMG certificate.", True),
        (CERTIFIED, "I am ECFMG certified.", False),
        (CERTIFIED, "I am awaiting ECFMG certification.", True),
        (CERTIFIED, "I have met all requirements for ECFMG certification.", False),
        (None, "I am ECFMG certified.", False),
    ],
)
def test_claims_of_certification_agree_with_the_profile(stage: EcfmgStage | None, words: str, caught: bool) -> None:
    season = replace(SEASON, profile=replace(PROFILE, ecfmg=stage))
    assert bool(said("C13", words, season)) is caught


def test_a_first_letter_counts_as_first_until_one_went_out() -> None:
    assert found("C13", a_draft("I admire your clinic.", kind=Kind.INTEREST), SEASONS["written before"]) == []


PENDING = "I have passed Step 1 and submitted my ECFMG pathway application on 12 August 2026; the decision is pending."
NOW_CERTIFIED = "ECFMG has certified me"


def with_news(*said: str, stage: EcfmgStage | None = UNDER_WAY) -> Season:
    """A season whose profile has that stage, and in which these pieces of news came one day after the other."""
    news = tuple(News(f"w-news{at}0", date(2026, 11, 10 + at), words) for at, words in enumerate(said))
    return replace(SEASON, profile=replace(PROFILE, ecfmg=stage), news=news)


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        (NOW_CERTIFIED, CERTIFIED),
        ("My ECFMG certificate has arrived.", CERTIFIED),
        ("ECFMG accepted my pathway application", MET),
        ("ECFMG has not certified me yet", None),
        ("I applied for ECFMG certification", None),
        ("My pathway application was rejected", None),
        ("I passed Step 2 CK", None),
        ("I was certified in neonatal resuscitation", None),
    ],
)
def test_news_of_certification_that_is_ahead_of_the_profile_is_seen(words: str, stage: EcfmgStage | None) -> None:
    told = stage_told(with_news(words))
    assert (told[0] if told else None) is stage


def test_news_that_the_profile_has_caught_up_with_or_is_silent_about_says_nothing() -> None:
    for stage in (CERTIFIED, None):
        assert stage_told(with_news(NOW_CERTIFIED, stage=stage)) is None
    assert stage_told(with_news("ECFMG accepted my pathway", stage=MET)) is None


@pytest.mark.parametrize("words", [PENDING, "I am ECFMG certified.", "I have met every requirement for certification."])
def test_a_letter_on_which_news_and_profile_disagree_is_told_how_to_bring_them_together(words: str) -> None:
    letter = a_draft(words, kind=Kind.UPDATE)
    (finding,) = found("C13", letter, with_news(NOW_CERTIFIED))
    assert finding.message.startswith("Your news of Tue 10 Nov 2026 says “ECFMG has certified me”; your profile is not")
    assert "change ECFMG in the profile" in finding.message and finding.fix is None


def test_without_such_news_the_pending_form_is_true() -> None:
    assert found("C13", a_draft(PENDING, kind=Kind.UPDATE), with_news("I passed Step 2 CK")) == []
