"""The fit of a program: each part gives or takes its weight for a reason that can be read, and the unknown is 0."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import RuleBroken, Unclear
from store.fit.aspects import aspect_called, aspects_in_force
from store.fit.own_side import interests, speaks_of
from store.fit.points import Fit, Point, fit_of, missing_in_profile, shortlist
from store.fit.reading import read
from store.fit.signals import signals
from store.record_json import read_season, season_to_tables
from store.records import Fact, FitWeight, Note, Profile, Program, Reason
from store.rules.fit import set_fit_weights, set_signaled
from store.rules.profile import change_profile
from store.season import Season
from store.words import Citizenship, EcfmgStage, Mark, ReasonKind, Status
from tests.examples import NOW, a_profile, a_program, at

TODAY = NOW.day
GRADUATED = replace(
    a_profile(),
    graduation=date(2019, 6, 1),
    ties=("Ohio: my sister lives there", "Fenwick, IA: I went to school there"),
    interests=("newborn medicine", "school clinics"),
    preferred_regions=("MW",),
    preferred_types=("university",),
    usce_places=("Brightwater Children's", "Elm"),
)


def fitted(program: Program, profile: Profile = GRADUATED, notes: tuple[Note, ...] = ()) -> Fit:
    return fit_of(Season(profile=profile, programs=(program,), notes=notes), program, now=NOW)


def point(fit: Fit, aspect: str) -> Point:
    return next(one for one in fit.points if one.aspect.id == aspect)


def with_fact(label: str, value: str, source: str = "their page", checked: date | None = date(2026, 11, 3)) -> Program:
    return replace(a_program(), facts=(Fact(label, value, source, checked),))


# What a fact says


@pytest.mark.parametrize(
    ("value", "sign"),
    [
        ("within 5 years", -1),
        ("5 yrs", -1),
        ("five years preferred", -1),
        ("within 10 years", 1),
        ("7 years", 0),  # graduated seven years and some months ago: the program says how it counts
        ("2018 or later", 1),
        ("2021 or later", -1),
        ("none", 1),
        ("No limit", 1),
        ("Step 1 passed, within 5 years", -1),
        ("3-10 years", 1),
        ("no more than 5 years", -1),
        ("not more than 10 years", 1),
        ("recent graduates", 0),
        ("unknown", 0),
        ("not stated", 0),
    ],
)
def test_a_graduation_limit_is_held_against_the_years_since(value: str, sign: int) -> None:
    assert read("graduation", value, GRADUATED, TODAY).sign == sign


@pytest.mark.parametrize(
    ("aspect", "value", "sign"),
    [
        ("abroad", "three, one from Poland", 1),
        ("abroad", "some in every class", 1),
        ("abroad", "12 of 30", 1),
        ("abroad", "none at present", -1),
        ("abroad", "0", -1),
        ("abroad", "no one now", -1),
        ("abroad", "no more than 2 a year", 1),
        ("abroad", "not known", 0),
        ("abroad", "ask the chief", 0),
        ("asked", "3 months", 1),
        ("asked", "6 months hands-on", -1),
        ("asked", "8 weeks", 1),
        ("asked", "1 letter, 6 months", -1),
        ("asked", "24 weeks", -1),
        ("asked", "not required", 1),
        ("asked", "no less than 6 months", -1),
        ("asked", "none", 1),
        ("asked", "required", 1),
        ("asked", "it helps", 0),
        ("ecfmg", "certificate to apply", -1),
        ("ecfmg", "before the interview", -1),
        ("ecfmg", "not required to apply, by the rank list", 0),
        ("ecfmg", "by the rank list", 0),
        ("ecfmg", "soon", 0),
        ("attempts", "no limit", 1),
        ("attempts", "none", 1),
        ("attempts", "first attempt only", 0),
        ("attempts", "at most 2", 0),
        ("attempts", "no more than two", 0),
        ("attempts", "ask", 0),
        ("visa", "J-1", 1),
        ("visa", "H1B and J1", 1),
        ("visa", "none", 0),
        ("visa", "no", 0),
        ("visa", "they do not sponsor visas", 0),
        ("visa", "sponsored", 1),
        ("visa", "J-1, no H-1B", 1),
        ("visa", "no J-1", 0),
        ("visa", "see GME", 0),
    ],
)
def test_other_facts_are_read(aspect: str, value: str, sign: int) -> None:
    assert read(aspect, value, GRADUATED, TODAY).sign == sign


@pytest.mark.parametrize(
    ("stage", "early", "late"),
    [(EcfmgStage.CERTIFIED, 1, 1), (EcfmgStage.REQUIREMENTS_MET, -1, 1), (EcfmgStage.IN_PROGRESS, -1, 0), (None, 0, 0)],
)
def test_ecfmg_timing_follows_the_stage(stage: EcfmgStage | None, early: int, late: int) -> None:
    profile = replace(GRADUATED, ecfmg=stage)
    assert read("ecfmg", "to apply", profile, TODAY).sign == early
    assert read("ecfmg", "by 1 July", profile, TODAY).sign == late


@pytest.mark.parametrize(
    ("aspect", "value"), [("graduation", "5 years"), ("asked", "3 months"), ("ecfmg", "to apply"), ("visa", "J-1")]
)
def test_what_the_profile_does_not_say_counts_nothing(aspect: str, value: str) -> None:
    verdict = read(aspect, value, Profile(), TODAY)
    assert verdict.sign == 0 and "your profile" in verdict.words


def test_who_has_yet_to_graduate_is_inside_any_limit() -> None:
    profile = replace(GRADUATED, graduation=date(2027, 6, 1))
    verdict = read("graduation", "within 1 year", profile, TODAY)
    assert verdict.sign == 1 and "yet to graduate" in verdict.words


# The points


def test_a_point_tells_its_reason_source_day_and_age_in_one_line() -> None:
    fit = fitted(with_fact("graduation-year limit", "within 5 years", checked=date(2026, 6, 3)))
    assert point(fit, "graduation").line == (
        "-3 graduation “within 5 years”: you graduated 7 years ago (their page, checked Wed 3 Jun 2026, stale)"
    )
    assert "graduation-year limit: look it up again" in fit.find_out


def test_a_fact_called_by_another_name_counts_as_well() -> None:
    assert point(fitted(with_fact("YOG", "none")), "graduation").points == 3


def test_what_is_unknown_counts_nothing_and_is_worth_finding_out() -> None:
    fit = fitted(replace(a_program(), facts=()))
    assert point(fit, "visa").line == " 0 visa: nothing known"
    assert fit.find_out[:2] == ("graduation-year limit", "residents trained abroad")
    assert "its state is not known" in fit.find_out


def test_sources_that_disagree_cancel_out() -> None:
    facts = (Fact("visa", "J-1", "their page", TODAY), Fact("visas", "none", "a resident", date(2026, 11, 1)))
    fit = fitted(replace(a_program(), facts=facts))
    assert point(fit, "visa").points == 0
    assert "sources disagree: “J-1” (their page" in point(fit, "visa").why
    assert "visa: which source is right" in fit.find_out


def test_of_sources_that_agree_the_newest_is_named() -> None:
    facts = (Fact("visa", "J-1", "their page", date(2026, 9, 1)), Fact("visa", "J1 only", "a resident", TODAY))
    fit = fitted(replace(a_program(), facts=facts))
    assert point(fit, "visa").points == 1
    assert "a resident" in point(fit, "visa").why


def test_a_source_that_cannot_be_read_leaves_the_word_to_the_other() -> None:
    facts = (Fact("visa", "see GME", "an old sheet", TODAY), Fact("visa", "J-1", "their page", date(2026, 9, 1)))
    assert point(fitted(replace(a_program(), facts=facts)), "visa").points == 1


def test_unreadable_words_are_shown_and_asked_for_plainly() -> None:
    fit = fitted(with_fact("visa", "see GME [b]"))
    assert point(fit, "visa").line.startswith(" 0 visa “see GME [b]”: yours to judge")
    assert "visa: put it plainly" in fit.find_out


@pytest.mark.parametrize(
    ("tie", "city", "state", "speaks"),
    [
        ("Ohio: my sister", "Columbus", "OH", True),
        ("OH: my sister", "Columbus", "OH", True),
        ("Ohio: my sister", "Ames", "IA", False),
        ("Fenwick, IA: school", "Fenwick", "IA", True),
        ("Fenwick, IA: school", "Ames", "IA", False),
        ("Fenwick, IA", "Fenwick", "OH", False),
        ("I grew up in Fenwick", "Fenwick", "IA", True),
        ("I grew up in West Virginia", "Elm", "VA", False),
        ("I grew up in West Virginia", "Elm", "WV", True),
        ("my aunt in OR", "Elm", "OR", True),
        ("my aunt is an MD", "Elm", "MD", False),
        ("my aunt or uncle", "Elm", "OR", False),
        ("my aunt", "", "", False),
        ("", "Elm", "OH", False),
    ],
)
def test_a_tie_speaks_of_the_place_it_names(tie: str, city: str, state: str, speaks: bool) -> None:
    assert speaks_of(tie, replace(a_program(), city=city, state=state)) is speaks


def test_the_own_side_gives_points_with_the_own_words() -> None:
    program = a_program(
        name="Brightwater Children's Hospital",
        city="Columbus",
        state="OH",
        type="University",
        draws="the newborn follow-up clinic",
        reasons=(Reason(ReasonKind.ADVOCATE, "Dr. Valdez trained there"),),
    )
    lines = {one.aspect.id: one.line for one in fitted(program).points if one.points}
    assert lines == {
        "ties": "+3 your tie: Ohio: my sister lives there",
        "worked": "+3 you worked there: Brightwater Children's",
        "region": "+2 Midwest, a region you prefer",
        "type": "+1 University, a type you prefer",
        "interests": "+2 newborn medicine: “the newborn follow-up clinic” (what draws you)",
        "reasons": "+2 an advocate: Dr. Valdez trained there",
    }


def test_nothing_counts_twice() -> None:
    reasons = (Reason(ReasonKind.LOCAL_TIE, "my aunt"), Reason(ReasonKind.ROTATION, "eight weeks"))
    fit = fitted(a_program(city="Columbus", state="OH", reasons=reasons))
    assert (point(fit, "ties").points, point(fit, "worked").points, point(fit, "reasons").points) == (3, 3, 0)


def test_a_local_tie_or_a_rotation_kept_as_a_reason_counts_for_itself() -> None:
    reasons = (Reason(ReasonKind.LOCAL_TIE, "my aunt"), Reason(ReasonKind.ROTATION, "eight weeks"))
    fit = fitted(a_program(name="Elm Ridge", reasons=reasons))
    assert point(fit, "ties").line == "+3 your tie: my aunt"
    assert point(fit, "worked").line == "+3 you worked there: eight weeks"


def test_an_interest_is_found_in_notes_and_facts_and_needs_all_its_telling_words() -> None:
    note = Note("n-1", "p-bright", at("2026-11-03 20:00"), "Two clinics in schools; newborn rounds at seven.")
    found = point(fitted(a_program(), notes=(note,)), "interests")
    assert found.points == 2 and "your note of Tue 3 Nov 2026" in found.why
    profile = replace(GRADUATED, interests=("school clinics", "care"))
    assert point(fitted(a_program(), profile, (replace(note, text="a school"),)), "interests").points == 0


def test_what_was_not_preferred_is_no_strike() -> None:
    fit = fitted(a_program(state="GA", type="community"))
    assert point(fit, "region").line == " 0 South is not among the regions you prefer"
    assert point(fit, "type").line == " 0 community is not among the types you prefer"
    assert fit.total == 0


def test_the_total_is_the_sum_of_the_points_shown_and_the_largest_come_first() -> None:
    program = replace(with_fact("graduation-year limit", "5 years"), state="OH")
    fit = fitted(program)
    assert fit.total == sum(int(one.line[:2]) for one in fit.points) == 2
    sizes = [abs(one.points) for one in fit.points]
    assert sizes == sorted(sizes, reverse=True)


# The list


def listed(season: Season, **how: bool) -> list[str]:
    return [one.program.id for one in shortlist(season, now=NOW, **how)]  # type: ignore[arg-type]


def test_planned_programs_are_sorted_by_fit_then_tier_then_name() -> None:
    programs = (
        a_program("p-a", "Aspen", Status.PLANNED),
        a_program("p-b", "Birch", Status.PLANNED, tier="A"),
        a_program("p-c", "Cedar", Status.PLANNED, state="OH"),
        a_program("p-d", "Alder", Status.PLANNED),
        a_program("p-e", "Ebony", Status.APPLIED, state="OH"),
        a_program("p-f", "Fir", Status.REJECTED),
        a_program("p-g", "Gone", Status.PLANNED, trashed=NOW),
    )
    season = Season(profile=GRADUATED, programs=programs)
    assert listed(season) == ["p-c", "p-b", "p-d", "p-a"]
    tiers = {"p-a": "b", "p-b": "C", "p-d": "a"}
    typed_small = tuple(replace(one, tier=tiers.get(one.id, "")) for one in programs)
    assert listed(replace(season, programs=typed_small)) == ["p-c", "p-d", "p-a", "p-b"]
    assert listed(season, everyone=True) == ["p-c", "p-e", "p-b", "p-d", "p-a"]


def test_an_interest_of_signs_alone_is_found_in_nothing() -> None:
    season = Season(profile=replace(a_profile(), interests=("–",)), programs=(a_program(draws=""),))
    assert interests(season, season.programs[0]).sign == 0


def test_the_list_says_what_the_profile_leaves_open() -> None:
    assert "when you graduated" in missing_in_profile(Season(profile=a_profile()))
    assert missing_in_profile(Season(profile=GRADUATED)) == ()
    assert len(missing_in_profile(Season())) == 8


# Weights


def test_weights_are_kept_where_they_differ_from_those_shipped() -> None:
    season = set_fit_weights(Season(), {"ties": 5, "visa": 0}, now=NOW)
    assert season.fit_weights == (FitWeight("ties", 5), FitWeight("visa", 0))
    assert set_fit_weights(season, {"ties": 3}, now=NOW).fit_weights == (FitWeight("visa", 0),)
    assert set_fit_weights(season, {"ties": 5}, now=NOW) is season


def test_a_weight_counts_and_0_leaves_the_part_out() -> None:
    program = a_program(state="OH")
    season = Season(profile=GRADUATED, programs=(program,))
    heavier = set_fit_weights(season, {"ties": 5, "visa": 0}, now=NOW)
    fit = fit_of(heavier, program, now=NOW)
    assert point(fit, "ties").points == 5
    assert all(one.aspect.id != "visa" for one in fit.points) and "visa" not in fit.find_out
    assert point(fit_of(season, program, now=NOW, tried={"ties": 1}), "ties").points == 1


@pytest.mark.parametrize("weights", [{"ties": 6}, {"ties": -1}, {"nothing": 2}, {"visa": 2, "ties": 9}])
def test_weights_out_of_range_are_refused_whole(weights: dict[str, int]) -> None:
    with pytest.raises(RuleBroken, match="Nothing was changed"):
        set_fit_weights(Season(), weights, now=NOW)


def test_a_part_is_called_by_id_name_or_the_beginning_of_its_name() -> None:
    assert aspect_called("ties").id == aspect_called("Ties to the place").id == "ties"
    assert aspect_called("grad").id == "graduation"
    for unclear in ("", "re", "spirit"):
        with pytest.raises(Unclear):
            aspect_called(unclear)


def test_every_part_has_a_way_to_be_found() -> None:
    for one in aspects_in_force(Season()):
        assert 1 <= one.weight <= 5
        fit = fitted(a_program())
        assert point(fit, one.id).why


def test_a_file_without_weights_and_signals_still_opens() -> None:
    season = Season(profile=GRADUATED, fit_weights=(FitWeight("ties", 5),))
    tables = season_to_tables(season)
    assert read_season(tables).season == season
    del tables["fit_weights"]
    assert tables["profile"]["1"].pop("signals", None) is None
    assert read_season(tables).season == replace(season, fit_weights=())


# Signals


def test_the_number_of_signals_is_expected_until_the_applicant_gives_it() -> None:
    season = Season(profile=GRADUATED, programs=(a_program(), a_program("p-b", "Birch", signaled=True)))
    told = signals(season)
    assert (told.number, told.left, told.mark) == (5, 4, Mark.EXPECTED)
    assert told.words == "1 of 5 signals sent, 4 left; expected as in 2025, confirm in MyERAS"
    own = signals(change_profile(season, now=NOW, signals=3))
    assert own.words == "1 of 3 signals sent, 2 left"
    with pytest.raises(RuleBroken, match="0 to 99"):
        change_profile(season, now=NOW, signals=100)


def test_a_specialty_nobody_looked_up_has_no_number() -> None:
    told = signals(Season(profile=Profile(specialty="neurology")))
    assert told.number is None and told.left is None and "look in MyERAS" in told.words


def test_a_signal_sent_stays_sent_when_the_program_is_withdrawn_or_trashed() -> None:
    programs = (
        a_program("p-a", "Aspen", Status.WITHDRAWN, signaled=True),
        a_program("p-b", "Birch", Status.APPLIED, signaled=True, trashed=NOW),
        a_program("p-c", "Cedar", Status.PLANNED, signaled=True, trashed=NOW),
    )
    assert signals(Season(programs=programs)).sent_to == ("p-a", "p-b")


def test_more_signals_than_there_are_is_said_and_not_refused() -> None:
    season = Season(profile=Profile(signals=1), programs=(a_program(), a_program("p-b", "Birch", signaled=True)))
    changed = set_signaled(season, "p-bright", True, now=NOW)
    assert signals(changed).words == "2 of 1 signals sent, 1 more than there are"
    assert set_signaled(changed, "p-bright", True, now=NOW) is changed
    with pytest.raises(RuleBroken):
        set_signaled(season, "p-nobody", True, now=NOW)


def test_no_visa_question_is_asked_of_nobody_in_particular() -> None:
    profile = replace(GRADUATED, citizenship=Citizenship.PERMANENT_RESIDENT)
    assert point(fitted(with_fact("visa", "none"), profile), "visa").why.startswith("visa “none”: you need none")


def test_of_what_the_program_is_called_a_single_word_is_too_little_to_have_worked_there() -> None:
    profile = replace(GRADUATED, usce_places=("Mercy",))
    assert point(fitted(a_program(name="Mercy Ridge Children's"), profile), "worked").points == 0
    assert point(fitted(a_program(name="Mercy"), profile), "worked").points == 3


@given(
    value=st.text(max_size=60), aspect=st.sampled_from(("graduation", "abroad", "asked", "ecfmg", "attempts", "visa"))
)
def test_whatever_a_fact_says_is_read_without_trouble(value: str, aspect: str) -> None:
    verdict = read(aspect, value, GRADUATED, TODAY)
    assert verdict.sign in (-1, 0, 1) and verdict.words and (verdict.readable or not verdict.sign)


@given(tie=st.text(max_size=60))
def test_whatever_a_tie_says_is_read_without_trouble(tie: str) -> None:
    assert speaks_of(tie, a_program(city="Columbus", state="OH")) in (True, False)
