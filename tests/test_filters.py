"""The filter language: what each condition lets through, and what it says when it is not understood."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from store.agenda import agenda
from store.errors import Unclear
from store.filters import FILTER_HELP, FLAGS, KEYS, parse_filter
from store.moments import Moment
from store.records import Fact, Note, Program
from store.rules.follow_ups import snooze
from store.season import Season
from store.words import Promise, Status
from tests.examples import NOW, a_busy_season, a_letter, a_program, a_season, at


def through(text: str, season: Season | None = None, now: Moment = NOW) -> str:
    """Names that pass, by their first word, in order."""
    season = season or a_busy_season()
    found = agenda(season, now=now)
    chosen = parse_filter(text)
    return " ".join(one.name.split()[0] for one in season.followed if chosen.matches(season, found, one, now))


ALL = "Brightwater Alder Fenwick Marrow Tamsin Gorse Quill Oxbow"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ALL),
        ("   ", ALL),
        ("status:bkd", "Brightwater Alder"),
        ("bkd", "Brightwater Alder"),
        ("INV", "Marrow"),
        ("booked", "Brightwater Alder"),
        ("!booked invited", "Marrow"),
        ("overdue", "Brightwater Alder"),
        ("!clashes bkd", ""),
        ("!bkd inv", "Marrow"),
        ("STATUS:BKD", "Brightwater Alder"),
        ("status:booked", "Brightwater Alder"),
        ("status:inv,wtl", "Marrow Tamsin"),
        ("!status:bkd,inv,wtl,app", "Fenwick Quill Oxbow"),
        ("region:mw", "Alder Fenwick Marrow"),
        ("region:northeast", "Brightwater Gorse Quill"),
        ("state:oh", "Alder"),
        ("tier:a", "Alder Marrow"),
        ("!tier:a", "Brightwater Fenwick Tamsin Gorse Quill Oxbow"),
        ("tag:nicu", "Alder"),
        ("tag:NICU status:bkd", "Alder"),
        ("clash", "Brightwater Alder"),
        ("clash tier:a", "Alder"),
        ("late", "Brightwater Alder"),
        ("due", "Brightwater Alder Fenwick Marrow Tamsin Gorse"),
        ("!due", "Quill Oxbow"),
        ("due<0d", "Brightwater Alder Fenwick Marrow Tamsin"),
        ("due<=0", "Brightwater Alder Fenwick Marrow Tamsin Gorse"),
        ("due>=0d", "Gorse"),
        ("quiet", "Gorse"),
        ("quiet>60d", ""),
        ("quiet>=19d", "Tamsin Gorse"),
        ("quiet<10d", "Fenwick"),
        ("kind:accept", "Brightwater Alder"),
        ("kind:acc", "Brightwater Alder"),
        ("!kind:accept status:bkd", ""),
        ("has:interview", "Brightwater Alder Fenwick"),
        ("!has:interview status:inv,wtl", "Marrow Tamsin"),
        ("has:note", ""),
        ("has:prom", ""),
        ("brook", ""),
        ("lake", "Marrow"),
        ("LAKE", "Marrow"),
        ("irigoyen", "Fenwick"),
        ("!e", "Tamsin Oxbow"),
        ('"quill harbor"', "Quill"),
        ('!"quill harbor" status:rej', ""),
        ('"late"', ""),
        ("or lan", "Gorse"),
    ],
)
def test_conditions_let_through(text: str, names: str) -> None:
    assert through(text) == names


def test_several_conditions_must_all_hold() -> None:
    assert through("status:bkd region:mw !tag:nicu") == ""
    assert through("status:bkd region:mw tag:nicu clash") == "Alder"


@pytest.mark.parametrize("text", ["sao", "São", "SÃO", "lodz", "Łódź", "medecins"])
def test_text_is_found_without_regard_to_accents_and_case(text: str) -> None:
    program = replace(a_program(name="São Médecins"), city="Łódź")
    assert through(text, a_season(program)) == "São"


def test_text_looks_at_other_names_and_tags_too() -> None:
    program = replace(a_program(), other_names=("BWH",), tags=("by the sea",))
    assert through("bwh", a_season(program)) == through('"the sea"', a_season(program)) == "Brightwater"


def test_a_tag_with_a_blank_is_quoted() -> None:
    assert through('tag:"by the sea"', a_season(replace(a_program(), tags=("By the Sea",)))) == "Brightwater"


def test_an_interview_that_is_over_counts_as_interviewed() -> None:
    season = a_busy_season()
    booked = replace(season.programs[2], statuses=season.programs[2].statuses[:-1])
    season = replace(season, programs=(*season.programs[:2], booked, *season.programs[3:]))
    assert through("status:int", season) == "Fenwick"


def test_snoozed_items_are_not_due() -> None:
    season = snooze(a_busy_season(), ("F16:l-ready2", "F06:p-gorsel"), NOW.after(days=3), now=NOW)
    assert "Gorse" not in through("due", season)


def test_letters_in_either_direction_end_the_quiet() -> None:
    for letter in (a_letter(sent=at("2026-11-20 10:00")), a_letter(received=at("2026-11-20 10:00"))):
        assert through("quiet", a_season(a_program(), letter)) == ""
    assert through("quiet", a_season(a_program())) == "Brightwater"


def test_a_program_has_what_its_records_hold_and_the_trash_does_not_count() -> None:
    note = Note("n-first1", "p-bright", NOW, "A kind coordinator.")
    drafted, told = a_letter("l-draft1"), a_letter("l-told01", sent=at("2026-11-20 10:00"), promise=Promise.HIGH)
    season = a_season(a_program(), note, drafted, told)
    for held in ("note", "draft", "promise"):
        assert through(f"has:{held}", season) == "Brightwater"
        assert through(f"!has:{held}", season) == ""
    thrown = replace(season, notes=(), letters=tuple(replace(one, trashed=NOW) for one in season.letters))
    assert through("has:note,draft,promise", thrown) == ""
    assert through(f"kind:{drafted.kind}", season) == "Brightwater"
    assert through(f"kind:{drafted.kind}", thrown) == ""


def test_the_help_names_every_key_and_every_flag_and_fits_the_narrowest_screen() -> None:
    assert len(FILTER_HELP) <= 78
    assert all(f"{key}:" in FILTER_HELP for key in KEYS)
    assert all(flag in FILTER_HELP for flag in FLAGS)


def test_who_waits_for_nobody_is_not_quiet() -> None:
    assert through("quiet", a_season(a_program(status=Status.REJECTED))) == ""
    nothing_yet = Program("p-bright", "Brightwater")
    assert through("quiet>=0d", a_season(nothing_yet)) == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("colour:red", "“colour” is nothing to filter by."),
        ("colour:red", "There are: status, region, state, tier, tag, kind, has, clash, due, late, quiet."),
        ("kind:poem", "“poem” is no kind of message. There are: interest, accept, decline"),
        ("kind:re", "“re” is no kind of message. There are: reschedule, reply, rejection."),
        (
            "has:luck",
            "“luck” is no thing a program can have. There are: note, draft, promise, interview, stale, conflict.",
        ),
        ("has:", "Say after the colon what it has: note, draft, promise, interview, stale, conflict."),
        ("status:xyz", "“xyz” is no status. There are: pln, app, inv, bkd, int, wtl, rej, wdn, mat."),
        ("region:mars", "“mars” is no region. There are: ne Northeast"),
        ("state:", "Say which state"),
        ("due<soon", "“soon” is no number of days"),
        ("due<", "“” is no number of days"),
        ("tier>3d", "“tier” has no number of days"),
        ('"open', "quotation mark is open"),
    ],
)
def test_what_is_not_understood_is_said_with_what_there_is(text: str, sentence: str) -> None:
    with pytest.raises(Unclear) as raised:
        parse_filter(text)
    assert sentence in str(raised.value)


def test_the_choices_come_with_the_sentence() -> None:
    with pytest.raises(Unclear) as raised:
        parse_filter("status:xyz")
    assert raised.value.choices[:3] == ("pln", "app", "inv")


def test_a_filter_remembers_how_it_was_typed() -> None:
    assert parse_filter("  status:bkd late ").text == "  status:bkd late "


def test_a_fact_too_old_or_disagreed_about_is_found_to_be_looked_up() -> None:
    old = replace(a_program(), facts=(Fact("visa", "none", "their page", NOW.day - timedelta(days=400)),))
    both = (Fact("call", "q4", "their page", NOW.day), Fact("call", "nights", "a resident", NOW.day))
    assert through("has:stale", a_season(old)) == "Brightwater"
    assert through("has:conflict", a_season(old)) == ""
    assert through("has:conflict !has:stale", a_season(replace(a_program(), facts=both))) == "Brightwater"
