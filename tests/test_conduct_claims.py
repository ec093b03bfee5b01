"""What a letter claims of citizenship and certification beside the profile."""

from __future__ import annotations

from dataclasses import replace

import pytest

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
