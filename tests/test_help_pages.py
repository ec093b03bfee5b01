"""Pages of help: every topic has one, short, with its sources; found by name and by word, on screen and in a shell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from store.dates import show_day_short
from store.demo.demo_season import demo_season
from store.errors import Unclear
from store.follow_ups.rule_table import RULES
from store.key_dates import key_dates
from store.season import Season
from store.words import OUTGOING_KINDS, Mark
from templates.kinds import KINDS
from tests.command_shell import Shell
from tests.examples import NOW
from tests.on_screen import OnScreen, on_screen
from tui.command_table import COMMANDS, all_commands
from tui.commands import MESSAGES, SEASON
from tui.glyphs import ASCII, LEGEND, UNICODE
from tui.help_pages import CHECKS, GENERAL, TOPICS, lines_with, page, page_called
from tui.screens.dialogs.help_page import HelpPage

FOLDER = Path(__file__).parent.parent / "tui" / "pages"
ROOT = FOLDER.parent.parent
DEMO = demo_season(NOW)
CERTAINTY = re.compile(r"confirmed|expected|own advice|our own|how the program works|program’s own words")
PROMISED = re.compile(r"(will|would|can) (raise|improve|lift) (your|a) (rank|chance)", re.IGNORECASE)


def test_every_file_is_a_topic_and_every_topic_a_file() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(TOPICS)


def test_each_kind_and_each_check_has_a_page() -> None:
    checked = set(re.findall(r'"(C\d\d)"', "".join(p.read_text() for p in (ROOT / "templates/conduct").glob("*.py"))))
    assert {kind.value for kind in OUTGOING_KINDS} <= set(TOPICS)
    assert {check.lower() for check in checked} == set(CHECKS)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_is_short_has_a_title_and_says_how_sure_it_is(topic: str) -> None:
    text = (FOLDER / f"{topic}.md").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert text.count("\n") <= 40
    sources = [line for line in page(topic).lines if line.startswith("Source: ")]
    assert len(sources) == 1
    assert CERTAINTY.search(sources[0]), sources


@pytest.mark.parametrize("topic", TOPICS)
def test_no_page_promises_that_a_letter_moves_a_rank(topic: str) -> None:
    assert not PROMISED.search("\n".join(page(topic).lines))


@pytest.mark.parametrize("kind", OUTGOING_KINDS)
def test_the_page_of_a_kind_names_the_length_its_check_counts(kind: object) -> None:
    found = next(one for one in KINDS.values() if one.kind == kind)
    least, most = found.words
    assert f"{least} to {most} words" in "\n".join(page(found.kind.value).lines)


@pytest.mark.parametrize("topic", TOPICS)
def test_rules_and_files_keys_named_on_a_page_are_there(topic: str) -> None:
    text = "\n".join(page(topic).lines)
    assert set(re.findall(r"\bF\d\d\b", text)) - {"F12"} <= set(RULES)
    declared = {key for scope in all_commands().values() for one in scope for key in one.keys}
    assert {key.lower() for key in re.findall(r"\bF[1-9]\b|\bF12\b", text)} <= declared


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("C6", "c06"),
        ("c06", "c06"),
        ("c006", "c06"),
        ("check c6", "c06"),
        ("Thank", "thank-you"),
        ("Follow ups", "follow-ups"),
        ("soa", "soap"),
    ],
)
def test_a_page_is_found_by_what_a_person_types(name: str, topic: str) -> None:
    assert page_called(name).topic == topic


@pytest.mark.parametrize("name", ["rank", "visa", "c99", f"c{'9' * 5000}", "", "["])
def test_a_name_that_fits_none_or_several_lists_what_there_is(name: str) -> None:
    with pytest.raises(Unclear) as refused:
        page_called(name)
    assert len(refused.value.choices) > 1


def test_the_days_on_the_page_of_soap_are_the_ones_shipped() -> None:
    text = "\n".join(page("soap").lines)
    dates = {one.id: one for one in key_dates(Season())}
    for name in ("soap-notice", "match-week", "soap-applications", "soap-offers", "match-day"):
        one = dates[name]
        assert show_day_short(one.at.day) + ("" if one.all_day else f" {one.at.local:%H:%M}") in text, name


@pytest.mark.parametrize("topic", ["season", "ranking", "zones", "update", "after-match", "c07"])
def test_a_page_with_days_of_this_season_says_that_they_are_expected_while_they_are(topic: str) -> None:
    assert {one.mark for one in key_dates(Season()) if one.id in {"rank-deadline", "match-day"}} == {Mark.EXPECTED}
    assert "expected" in page(topic).lines[-1] and "nrmp.org" in page(topic).lines[-1]


def test_the_page_of_the_timeline_tells_every_sign_in_both_sets() -> None:
    told = "\n".join(page("timeline").lines)
    for mark, meaning in LEGEND:
        pair = dict.fromkeys((UNICODE.marks[mark], ASCII.marks[mark]))
        assert " ".join(pair) in told, meaning


def test_searching_puts_pages_of_that_name_first() -> None:
    found = lines_with("silence")
    assert found[0][0].topic == "c07"
    assert "soap" in [one.topic for one, _ in found]
    assert lines_with("zzz") == ()


def test_help_prints_a_page_or_lists_them(shell: Shell) -> None:
    listed = shell("help")
    assert listed.code == 0 and "soap" in listed.out and "prematch help c06" in listed.out
    assert all(re.search(rf"^{topic}  +\S", listed.out, re.MULTILINE) for topic in GENERAL)  # no title touches a name
    told = shell("help", "soap")
    assert told.out.startswith("SOAP and Match Week\n")
    assert max(map(len, told.out.splitlines())) <= 78
    assert shell("help", "follow", "ups").out.startswith("Follow-ups")
    assert shell("help", "visa").code == 2


def test_a_plain_page_has_one_fact_a_line_and_no_signs_of_layout(shell: Shell) -> None:
    lines = shell("help", "season", "--plain").out.splitlines()
    assert "" not in lines
    assert not [line for line in lines if line.startswith(("-", "#"))]


def test_a_page_as_json_says_the_same(shell: Shell) -> None:
    assert shell("help", "c04", "--json").json["title"] == page("c04").title
    assert {"topic": "soap", "title": page("soap").title} in shell("help", "--json").json["pages"]


async def test_the_keys_page_finds_and_opens_a_page(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press("question_mark", *"whoever goes", "escape", "question_mark", *"silence of", "enter")
        assert isinstance(screen.app.screen, HelpPage)
        assert screen.app.screen.read.topic == "c07"


async def test_a_page_searches_all_pages_and_goes_back(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        screen.app.push_screen(HelpPage("files"))
        await screen.press(*"assumed")
        await screen.rest()
        assert "Zones and clocks  (zones)" in screen.text
        await screen.press("enter")
        await screen.rest()
        assert "Type a place, not letters" in screen.text
        await screen.press(*"backup", "escape")
        await screen.rest()
        assert "Type a place, not letters" in screen.text
        await screen.press("escape")
        assert not isinstance(screen.app.screen, HelpPage)


async def test_a_page_longer_than_the_screen_can_be_read_to_its_end(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        screen.app.push_screen(HelpPage("season"))
        await screen.rest()
        assert "confirm on nrmp.org" not in screen.text
        await screen.press("pagedown", "pagedown")
        await screen.rest()
        assert "confirm on nrmp.org" in screen.text


async def test_in_the_editor_one_key_opens_the_page_of_the_check_gone_to(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, at=MESSAGES) as screen:
        await screen.press("enter")
        await screen.rest()
        await screen.press("f8")
        await screen.rest()
        check = screen.app.screen.pane.findings[screen.app.screen.pane.current].finding.check  # type: ignore[attr-defined]
        await screen.press("ctrl+g")
        assert isinstance(screen.app.screen, HelpPage)
        assert screen.app.screen.read.topic == check.lower()


async def gone_to(screen: OnScreen, view: str, key: str) -> bool:
    """Whether that line of that view is gone to, once the view has opened."""
    for _ in range(100):
        await screen.rest()
        if screen.app.current_mode == view and screen.app.screen.table.key == key:  # type: ignore[attr-defined]
            return True
    return False


async def test_the_palette_leads_to_pages_forms_and_key_dates(tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path) as screen:
        await screen.press("colon", *"help: soap", "enter")
        assert isinstance(screen.app.screen, HelpPage)
        await screen.press("escape", "colon", *"form: thank", "enter")
        assert await gone_to(screen, MESSAGES, "thank-you")
        await screen.press("colon", *"certify the rank", "enter")
        assert await gone_to(screen, SEASON, "rank-deadline")


def test_what_the_page_of_keys_says_is_declared() -> None:
    everywhere = {key for one in COMMANDS["everywhere"] for key in one.keys}
    assert {"comma", "u", "?", ":", "ctrl+q"} <= everywhere
