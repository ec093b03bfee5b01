"""A draft begun too early: what becomes known fills its untouched blanks, and nothing else in it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from store.records import Profile
from store.season import Season
from store.words import Citizenship, EcfmgStage, Kind
from templates.catalogue import KINDS, Variant
from templates.filling import filled_by_now
from templates.render import begin_letter, blanks_in
from tests.examples import NOW, a_contact
from tests.letter_examples import bare_season, every_form, full_profile, full_season, written_from
from tests.test_letters import trouble_in

FORMS = [pytest.param(kind, form, id=f"{kind.value}.{form.name}") for kind, form in every_form()]


def _knowing(season: Season, profile: Profile) -> Season:
    return replace(season, profile=profile)


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_a_draft_begun_with_an_empty_profile_ends_like_one_begun_with_a_full_one(kind: Kind, form: Variant) -> None:
    early = written_from(full_season(Profile()), kind, form)
    late = filled_by_now(full_season(), early, now=NOW)
    begun_late = written_from(full_season(), kind, form)
    assert (late.subject, _without_signature(late.body)) == (
        begun_late.subject,
        _without_signature(begun_late.body),
    )
    assert "Noor Halvard, MD\nAAMC ID 19990001" in late.body
    assert trouble_in(late) == []


def _without_signature(body: str) -> str:
    return body.rpartition("\n\n")[0]


@pytest.mark.parametrize("citizenship", list(Citizenship))
@pytest.mark.parametrize("ecfmg", list(EcfmgStage))
def test_the_true_sentences_come_in_when_the_profile_learns_them(citizenship: Citizenship, ecfmg: EcfmgStage) -> None:
    form = KINDS[Kind.INTEREST].variants[0]
    early = written_from(bare_season(), Kind.INTEREST, form)
    learned = replace(full_profile(), citizenship=citizenship, ecfmg=ecfmg)
    body = filled_by_now(_knowing(bare_season(), learned), early, now=NOW).body
    assert body == filled_by_now(_knowing(bare_season(), learned), replace(early, body=body), now=NOW).body
    assert body.count("need no visa sponsorship.") == 1
    assert "[where your ECFMG" not in body


def test_a_hook_written_down_after_the_draft_was_begun_comes_in() -> None:
    season = full_season()
    without = replace(season, interviews=tuple(replace(one, debrief=None) for one in season.interviews))
    early = begin_letter(without, "p-bright", Kind.THANK_YOU, letter_id="l-x", contact_ids=("c-wexley",), now=NOW)
    late = filled_by_now(season, early, now=NOW)
    assert "one true detail" in early.body
    assert "how you teach interns to call a family" in late.body


def test_what_a_person_has_typed_is_left_as_it_is() -> None:
    form = KINDS[Kind.INTEREST].variants[0]
    early = written_from(bare_season(), Kind.INTEREST, form)
    typed = replace(early, body=early.body.replace("[what you hope to work on later]", "[ask Ada] and more"))
    body = filled_by_now(_knowing(bare_season(), full_profile()), typed, now=NOW).body
    assert "[ask Ada] and more" in body
    assert "hospital medicine" not in body


def test_single_blanks_inside_a_sentence_are_filled_when_the_rest_was_known() -> None:
    half = replace(full_profile(), graduation=None, usce_places=(), exams_passed=())
    early = written_from(full_season(half), Kind.INTEREST, KINDS[Kind.INTEREST].variants[0])
    body = filled_by_now(full_season(), early, now=NOW).body
    assert "with graduation in June 2026." in body
    assert "at Lakemont Children's Hospital and the University Hospital of Fenwick." in body
    assert "I have passed Step 1 and Step 2 CK and submitted" in body


def test_a_draft_that_cannot_be_filled_is_the_same_one() -> None:
    begun = written_from(full_season(), Kind.DECLINE, KINDS[Kind.DECLINE].variants[0])
    asking = written_from(bare_season(), Kind.DECLINE, KINDS[Kind.DECLINE].variants[0])
    assert filled_by_now(full_season(), begun, now=NOW) is begun
    assert filled_by_now(bare_season(), asking, now=NOW) is asking


def test_news_that_comes_later_is_not_taken_for_the_news_a_draft_waits_for() -> None:
    early = written_from(replace(full_season(), news=()), Kind.UPDATE, KINDS[Kind.UPDATE].variants[0])
    assert "[the news in one sentence]" in filled_by_now(full_season(), early, now=NOW).body


@pytest.mark.parametrize("stage", list(EcfmgStage))
def test_every_blank_inside_the_sentences_is_one_that_can_be_filled(stage: EcfmgStage) -> None:
    asking = full_season(Profile(ecfmg=stage, school="Vistula Medical University", name="Noor"))
    knowing = full_season(replace(full_profile(), ecfmg=stage, ecfmg_day=date(2026, 9, 4)))
    early = written_from(asking, Kind.INTEREST, KINDS[Kind.INTEREST].variants[0])
    left = [blank.hint for blank in blanks_in(filled_by_now(knowing, early, now=NOW).body)]
    assert [hint for hint in left if not re.search(r"one honest sentence", hint)] == []


def test_the_doctor_who_speaks_for_the_applicant_is_named_once_known() -> None:
    form = next(form for form in KINDS[Kind.INTEREST].variants if form.name == "advocate")
    season = full_season()
    unknown = replace(season, contacts=(a_contact(),))
    assert "[name of the doctor who encouraged you] knows my work" in written_from(unknown, Kind.INTEREST, form).body
    assert "Dr. Kemp knows my work" in written_from(season, Kind.INTEREST, form).body
