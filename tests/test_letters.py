"""The shipped letters: complete, clean in every state of knowledge, within their length, and quiet on ranking."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.records import Letter, Profile
from store.words import OUTGOING_KINDS, Citizenship, EcfmgStage, Format, Kind
from templates.catalogue import KINDS, Variant
from templates.conduct.checking import check_letter
from templates.render import LETTERS, blanks_in, check_template, shipped_template
from tests.examples import NOW
from tests.letter_examples import (
    NEWS,
    bare_season,
    between_greeting_and_closing,
    every_form,
    filled,
    full_profile,
    full_season,
    written_from,
)

FORMS = [pytest.param(kind, form, id=f"{kind.value}.{form.name}") for kind, form in every_form()]
STALE = re.compile(
    r"hope this (e-?mail|message)|finds you well|I am writing to|excited|passionate|honou?red|prestigious|esteemed"
    r"|world-class|renowned|thrilled|don't hesitate|dream|—|–| - |!",
    re.IGNORECASE,
)
BRITISH = re.compile(r"cancell(?:ed|ing)|programme|favour|honour|behaviour|organis|recognis|apologis|\bwhilst\b", re.I)
"""Spellings that a reader in the US stumbles over in the letter of a US citizen."""
BEYOND_THE_WORDS = frozenset({"C12", "C16", "C17", "C18", "C28"})
"""Checks on the day a letter is written, on others before it, and on what a person puts into its blanks."""
RANKING = re.compile(r"\brank|first choice|top choice|number one|my list|match with you", re.IGNORECASE)


def trouble_in(letter: Letter) -> list[str]:
    """What a reader would stumble over in those words."""
    text = f"{letter.subject}\n\n{letter.body}"
    signs = {
        "None": r"\bNone\b",
        "double blank": r"  ",
        "blank before punctuation": r"\s[,.;:?!)]",
        "doubled stop": r"(?<!\.)\.\.(?!\.)|(?<!Jr)[.,;:?!],|[,;:?!]\.|\.;",
        "two empty lines": r"\n\n\n",
        "blank at a line's end": r"[ \t]\n",
        "template marks": r"[{}%|]",
        "bracket in a bracket": r"\[[^\]]*\[",
        "small letter after a stop": r"(?<!Dr)(?<!Ms)(?<!Jr)[.?] [a-z]",
        "empty brackets": r"\[\s*\]|\(\s*\)",
    }
    found = [name for name, pattern in signs.items() if re.search(pattern, text)]
    if text.count("[") != text.count("]") or text.count("(") != text.count(")"):
        found.append("unbalanced brackets")
    if "\n" in letter.subject or not letter.subject:
        found.append("no subject of one line")
    return found


def test_every_kind_that_is_written_has_letters_and_every_letter_a_kind() -> None:
    expected = {f"{kind.value}.{form.name}.txt.j2" for kind, form in every_form()}
    assert set(KINDS) == set(OUTGOING_KINDS)
    assert {path.name for path in Path(LETTERS).iterdir()} == expected


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_shipped_templates_keep_the_rules_for_templates(kind: Kind, form: Variant) -> None:
    assert check_template(shipped_template(kind, form.name), kind) is None


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_letters_are_spelled_as_their_readers_spell(kind: Kind, form: Variant) -> None:
    assert not BRITISH.search(shipped_template(kind, form.name))


@pytest.mark.parametrize("form", KINDS[Kind.SECOND_LOOK].variants, ids=lambda form: form.name)
def test_a_second_look_is_no_second_visit_where_the_interview_was_a_call(form: Variant) -> None:
    letter = written_from(full_season(), Kind.SECOND_LOOK, form)
    assert "second look" in letter.body
    assert not re.search(r"\b(?:again|second visit|once more)\b", f"{letter.subject} {letter.body}")


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_letters_are_clean_when_all_is_known(kind: Kind, form: Variant) -> None:
    assert trouble_in(written_from(full_season(), kind, form)) == []


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_letters_are_clean_when_nothing_is_known(kind: Kind, form: Variant) -> None:
    letter = written_from(bare_season(), kind, form)
    assert trouble_in(letter) == []
    assert "[your name]" in letter.body
    assert "[your AAMC ID]" in letter.body
    assert ("Brightwater" in letter.subject + letter.body) is (form.name not in ("supporter", "unmatched"))


PROFILES = st.builds(
    Profile,
    name=st.sampled_from(["", "Noor Halvard"]),
    credentials=st.sampled_from(["", "MD"]),
    aamc_id=st.sampled_from(["", "19990001"]),
    email=st.sampled_from(["", "noor@mail.example"]),
    phone=st.sampled_from(["", "+48 22 555 01 02"]),
    school=st.sampled_from(["", "Vistula Medical University", "University of Tamsin", "Royal College of Alder"]),
    school_country=st.sampled_from(["", "Poland", "Netherlands"]),
    graduation=st.sampled_from([None, date(2026, 6, 1), date(2026, 11, 1), date(2027, 6, 1)]),
    citizenship=st.sampled_from([None, *Citizenship]),
    ecfmg=st.sampled_from([None, *EcfmgStage]),
    ecfmg_day=st.sampled_from([None, date(2026, 9, 4)]),
    exams_passed=st.sampled_from([(), ("Step 1",), ("Step 1", "Step 2 CK")]),
    usce_months=st.sampled_from([None, 0, 1, 2, 14]),
    peds_months=st.sampled_from([None, 0, 1, 2]),
    usce_places=st.sampled_from([(), ("Lakemont Clinic",), ("Lakemont Clinic", "Hospital of Kestrel", "Fenwick")]),
    interests=st.sampled_from([(), ("neonatology",), ("The care of newborns.", "advocacy")]),
    strengths=st.sampled_from([(), ("patience",), ("patience", "clear notes")]),
    readiness=st.sampled_from([(), ("newborn examinations",)]),
    specialty=st.sampled_from(["", "pediatrics"]),
)


@settings(max_examples=40)
@given(profile=PROFILES, rich=st.booleans())
def test_letters_are_clean_for_any_subset_of_facts(profile: Profile, rich: bool) -> None:
    season = full_season(profile) if rich else bare_season(profile)
    for kind, form in every_form():
        letter = written_from(season, kind, form)
        assert (kind, form.name, trouble_in(letter)) == (kind, form.name, [])


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_filled_letters_are_as_long_as_their_kind_asks(kind: Kind, form: Variant) -> None:
    letter = written_from(full_season(), kind, form)
    fewest, most = KINDS[kind].words
    lengths = [
        len(between_greeting_and_closing(filled(letter.body, words=words)).split()) for words in (8, 12)
    ]  # fmt: skip
    assert fewest <= lengths[0] <= lengths[1] <= most


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_filled_letters_pass_the_checks_of_conduct(kind: Kind, form: Variant) -> None:
    season = full_season(news=NEWS.get(form.name, NEWS["exam"]))
    letter = written_from(season, kind, form)
    letter = replace(letter, subject=filled(letter.subject, words=3), body=filled(letter.body, words=9))
    found = [one for one in check_letter(season, letter, now=NOW) if one.check not in BEYOND_THE_WORDS]
    assert [(one.check, one.text) for one in found] == []


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_letters_sound_like_nobody_elses(kind: Kind, form: Variant) -> None:
    assert STALE.findall(shipped_template(kind, form.name)) == []


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_only_the_two_ranking_letters_speak_of_ranking(kind: Kind, form: Variant) -> None:
    sentences = RANKING.findall(shipped_template(kind, form.name))
    promises = kind in (Kind.HIGH_RANK, Kind.FIRST_RANK) and form.name != "interest"
    assert len(sentences) == (1 if promises else 0)


def test_a_first_choice_is_told_in_one_plain_sentence_without_question_or_figure() -> None:
    letter = written_from(full_season(), Kind.FIRST_RANK, KINDS[Kind.FIRST_RANK].variants[0])
    words = between_greeting_and_closing(letter.body)
    assert "I will rank Brightwater first." in words
    assert "?" not in words
    assert not re.search(r"\bif\b|#|number", re.sub(r"\[[^\]]*\]", "", words))


def test_will_rank_highly_names_no_number() -> None:
    letter = written_from(full_season(), Kind.HIGH_RANK, KINDS[Kind.HIGH_RANK].variants[0])
    words = between_greeting_and_closing(letter.body).replace("23 November", "")
    assert "I will rank Brightwater highly." in words
    assert not re.search(r"\d|top|first", words)


@pytest.mark.parametrize("form", KINDS[Kind.INTEREST].variants, ids=lambda form: form.name)
@pytest.mark.parametrize(
    ("citizenship", "sentence"),
    [
        (Citizenship.CITIZEN, "I am a US citizen and need no visa sponsorship."),
        (Citizenship.PERMANENT_RESIDENT, "I am a US permanent resident and need no visa sponsorship."),
    ],
)
def test_a_letter_of_interest_says_plainly_that_no_visa_is_needed(
    form: Variant, citizenship: Citizenship, sentence: str
) -> None:
    season = full_season(replace(full_profile(), citizenship=citizenship))
    body = written_from(season, Kind.INTEREST, form).body
    assert body.count(sentence) == 1
    assert "ECFMG" in body
    assert "attach" not in body


@pytest.mark.parametrize("form", KINDS[Kind.THANK_YOU].variants, ids=lambda form: form.name)
def test_thank_yous_say_nothing_of_visas_or_certificates(form: Variant) -> None:
    body = written_from(full_season(), Kind.THANK_YOU, form).body
    assert not re.search(r"visa|citizen|ECFMG", body)


def test_thank_yous_to_different_people_share_hardly_a_sentence() -> None:
    texts = {
        form.name: between_greeting_and_closing(written_from(full_season(), Kind.THANK_YOU, form).body)
        for form in KINDS[Kind.THANK_YOU].variants
    }
    sentences = {name: set(re.split(r"(?<=[.?])\s+", text)) for name, text in texts.items()}
    for name, own in sentences.items():
        others = set().union(*(theirs for other, theirs in sentences.items() if other != name))
        assert own & others == set()


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_every_letter_is_signed_with_name_and_number(kind: Kind, form: Variant) -> None:
    closing = written_from(full_season(), kind, form).body.split("\n\n")[-1].split("\n")
    assert closing[1:] == ["Noor Halvard, MD", "AAMC ID 19990001", "noor.halvard@mail.example", "+48 22 555 01 02"]


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_the_number_stands_in_the_signature_only(kind: Kind, form: Variant) -> None:
    letter = written_from(full_season(), kind, form)
    assert (letter.subject + letter.body).count("19990001") == 1


def test_a_blank_of_a_thank_you_recalls_what_was_noted_that_day() -> None:
    letter = written_from(full_season(), Kind.THANK_YOU, KINDS[Kind.THANK_YOU].variants[0])
    hints = [blank.hint for blank in blanks_in(letter.body)]
    assert "one thing you learned about the program; your notes: resident-run clinic" in hints


def test_a_letter_without_us_experience_does_not_speak_of_that_time() -> None:
    advocate = next(form for form in KINDS[Kind.INTEREST].variants if form.name == "advocate")
    without = full_season(replace(full_profile(), usce_months=0, peds_months=0, usce_places=()))
    assert "From that time" not in written_from(without, Kind.INTEREST, advocate).body
    assert "From that time" in written_from(full_season(), Kind.INTEREST, advocate).body


@pytest.mark.parametrize("name", ["local-tie", "unknown-school"])
def test_one_piece_of_evidence_reads_as_well_as_several(name: str) -> None:
    form = next(form for form in KINDS[Kind.INTEREST].variants if form.name == name)
    season = full_season(replace(full_profile(), readiness=("developmental screening",)))
    body = written_from(season, Kind.INTEREST, form).body
    assert "developmental screening are" not in body
    assert "stand developmental screening" not in body


def test_a_letter_that_asks_for_days_recalls_those_that_are_free() -> None:
    hints = [
        blank.hint
        for blank in blanks_in(written_from(full_season(), Kind.RESCHEDULE, KINDS[Kind.RESCHEDULE].variants[0]).body)
    ]
    assert hints == [
        "two or three days and times, each on their clock and on yours; free in your calendar: "
        "Tuesday 8 December, Thursday 10 December and Friday 11 December"
    ]


@pytest.mark.parametrize(
    ("kind", "name", "there", "from_afar"),
    [
        (Kind.ACCEPT, "confirm", "tell me where to arrive", "hearing about the NICU"),
        (Kind.THANK_YOU, "director", "having me with you", "talking with me"),
        (Kind.THANK_YOU, "interviewer", "good to meet you", "good to speak with you"),
        (Kind.THANK_YOU, "coordinator", "around my visit", "around the interview"),
        (Kind.LOGISTICS, "time-zone", "coming from another", "joining from another"),
    ],
)
def test_a_visit_and_a_call_are_spoken_of_in_words_of_their_own(
    kind: Kind, name: str, there: str, from_afar: str
) -> None:
    form = next(form for form in KINDS[kind].variants if form.name == name)
    season = full_season()
    visit = replace(season, interviews=tuple(replace(one, format=Format.IN_PERSON) for one in season.interviews))
    bodies = [written_from(one, kind, form).body for one in (visit, season)]
    assert [there in body for body in bodies] == [True, False]
    assert [from_afar in body for body in bodies] == [False, True]
