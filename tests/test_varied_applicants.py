"""Every form of every kind, for twenty applicants who have little in common: clean, in length, and grammatical."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.records import Letter, Profile
from store.season import Season
from store.words import Citizenship, EcfmgStage, Kind, Role
from templates.catalogue import KINDS, Variant
from templates.conduct.checking import check_letter
from templates.conduct.findings import Finding, Level
from templates.render import begin_letter, blanks_in
from tests.examples import NOW, a_contact
from tests.letter_examples import (
    HOOKS,
    between_greeting_and_closing,
    every_form,
    filled,
    full_profile,
    full_season,
    written_from,
)
from tests.test_letters import trouble_in
from tests.varied_applicants import applicants, season_of, varied_seasons, with_news_for

FORMS = [pytest.param(kind, form, id=f"{kind.value}.{form.name}") for kind, form in every_form()]
SEASONS = [pytest.param(season, id=name) for name, season in varied_seasons()]
WORDS = "the bicycle workshop beside your asthma clinic and how a grandmother was heard there"
OF_TIME_AND_NUMBER = frozenset({"C16", "C17", "C18", "C28"})
"""Checks on when and how often one writes, which no wording can satisfy."""
VOWEL = re.compile(r"\ba (?=[aeio])(?!one\b|once\b|eu|on[ce]-)|\ban (?=[bcdfgjkpqtvwyz])", re.IGNORECASE)
TOO_ALIKE = 0.6
"""Share of equal stretches of words from which two letters would be read as one."""


SAID = {
    "your citizenship": "I am a US citizen and need no visa sponsorship.",
    "your name": "Alba Quill",
    "your AAMC ID": "19990099",
}
"""What is written where the hint begins like that; elsewhere a few plain words."""


def _filled(text: str) -> str:
    for blank in reversed(blanks_in(text)):
        said = next((words for hint, words in SAID.items() if blank.hint.startswith(hint)), WORDS)
        text = text[: blank.start] + said + text[blank.end :]
    return text


def _ready(letter: Letter) -> Letter:
    return replace(letter, subject=_filled(letter.subject), body=_filled(letter.body))


def _grammar(text: str) -> list[str]:
    """Where the words of a letter go against plain English spelling."""
    signs = {
        "a or an": VOWEL.pattern,
        "twice the same word": r"(?i)(?<![\w-])(\w+) \1(?![\w-])",
        "this is this": r"this: this",
        "a colon after a colon": r": [^.\n;:\[\]]*: (?!this)",
        "capital in a list": r"bring (?:[^.]*, )?[A-Z](?!panish|rabic|rench|RP|ALS|ICU)[a-z]+",
        "stop after stop": r"\.\s*\.",
        "article twice": r"(?i)\b(?:the|a|an|your|my) (?:the|a|an|your|my) ",
        "preposition without its noun": r"\b(?:at|in|of|for|from|with|by|on|to) ?[.,;?]",
        "dangling and": r"\b(?:and|or|but|because) ?[.,;:?]",
        "number": r"\bone months|\b(?:two|three|four|\d\d) month\b",
    }
    return [name for name, pattern in signs.items() if re.search(pattern, text)]


@pytest.mark.parametrize("season", SEASONS)
def test_every_form_is_clean_under_the_checks_once_its_blanks_are_filled(season: Season) -> None:
    for kind, form in every_form():
        about = with_news_for(season, form)
        letter = _ready(written_from(about, kind, form))
        found = [one for one in check_letter(about, letter, now=NOW) if one.check not in OF_TIME_AND_NUMBER]
        faults = [(one.check, one.text, one.message) for one in found if one.level is not Level.NOTE]
        assert (kind, form.name, faults) == (kind, form.name, [])


@pytest.mark.parametrize("season", SEASONS)
def test_before_that_only_its_blanks_are_stopped(season: Season) -> None:
    for kind, form in every_form():
        letter = written_from(with_news_for(season, form), kind, form)
        stopped = [one for one in check_letter(season, letter, now=NOW) if one.level is Level.STOP]
        outside = {one.check for one in stopped if not _in_a_blank(letter, one)}
        assert (kind, form.name, outside) == (kind, form.name, set())


def _in_a_blank(letter: Letter, finding: Finding) -> bool:
    """Whether it speaks of words that a blank holds only until it is filled."""
    text = letter.subject if finding.where == "subject" else letter.body
    return any(blank.start <= finding.start and finding.end <= blank.end for blank in blanks_in(text))


@pytest.mark.parametrize("season", SEASONS)
def test_every_form_is_good_english(season: Season) -> None:
    for kind, form in every_form():
        letter = written_from(with_news_for(season, form), kind, form)
        text = f"{letter.subject}\n\n{letter.body}"
        assert (kind, form.name, trouble_in(letter), _grammar(text)) == (kind, form.name, [], [])


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_a_full_profile_gives_the_length_its_kind_asks(kind: Kind, form: Variant) -> None:
    fewest, most = KINDS[kind].words
    for number, (_, profile) in enumerate(applicants()):
        if not (profile.strengths and profile.readiness and profile.interests):
            continue
        letter = written_from(with_news_for(season_of(profile, number), form), kind, form)
        length = len(between_greeting_and_closing(filled(letter.body, words=8)).split())
        assert fewest <= length <= most, profile.name


FIELDS = ("school", "graduation", "citizenship", "ecfmg", "ecfmg_day", "usce_months", "peds_months", "usce_places")
LISTS = ("exams_passed", "ties", "interests", "strengths", "readiness")
REACH = ("name", "credentials", "aamc_id", "email", "phone", "school_country")


@settings(max_examples=25)
@given(number=st.integers(0, 19), around=st.integers(0, 2), silent=st.sets(st.sampled_from((*FIELDS, *LISTS, *REACH))))
def test_whatever_is_unknown_leaves_no_hole(number: int, around: int, silent: set[str]) -> None:
    profile = list(applicants())[number][1]
    unknown = {name: getattr(Profile(), name) for name in silent}
    season = season_of(replace(profile, **unknown), around)
    for kind, form in every_form():
        letter = written_from(with_news_for(season, form), kind, form)
        text = f"{letter.subject}\n\n{letter.body}"
        assert (kind, form.name, trouble_in(letter), _grammar(text)) == (kind, form.name, [], [])


@pytest.mark.parametrize("citizenship", list(Citizenship))
@pytest.mark.parametrize("ecfmg", list(EcfmgStage))
def test_a_first_contact_says_both_in_the_one_true_form(citizenship: Citizenship, ecfmg: EcfmgStage) -> None:
    season = full_season(replace(full_profile(), citizenship=citizenship, ecfmg=ecfmg))
    for form in KINDS[Kind.INTEREST].variants:
        body = written_from(season, Kind.INTEREST, form).body
        assert body.count("need no visa sponsorship") == 1
        assert ("US citizen" in body) is (citizenship is Citizenship.CITIZEN)
        told = ("ECFMG certified since", "met every requirement for ECFMG", "the decision is pending")
        assert [sentence in body for sentence in told].count(True) == 1


def _alike(one: str, other: str) -> float:
    """Share of words in equal stretches, the best order of the two taken."""
    matcher = SequenceMatcher(None, one.lower().split(), other.lower().split(), autojunk=False)
    return matcher.ratio()


@pytest.mark.parametrize("around", [0, 1, 2])
def test_no_two_thank_yous_to_one_program_are_near_alike(around: int) -> None:
    season = season_of(full_profile(), around)
    texts = {
        form.name: between_greeting_and_closing(_filled(written_from(season, Kind.THANK_YOU, form).body))
        for form in KINDS[Kind.THANK_YOU].variants
    }
    close = {pair: _alike(texts[pair[0]], texts[pair[1]]) for pair in combinations(texts, 2)}
    assert {pair: round(share, 2) for pair, share in close.items() if share >= TOO_ALIKE} == {}


def test_everyone_met_on_one_day_reads_a_letter_of_their_own() -> None:
    season = full_season()
    more = [a_contact(f"c-more{name}", name=f"Ada {name}", role=Role.INTERVIEWER) for name in ("Fenn", "Rook")]
    season = replace(season, contacts=(*season.contacts, *more))
    for number, who in enumerate((*HOOKS, *(one.id for one in more))):
        letter = begin_letter(season, "p-bright", Kind.THANK_YOU, letter_id=f"l-{number}", contact_ids=(who,), now=NOW)
        season = replace(season, letters=(*season.letters, letter))
    notes = [one for one in season.letters if one.kind is Kind.THANK_YOU]
    assert len({one.variant for one in notes}) == len(notes) == 7
    assert len({one.subject for one in notes}) == 7
    checked = [check_letter(season, _ready(one), now=NOW) for one in notes]
    assert [found.check for findings in checked for found in findings if found.check == "C11"] == []


@pytest.mark.parametrize("form", KINDS[Kind.THANK_YOU].variants, ids=lambda form: form.name)
def test_a_thank_you_asks_for_what_is_particular_to_that_person_and_program(form: Variant) -> None:
    season = full_season()
    bare = replace(season, interviews=tuple(replace(one, debrief=None) for one in season.interviews))
    hints = " / ".join(blank.hint for blank in blanks_in(written_from(bare, Kind.THANK_YOU, form).body))
    assert re.search(r"one true detail|made the day easier|one detail of the day", hints)
    assert re.search(r"you (?:learned|saw)|daily life|there|help each other|work or life", hints)
