"""Every shipped letter, filled in with sensible words, passes the conduct checks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.season import Season
from store.words import Citizenship, EcfmgStage, Kind
from templates.catalogue import Variant
from templates.conduct.checking import check_letter
from templates.conduct.findings import Level
from templates.render import blanks_in
from tests.examples import NOW
from tests.letter_examples import every_form, full_profile, full_season, written_from

FORMS = [pytest.param(kind, form, id=f"{kind.value}.{form.name}") for kind, form in every_form()]
WORDS = "the asthma van on Saturdays and the way grandmothers are heard there"
OUT_OF_TIME = "C16"
"""One season holds them all, so no moment suits every kind."""


def _filled(text: str) -> str:
    for blank in reversed(blanks_in(text)):
        text = text[: blank.start] + WORDS + text[blank.end :]
    return text


def _faults(season: Season, kind: Kind, form: Variant) -> list[tuple[str, str, str]]:
    begun = written_from(season, kind, form)
    letter = replace(begun, subject=_filled(begun.subject), body=_filled(begun.body))
    found = check_letter(season, letter, now=NOW)
    return [
        (one.check, one.text, one.message) for one in found if one.level is not Level.NOTE and one.check != OUT_OF_TIME
    ]


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_a_shipped_letter_has_no_stop_and_no_warning(kind: Kind, form: Variant) -> None:
    assert _faults(full_season(), kind, form) == []


@pytest.mark.parametrize("citizenship", list(Citizenship))
@pytest.mark.parametrize("ecfmg", list(EcfmgStage))
@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_it_stays_true_for_every_stage_of_the_applicant(
    kind: Kind, form: Variant, citizenship: Citizenship, ecfmg: EcfmgStage
) -> None:
    profile = replace(full_profile(), citizenship=citizenship, ecfmg=ecfmg)
    assert _faults(full_season(profile), kind, form) == []


@pytest.mark.parametrize(("kind", "form"), FORMS)
def test_a_letter_with_blanks_left_is_stopped(kind: Kind, form: Variant) -> None:
    season = full_season()
    letter = written_from(season, kind, form)
    stopped = [one.text for one in check_letter(season, letter, now=NOW) if one.check == "C01"]
    assert len(stopped) == len(blanks_in(letter.subject)) + len(blanks_in(letter.body))
