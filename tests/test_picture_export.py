"""The picture of a season: whole and alone, told without colour, and without names when that is asked for."""

from __future__ import annotations

import re
import stat
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from store.agenda import agenda
from store.demo.demo_season import demo_season
from store.glance import glance
from store.lanes import EventKind, SpanKind
from store.picture.drawing import INK, SOFT, Drawing, escaped
from store.picture.facts import picture_facts, program_names
from store.picture.lanes import LEFT, MANY, STEPS
from store.picture.page import page_of
from store.picture.signs import LEGEND, LINES, draw_sign, side_by_side
from store.picture.whole import picture_of
from store.rules.programs import trash_programs
from store.season import Season
from store.words import Status
from tests.command_shell import Shell
from tests.examples import NOW, a_busy_season, a_program, a_season
from tests.strategies import seasons

DEMO = demo_season(NOW)
SVG = "{http://www.w3.org/2000/svg}"
NASTY = '</text><script>alert("x")</script>& \'<!-- ]]> \ud800 \ufffe'


def svg(season: Season, *, private: bool = False) -> str:
    return picture_of(season, agenda(season, now=NOW), now=NOW, private=private)


def page(season: Season, *, private: bool = False) -> str:
    return page_of(season, agenda(season, now=NOW), now=NOW, private=private)


def said(drawing: str) -> list[str]:
    """Every text of a drawing."""
    return [text.text or "" for text in ElementTree.fromstring(drawing).iter(f"{SVG}text")]


def test_the_picture_tells_title_date_groups_names_legend_and_key_dates() -> None:
    words = said(svg(DEMO))
    assert words[0] == f"Residency season 2027, {DEMO.profile.name}"
    assert "As of Tue 24 Nov 2026 14:05 CET." in words[1]
    assert {program.name for program in DEMO.followed} <= set(words)
    assert "Booked, 8" in words and "today" in words and "interviews a week" in words
    assert {meaning for _kind, meaning in LEGEND} | {meaning for _kind, meaning in LINES} <= set(words)
    assert any(word.endswith("certify") for word in words)


@pytest.mark.parametrize("days", [200, 260, 400])
def test_a_picture_drawn_outside_the_season_keeps_its_lanes_out_of_what_comes_next(days: int) -> None:
    """The season is best kept when it is over: its lanes end where the weeks do, and no day in it is today."""
    now = NOW.after(days=days)
    drawing = picture_of(DEMO, agenda(DEMO, now=now), now=now)
    assert "today" not in said(drawing)
    lanes = [
        one for one in ElementTree.fromstring(drawing).iter() if one.get("stroke") in (INK, SOFT) and one.get("x2")
    ]
    places = [float(one.get(name, "")) for one in lanes for name in ("x1", "x2")]
    assert places and min(places) >= LEFT and max(places) < STEPS
    corners = [float(corner.split(",")[0]) for corner in re.findall(r"[\d.-]+,[\d.-]+", drawing)]
    assert min(corners) >= LEFT and max(corners) < STEPS


def test_every_sign_and_line_is_in_the_legend_and_no_two_look_the_same() -> None:
    assert {kind for kind, _meaning in LEGEND} == set(EventKind) - {EventKind.MESSAGE}
    assert {kind for kind, _meaning in LINES} == set(SpanKind)
    looks = set()
    for kind in EventKind:
        on = Drawing(10)
        draw_sign(on, kind, 5, 5)
        looks.add(on.finished(10, ""))
    assert len(looks) == len(EventKind)


@pytest.mark.parametrize("private", [False, True])
def test_nothing_in_it_is_loaded_run_or_coloured(private: bool) -> None:
    for whole in (svg(DEMO, private=private), page(DEMO, private=private)):
        assert not re.search(r"<script|javascript:|\son\w+=|<a\b|<img|<image|<link|@import|url\(|<use|<foreign", whole)
        assert re.findall(r"https?://[^\"]+", whole) == ["http://www.w3.org/2000/svg"]
        for red, green, blue in re.findall(r"#([0-9a-f])([0-9a-f])([0-9a-f])\b", whole):
            assert red == green == blue


def test_whatever_a_person_typed_is_text_and_nothing_else() -> None:
    profile = replace(DEMO.profile, name=NASTY)
    season = a_season(a_program(name=NASTY, status=Status.INVITED), profile=profile)
    root = ElementTree.fromstring(svg(season))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "text", "line", "rect", "circle", "polygon",
    }  # fmt: skip
    assert any(word.startswith("</text><script>") for word in said(svg(season)))

    class Tags(HTMLParser):
        seen: set[str] = set()  # noqa: RUF012

        def handle_starttag(self, tag: str, attrs: object) -> None:
            self.seen.add(tag)

    Tags().feed(page(season))
    assert "script" not in Tags.seen and {"svg", "h1", "table", "html"} & Tags.seen


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert escaped("a\x00\x1b\ufffe\ud800<&>\"' 東京") == "a&lt;&amp;&gt;&quot;&#39; 東京"


