"""Facts and phrases to insert: true of this applicant, fit for this letter, whole sentences."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.records import Answer, Letter, Profile, Question
from store.season import Season
from store.words import Citizenship, EcfmgStage, Kind, ReasonKind
from templates.catalogue import KINDS
from templates.conduct.checking import check_letter
from templates.conduct.findings import Level
from templates.insertions import Insertion, facts_to_insert
from templates.render import blanks_in
from templates.vocabulary import BY_NAME, words_for
from tests.examples import NOW, a_program, a_season
from tests.letter_examples import bare_season, full_profile, full_season, written_from
from tests.test_letters import trouble_in
from tests.varied_applicants import applicants, season_of

ROWS = json.loads(files("templates").joinpath("insertions.json").read_text(encoding="utf-8"))["rows"]
OF_ONE_SENTENCE = frozenset({"C01", "C12", "C13", "C16", "C17", "C18", "C28"})
"""Checks that look at more than the sentence: blanks, what else the letter says, when and how often one writes."""


def _offered(season: Season, kind: Kind | None = None) -> tuple[Insertion, ...]:
    program = season.programs[0]
    letter = written_from(season, kind, KINDS[kind].variants[0]) if kind else None
    contact = season.contacts_by_id.get(letter.contact_ids[0]) if letter and letter.contact_ids else None
    return facts_to_insert(season, program, contact, NOW, letter=letter)


def _words(season: Season, kind: Kind | None = None) -> dict[str, str]:
    return {f"{one.group}: {one.title}": one.words for one in _offered(season, kind)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['group']}: {row['title']}")
def test_every_row_names_facts_its_kinds_can_know(row: dict[str, object]) -> None:
    kinds = [Kind(str(kind)) for kind in row.get("kinds", [])] or list(KINDS)  # type: ignore[attr-defined]
    for name in re.findall(r"\{(\w+)\}", str(row["words"])):
        assert name in BY_NAME or name in {"liked"}
        assert name == "liked" or all(name in {word.name for word in words_for(kind)} for kind in kinds), name


@pytest.mark.parametrize("kind", list(KINDS))
def test_each_kind_has_an_opening_and_a_closing_of_its_own(kind: Kind) -> None:
    groups = {one.group for one in _offered(full_season(), kind)}
    assert {"Opening", "Closing", "You", "Citizenship", "ECFMG", "Program"} <= groups


def test_without_a_letter_only_what_suits_every_kind_is_offered() -> None:
    words = _words(full_season())
    assert not any(title.startswith(("Opening", "Closing", "Rank")) for title in words)
    assert words["Program: what draws me"].startswith("What draws me to Brightwater is the resident-run")


@pytest.mark.parametrize("citizenship", list(Citizenship))
@pytest.mark.parametrize("ecfmg", list(EcfmgStage))
def test_citizenship_and_certification_are_offered_in_their_true_form_only(
    citizenship: Citizenship, ecfmg: EcfmgStage
) -> None:
    profile = replace(full_profile(), citizenship=citizenship, ecfmg=ecfmg)
    words = [
        one.words for one in _offered(full_season(profile), Kind.INTEREST) if one.group in ("Citizenship", "ECFMG")
    ]
    assert len(words) == 4
    assert sum("permanent" in one for one in words) == (2 if citizenship is Citizenship.PERMANENT_RESIDENT else 0)
    short = {
        "I am ECFMG certified.": EcfmgStage.CERTIFIED,
        "My ECFMG pathway application is under review.": EcfmgStage.IN_PROGRESS,
    }
    assert [stage for sentence, stage in short.items() if sentence in words] == (
        [ecfmg] if ecfmg is not EcfmgStage.REQUIREMENTS_MET else []
    )


def test_the_hook_offered_is_that_of_the_person_written_to() -> None:
    season = full_season()
    told = {}
    for who in ("c-wexley", "c-oduya2"):
        letter = Letter("l-x", "p-bright", Kind.THANK_YOU, contact_ids=(who,), interview_id="i-bright")
        found = facts_to_insert(season, season.programs[0], season.contacts_by_id[who], NOW, letter=letter)
        told[who] = " ".join(one.words for one in found if one.title == "our talk")
    assert "morning labs" in told["c-wexley"] and "2009" not in told["c-wexley"]
    assert "2009" in told["c-oduya2"]


def test_recorded_reasons_are_offered_each_in_a_sentence() -> None:
    words = [one.words for one in _offered(full_season(), Kind.INTEREST) if one.title.startswith("my reason")]
    assert len(words) == len(ReasonKind)
    assert "I have seen your program from within: I spent May 2026 on your inpatient service." in words


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_rank_is_offered_in_the_letters_made_for_it_only(kind: Kind) -> None:
    sentences = [one.words for one in _offered(full_season(), kind) if re.search(r"\brank", one.words)]
    expected = {
        Kind.HIGH_RANK: ["I will rank Brightwater highly."],
        Kind.FIRST_RANK: ["I will rank Brightwater first."],
    }
    assert sentences == expected.get(kind, [])


def test_what_is_not_known_is_not_offered() -> None:
    for kind in KINDS:
        for one in _offered(bare_season(), kind):
            assert not blanks_in(one.words) or one.group in ("You", "Citizenship", "ECFMG"), one
            assert "{" not in one.words
    assert not any("waiting list since" in words for words in _words(a_season(a_program()), Kind.WAITLIST).values())


@settings(max_examples=30)
@given(
    number=st.integers(0, 19), around=st.integers(0, 2), kind=st.sampled_from(list(KINDS)),
    silent=st.sets(st.sampled_from(("citizenship", "ecfmg", "usce_months", "strengths", "ties", "phone", "interests"))),
)  # fmt: skip
def test_every_sentence_is_whole_for_any_subset_of_facts(
    number: int, around: int, kind: Kind, silent: set[str]
) -> None:
    profile = list(applicants())[number][1]
    profile = replace(profile, **{name: getattr(Profile(), name) for name in silent})
    for one in _offered(season_of(profile, around), kind):
        assert one.words.endswith((".", "?", "]")), one
        assert one.words[:1].isupper() or one.words.startswith("["), one
        assert trouble_in(Letter("l-x", "p-bright", kind, subject="A word", body=one.words)) == [], one


@pytest.mark.parametrize("kind", list(KINDS))
def test_no_sentence_offered_is_stopped_or_warned_of_in_its_own_kind(kind: Kind) -> None:
    season = full_season()
    letter = written_from(season, kind, KINDS[kind].variants[0])
    greeting, closing = letter.body.split("\n\n")[0], letter.body.split("\n\n")[-1]
    for one in _offered(season, kind):
        body = f"{greeting}\n\n{one.words}\n\n{closing}"
        found = check_letter(season, replace(letter, body=body), now=NOW)
        faults = [(x.check, x.text) for x in found if x.level is not Level.NOTE and x.check not in OF_ONE_SENTENCE]
        assert (one.words, faults) == (one.words, [])


def test_the_same_words_are_offered_once_and_every_title_tells_them_apart() -> None:
    for kind in (None, *KINDS):
        offered = _offered(full_season(), kind)
        assert len({one.words for one in offered}) == len(offered)
        assert len({(one.group, one.title) for one in offered}) == len(offered)


def test_a_person_without_us_experience_is_not_offered_a_sentence_on_it() -> None:
    without = full_season(replace(full_profile(), usce_months=0, peds_months=0, usce_places=()))
    assert "You: US experience" not in _words(without, Kind.INTEREST)
    assert "You: US experience" in _words(full_season(), Kind.INTEREST)


def test_a_message_that_asks_is_offered_what_is_open_there_ones_own_first() -> None:
    own = Question("q-garden", "light", "Is there a garden?")
    season = replace(a_season(a_program()), questions=(own,))
    letter = Letter("l-x", "p-bright", Kind.QUESTION)
    offered = facts_to_insert(season, season.programs[0], None, NOW, letter=letter)
    assert offered[0] == Insertion("Question", "light", "Is there a garden?")
    heard = Answer("a-x", "q-garden", "p-bright", "Yes.", NOW)
    offered = facts_to_insert(replace(season, answers=(heard,)), season.programs[0], None, NOW, letter=letter)
    assert "Is there a garden?" not in {one.words for one in offered}
    other = facts_to_insert(season, season.programs[0], None, NOW, letter=replace(letter, kind=Kind.UPDATE))
    assert all(one.group != "Question" for one in other)
