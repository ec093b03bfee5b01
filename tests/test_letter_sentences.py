"""Small pieces of English, and what an applicant says about themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.records import Contact, Profile, Program
from store.words import Citizenship, EcfmgStage, Role
from templates.enumerating import in_a_sentence
from templates.sentences import (
    citizenship_sentence,
    ecfmg_sentence,
    experience_sentence,
    letter_name,
    listed,
    noun_phrase,
    number_word,
    one_line,
    phrase,
    school_sentence,
    with_article,
)
from tests.examples import NOW


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The night float system.", "the night float system"),
        ("  How you   teach  ", "how you teach"),
        ("I spent May there.", "I spent May there"),
        ("NICU follow-up!", "NICU follow-up"),
        ("Dr. Kemp asked me to write", "Dr. Kemp asked me to write"),
        ("one [two] three", "one (two) three"),
        ("A\nline", "a line"),
        ("IT support on the wards", "IT support on the wards"),
        ("THE NICU", "THE NICU"),
        ("...", ""),
        ("", ""),
    ],
)
def test_words_of_the_applicant_fit_into_a_sentence(text: str, expected: str) -> None:
    assert phrase(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The asthma bus", "the asthma bus"),
        ("how you teach", "how you teach"),
        ("We talked about sleep.", "this: we talked about sleep"),
        ("resident-run clinic", "this: resident-run clinic"),
        ("Strong continuity clinic.", "the strong continuity clinic"),
        ("Family-centered rounds, every day", "the family-centered rounds, every day"),
        ("Community is strong there", "this: Community is strong there"),
        ("The bus. I liked it.", "this: the bus. I liked it"),
        ("", ""),
    ],
)
def test_a_clause_is_led_in_where_a_noun_is_not(text: str, expected: str) -> None:
    assert noun_phrase(text) == expected


@pytest.mark.parametrize(
    ("items", "expected"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_lists_read_as_words(items: tuple[str, ...], expected: str) -> None:
    assert listed(items) == expected


def test_numbers_up_to_twelve_are_words() -> None:
    assert [number_word(number) for number in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("University of Tamsin", "the University of Tamsin"),
        ("University Hospital of Fenwick", "the University Hospital of Fenwick"),
        ("Children's Hospital of Alder", "the Children's Hospital of Alder"),
        ("Medical College of Kestrel", "the Medical College of Kestrel"),
        ("Fenwick University", "Fenwick University"),
        ("Children's Hospital Alder", "Children's Hospital Alder"),
        ("University of Tamsin Health", "University of Tamsin Health"),
        ("University of Tamsin Health Science Center", "the University of Tamsin Health Science Center"),
    ],
)
def test_names_that_need_an_article_get_one(name: str, expected: str) -> None:
    assert with_article(name) == expected


@pytest.mark.parametrize(
    ("name", "city", "expected"),
    [
        ("Fenwick Children's Hospital Program", "", "Fenwick Children's Hospital"),
        ("Kestrel Health (Marrow) Program", "Marrow", "Kestrel Health in Marrow"),
        ("University of Kestrel (Marrow) Hospital Program", "Marrow", "University of Kestrel Marrow Hospital"),
        ("Kestrel Health Marrow (Marrow) Program", "Marrow", "Kestrel Health Marrow"),
        ("(Marrow) Program", "Marrow", "(Marrow)"),
        ("Kestrel Health Training Consortium (KHTC) Program", "Marrow", "Kestrel Health Training Consortium"),
        ("Kestrel Health (Marrow) Program", "Alder", "Kestrel Health (Marrow)"),
        ("Brightwater", "", "Brightwater"),
        ("Program", "", "Program"),
        ("Oldmill [/b] Residency", "", "Oldmill (/b)"),
    ],
)
def test_a_program_is_called_as_a_person_would(name: str, city: str, expected: str) -> None:
    assert letter_name(Program("p-x", name, city=city)) == expected


SCHOOL = Profile(school="University of Tamsin", school_country="Netherlands")


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (
            replace(SCHOOL, graduation=date(2026, 6, 1)),
            "I graduated from the University of Tamsin in the Netherlands in June 2026.",
        ),
        (
            replace(SCHOOL, graduation=date(2027, 6, 1)),
            "I will graduate from the University of Tamsin in the Netherlands in June 2027.",
        ),
        (
            replace(SCHOOL, graduation=date(2026, 11, 1)),
            "I graduate from the University of Tamsin in the Netherlands in November 2026.",
        ),
        (
            Profile(school="Royal College of Surgeons in Malta", school_country="Malta", graduation=date(2026, 6, 1)),
            "I graduated from the Royal College of Surgeons in Malta in June 2026.",
        ),
        (
            Profile(school="Fenwick University", graduation=date(2026, 6, 1)),
            "I graduated from Fenwick University in [the country of your school] in June 2026.",
        ),
        (
            Profile(),
            "I studied medicine at [your medical school and its country], "
            "with graduation in [month and year of your graduation, past or expected].",
        ),
    ],
)
def test_school_and_graduation_are_told_in_the_tense_of_today(profile: Profile, expected: str) -> None:
    assert school_sentence(profile, NOW) == expected


def test_citizens_and_permanent_residents_have_sentences_of_their_own() -> None:
    said = {stage: citizenship_sentence(Profile(citizenship=stage)) for stage in (*Citizenship, None)}
    assert said[Citizenship.CITIZEN] == "I am a US citizen and need no visa sponsorship."
    assert said[Citizenship.PERMANENT_RESIDENT] == "I am a US permanent resident and need no visa sponsorship."
    assert said[None].startswith("[") and said[None].endswith("]")


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (
            Profile(ecfmg=EcfmgStage.CERTIFIED, ecfmg_day=date(2026, 3, 9)),
            "I have been ECFMG certified since March 2026.",
        ),
        (
            Profile(ecfmg=EcfmgStage.CERTIFIED),
            "I have been ECFMG certified since [month and year of your certificate].",
        ),
        (
            Profile(ecfmg=EcfmgStage.REQUIREMENTS_MET, graduation=date(2027, 5, 1)),
            "I have met every requirement for ECFMG certification; "
            "the certificate follows on my graduation in May 2027.",
        ),
        (
            Profile(ecfmg=EcfmgStage.REQUIREMENTS_MET, graduation=date(2026, 5, 1)),
            "I have met every requirement for ECFMG certification and am waiting for the certificate itself.",
        ),
        (
            Profile(ecfmg=EcfmgStage.REQUIREMENTS_MET),
            "I have met every requirement for ECFMG certification; the certificate follows on graduation.",
        ),
        (
            Profile(ecfmg=EcfmgStage.IN_PROGRESS, exams_passed=("Step 1",), ecfmg_day=date(2026, 9, 4)),
            "I have passed Step 1 and submitted my ECFMG pathway application on 4 September 2026; "
            "the decision is pending.",
        ),
        (
            Profile(ecfmg=EcfmgStage.IN_PROGRESS),
            "I have passed [the examinations you have passed] and submitted my ECFMG pathway application on "
            "[the day you submitted it]; the decision is pending.",
        ),
        (Profile(), "[where your ECFMG certification stands today, and what is still to come]"),
    ],
)
def test_certification_is_told_in_one_of_its_true_forms(profile: Profile, expected: str) -> None:
    assert ecfmg_sentence(profile, NOW) == expected


@pytest.mark.parametrize(
    ("months", "of_them", "expected"),
    [
        (4, 2, "I have four months of clinical experience in the US, two of them in pediatrics, at Fenwick."),
        (1, 1, "I have one month of clinical experience in the US, all of it in pediatrics, at Fenwick."),
        (3, 0, "I have three months of clinical experience in the US, at Fenwick."),
        (
            3,
            None,
            "I have three months of clinical experience in the US, [how many of them] in pediatrics, at Fenwick.",
        ),
        (
            None,
            2,
            "I have [how many months] of clinical experience in the US, two of them in pediatrics, at Fenwick.",
        ),
        (0, 0, ""),
    ],
)
def test_experience_counts_months_and_leaves_out_what_is_not_there(
    months: int | None, of_them: int | None, expected: str
) -> None:
    profile = Profile(usce_months=months, peds_months=of_them, usce_places=("Fenwick",))
    assert experience_sentence(profile) == expected


def test_one_line_keeps_braces_and_rounds_square_brackets() -> None:
    assert one_line("a {{ b }}\n[c]") == "a {{ b }} (c)"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (("Clear notes.", "calm at night"), ["clear notes", "calm at night"]),
        (("Spanish to a medical standard", "Patience"), ["Spanish to a medical standard", "patience"]),
        (("NRP certified", "PALS", "Step 3"), ["PALS", "Step 3", "this: I am NRP certified"]),
        (("Methodical", "kind"), ["this: I am methodical and kind"]),
        (("Steady under pressure", "clear notes"), ["clear notes", "this: I am steady under pressure"]),
        (("Kind", "I keep my word"), ["this: I am kind", "I keep my word"]),
        (("Patient care", "good humor", "calm at night"), ["patient care", "good humor", "calm at night"]),
        (("Reach Out and Read", "Ages and Stages screening"), ["Reach Out and Read", "Ages and Stages screening"]),
        (("Newborn care in the NICU",), ["newborn care in the NICU"]),
        (("French-speaking clinics", "Children's rights"), ["French-speaking clinics", "children's rights"]),
        (("I keep my word", "Patience", "I write clearly"), ["patience", "this: I keep my word", "I write clearly"]),
        (("McLeod rounds", " ", ""), ["McLeod rounds"]),
        ((), []),
    ],
)
def test_a_list_of_ones_own_fits_into_a_sentence(items: tuple[str, ...], expected: list[str]) -> None:
    assert in_a_sentence(items) == expected


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ines Wexley", "Wexley"),
        ("Ines Wexley, MD, PhD", "Wexley"),
        ("Tomas Irigoyen M.D.", "Irigoyen"),
        ("Joseph Adjei Jr.", "Adjei"),
        ("Henry Oduya III", "Oduya"),
        ("Ingrid van der Meer", "van der Meer"),
        ("Ana Maria de la Vega y Luna", "de la Vega y Luna"),
        ("Mary-Jane St. Clair", "St. Clair"),
        ("Omar bin Said", "bin Said"),
        ("Zoë Ångström-Pérez", "Ångström-Pérez"),
        ("Sukarno", "Sukarno"),
        ("van Rijn", "Rijn"),
        ("MD", "MD"),
        ("", ""),
    ],
)
def test_a_family_name_is_the_end_of_the_name_with_the_small_words_before_it(name: str, family: str) -> None:
    assert Contact("c-x", "p-x", name, Role.INTERVIEWER, title="Dr.").family == family


def test_a_family_name_given_by_hand_is_taken_as_it_is() -> None:
    assert Contact("c-x", "p-x", "Li Wei", Role.INTERVIEWER, family_name="Li").family == "Li"


def test_several_examinations_are_set_off_from_what_follows() -> None:
    profile = Profile(ecfmg=EcfmgStage.IN_PROGRESS, exams_passed=("Step 1", "Step 2 CK"), ecfmg_day=date(2026, 9, 4))
    assert ecfmg_sentence(profile, NOW).startswith("I have passed Step 1 and Step 2 CK, and submitted my ECFMG")