@settings(max_examples=40)
@given(seasons())
def test_any_season_makes_a_well_formed_picture(season: Season) -> None:
    for private in (False, True):
        ElementTree.fromstring(svg(season, private=private))
        page(season, private=private)


def private_words(season: Season) -> set[str]:
    """Everything a person typed or was told that could give somebody away."""
    found = {season.profile.name, season.profile.email, season.profile.school, season.profile.aamc_id}
    for program in season.programs:
        found |= {program.name, program.city, *program.other_names, program.draws, *program.tags}
    found |= {word for contact in season.contacts for word in (contact.name, contact.email)}
    found |= {letter.subject for letter in season.letters} | {letter.body for letter in season.letters}
    found |= {task.what for task in season.tasks} | {note.text for note in season.notes}
    found |= {one.name for one in season.key_dates} | {one.short for one in season.key_dates}
    return {word for word in found if len(word) > 3}


@pytest.mark.parametrize("season", [DEMO, a_busy_season()])
def test_without_names_nothing_a_person_wrote_is_in_it(season: Season) -> None:
    for whole in (svg(season, private=True), page(season, private=True)):
        told = {word for word in private_words(season) if escaped(word) in whole}
        assert told == set()
    assert any(escaped(word) in svg(season) for word in private_words(season))


def test_a_program_keeps_its_number_whatever_becomes_of_the_others() -> None:
    before = program_names(DEMO, private=True)
    first = DEMO.programs[0].id
    after = program_names(trash_programs(DEMO, (first,), now=NOW), private=True)
    assert before == after
    lanes = picture_facts(DEMO, agenda(DEMO, now=NOW), now=NOW, private=True).shown.groups[0].lanes
    numbers = [int(before[lane.program_id].split()[1]) for lane in lanes]
    assert numbers == sorted(numbers)


def test_the_charts_tell_what_the_season_at_a_glance_tells() -> None:
    for season in (DEMO, a_busy_season()):
        due = agenda(season, now=NOW)
        drawn, told = picture_facts(season, due, now=NOW, private=True), glance(season, due, now=NOW)
        assert (drawn.funnel, drawn.silence) == (told.funnel, told.silence)
        words = said(svg(season))
        at = words.index("applied")
        assert words[at + 1] == str(told.funnel[0].count) and words[words.index("under 14 days") + 1].isdigit()


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], []),
        ([10.0], [10.0]),
        ([10.0, 30.0], [10.0, 30.0]),
        ([10.0, 10.0], [6.0, 14.0]),  # both on one day: seen beside each other
        ([10.0, 12.0, 14.0, 40.0], [4.0, 12.0, 20.0, 40.0]),
        ([1.0, 2.0, 3.0, 4.0], [1.0, 2.0, 3.0, 4.0]),  # moved apart they would stand on days of others
    ],
)
def test_signs_on_one_day_stand_side_by_side(places: list[float], expected: list[float]) -> None:
    assert side_by_side(places, 8.0) == expected


def test_a_season_of_many_programs_stays_on_a_page() -> None:
    programs = [a_program(f"p-{number:03}", f"Far {number}") for number in range(MANY)]
    invited = a_program("p-near", "Near", Status.INVITED)
    words = said(svg(a_season(*programs, invited)))
    assert "Near" in words and "Far 7" not in words and f"No reply yet, {MANY}" in words
    assert "Far 7" in said(svg(a_season(*programs)))


def test_an_empty_season_makes_a_picture_too() -> None:
    assert "0 programs, 0 interviews" in said(svg(Season()))[1]


@pytest.mark.parametrize("what", ["svg", "html"])
def test_the_command_writes_a_file_for_its_owner_alone_and_never_over_another(
    demo: Shell, tmp_path: Path, what: str
) -> None:
    path = tmp_path / f"season.{what}"
    assert demo("export", what, "--out", str(path)).code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    first = path.read_text(encoding="utf-8")
    refused = demo("export", what, "--private", "--out", str(path))
    assert refused.code == 2 and path.read_text(encoding="utf-8") == first
    assert demo("export", what, "--private", "--force", "--out", str(path)).code == 0
    assert "Program 1" in path.read_text(encoding="utf-8")


def test_without_a_file_the_picture_is_printed(demo: Shell) -> None:
    assert demo("export", "svg").out.startswith("<svg ")
    assert demo("export", "html", "--private").out.startswith("<!doctype html>")


@pytest.mark.parametrize("what", ["csv", "json", "md"])
def test_only_a_picture_can_leave_names_out(demo: Shell, what: str) -> None:
    refused = demo("export", what, "--private")
    assert refused.code == 2
    assert refused.out == ""
    assert "Only a picture can leave names out" in refused.err
