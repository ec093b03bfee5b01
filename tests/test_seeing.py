"""What can be read in every theme: contrast computed from the pictures, and everything told without colour too."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as TextualColor
from textual.screen import ModalScreen

from store.demo.demo_season import demo_season
from store.lanes import Lane
from store.words import Status
from tests.colour_sight import SEEN_AS, apart, seen
from tests.examples import NOW, a_program, a_season
from tests.on_screen import OnScreen, on_screen
from tui.glyphs import UNICODE
from tui.screens.timeline import TimelineScreen
from tui.settings import THEME_NAMES, Settings
from tui.themes import THEMES

OWN = tuple(theme.name for theme in THEMES)
DEMO = demo_season(NOW)
CLEARLY = 20
"""Distance of two colours that is told at a glance; these themes reach 24, the others 12."""
READABLE, SEEN = 4.5, 3.0
"""Least contrast of anything that is read, and of lines that only lead the eye."""
LINES = set(" ─═╌·│┤├┌┐└┘▔▁▎▊▕▏█▄▀▂▃▅▆▇╺╸━┃╴╶║╔╗╚╝")
SIXTEEN = {ColorType.DEFAULT, ColorType.STANDARD}
PLACES: dict[str, tuple[str, ...]] = {
    "timeline": ("j", "j", "space", "j"),
    "days": ("j", "plus", "plus", "l", "l", "right_square_bracket"),
    "thirds": ("j", "plus", "plus", "plus", "l"),
    "filter": ("slash", "b", "k"),
    "programs": ("2", "j", "space"),
    "review": ("3", "j", "space"),
    "messages": ("4",),
    "rank": ("5", "j"),
    "season": ("6",),
    "program": ("j", "enter"),
    "status menu": ("j", "s"),
    "keys": ("question_mark",),
    "month": ("g", "d", "3", "space", "d", "e", "c"),
}


def brightness(colour: Color) -> float:
    """Relative luminance as WCAG computes it."""
    triplet = colour.triplet
    assert triplet is not None, colour

    def part(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    return 0.2126 * part(triplet.red) + 0.7152 * part(triplet.green) + 0.0722 * part(triplet.blue)


def contrast(style: Style) -> float:
    """How far letters stand from their ground, 1 to 21."""
    assert style.color is not None and style.bgcolor is not None, style
    lighter, darker = sorted((brightness(style.color), brightness(style.bgcolor)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def segments(screen: OnScreen) -> Iterator[Segment]:
    """Every stretch of text that shows anything; of a dialog only the box, what lies behind it is dimmed."""
    front = screen.app.screen
    region = front.query_one(".box").region if isinstance(front, ModalScreen) else front.region
    for strip in front._compositor.render_strips()[region.y : region.bottom]:
        inside = strip.crop(region.x, region.right)
        yield from (segment for segment in inside if segment.text.strip() and not segment.control)


def test_contrast_is_computed_as_the_guideline_says() -> None:
    assert contrast(Style(color="#FFFFFF", bgcolor="#000000")) == pytest.approx(21)
    assert contrast(Style(color="#777777", bgcolor="#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", OWN)
@pytest.mark.parametrize("place", PLACES)
async def test_everything_that_is_read_has_contrast_enough(theme: str, place: str, tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, size=(120, 36), settings=Settings(theme=theme)) as screen:
        await screen.press(*PLACES[place])
        screen.app.tell("What a toast says.", severity="warning")
        screen.app.tell("What another one says.")
        await screen.pilot.pause(0.15)
        await screen.rest()
        found = list(segments(screen))
        assert len(found) > 15
        for segment in found:
            assert segment.style is not None
            least = SEEN if set(segment.text) <= LINES else READABLE
            assert contrast(segment.style) >= least, (segment.text, str(segment.style), contrast(segment.style))


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
@pytest.mark.parametrize("place", PLACES)
async def test_the_terminals_own_colours_are_the_only_ones_in_its_themes(
    theme: str, place: str, tmp_path: Path
) -> None:
    async with on_screen(DEMO, tmp_path, size=(120, 36), settings=Settings(theme=theme)) as screen:
        await screen.press(*PLACES[place])
        await screen.pilot.pause(0.15)
        await screen.rest()
        found = list(segments(screen))
        assert len(found) > 15
        for segment in found:
            style = segment.style or Style()
            colours = [colour for colour in (style.color, style.bgcolor) if colour is not None]
            assert {colour.type for colour in colours} <= SIXTEEN, (segment.text, str(style))
            both_named = [colour for colour in colours if colour.type is ColorType.STANDARD]
            assert len(both_named) < 2 or both_named[0] != both_named[1], (segment.text, str(style))


@pytest.mark.parametrize("theme", THEME_NAMES)
async def test_the_row_of_the_cursor_and_today_are_seen_in_every_theme(theme: str, tmp_path: Path) -> None:
    async with on_screen(DEMO, tmp_path, size=(80, 24), settings=Settings(theme=theme)) as screen:
        await screen.press("j")
        (row,) = [y for y, line in enumerate(screen.lines) if line.startswith("> ")]
        today = screen.lines[5].index(UNICODE.today)
        strips = screen.app.screen._compositor.render_strips()

        def look(y: int, x: int) -> tuple[object, ...]:
            (segment,) = strips[y].crop(x, x + 1)
            style = segment.style or Style()
            return style.color, style.bgcolor, bool(style.reverse)

        assert look(row, 8) != look(row - 1, 8)
        assert look(row, today) != look(row, today + 3)
        assert look(row - 1, today) != look(row - 1, today + 3)


@pytest.mark.parametrize("no_colour", ["", "1"])
@pytest.mark.parametrize("theme", THEME_NAMES)
async def test_the_time_cursor_is_seen_on_ruler_and_row_and_is_not_taken_for_today(
    theme: str, no_colour: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", no_colour) if no_colour else monkeypatch.delenv("NO_COLOR", raising=False)
    async with on_screen(DEMO, tmp_path, size=(80, 24), settings=Settings(theme=theme)) as screen:
        await screen.press("j", "l", "l", "l", "l", "l", "l")
        (row,) = [y for y, line in enumerate(screen.lines) if line.startswith("> ")]
        today = screen.lines[5].index(UNICODE.today)
        filters = screen.app.get_line_filters()
        strips = screen.app.screen._compositor.render_strips()

        def ground_at(y: int, x: int) -> str:
            """The colour behind that cell, as one sees it: reversed, that of the letters."""
            segments = list(strips[y].crop(x, x + 1))
            for each in filters:
                segments = each.apply(segments, TextualColor.parse("#1E1E1E"))
            style = segments[0].style or Style()
            return as_seen(style.color, "letters") if style.reverse else as_seen(style.bgcolor, "ground")

        now, there, beside = (ground_at(4, today + cells) for cells in (0, 6, 8))
        black_and_white = theme == "high-contrast" or (no_colour and theme.startswith("ansi"))
        assert there != beside != now and (black_and_white or there != now), (now, there, beside)
        assert ground_at(row, today + 6) != ground_at(row, today + 8)


def as_seen(colour: Color | None, place: str) -> str:
    """The name of that colour; a terminal's own white looks like its letters, its black like its ground."""
    if colour is None or colour.type is ColorType.DEFAULT:
        return place
    if colour.type is ColorType.STANDARD and colour.number in (0, 7, 15):
        return "letters" if colour.number else "ground"
    return colour.name


@pytest.mark.parametrize("theme", THEME_NAMES)
async def test_without_colour_letters_differ_from_their_ground_in_every_theme(
    theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with on_screen(DEMO, tmp_path, size=(80, 24), settings=Settings(theme=theme)) as screen:
        for keys in (("j",), ("s",), ("escape", "slash", "b")):
            await screen.press(*keys)
            await screen.rest()
            for strip in screen.app.screen._compositor.render_strips():
                for each in screen.app.get_line_filters():
                    strip = strip.apply_filter(each, TextualColor.parse("#1E1E1E"))
                for segment in (one for one in strip if one.text.strip() and one.style):
                    style = segment.style or Style()
                    assert as_seen(style.color, "letters") != as_seen(style.bgcolor, "ground"), (theme, segment.text)


async def test_without_colour_there_are_only_greys_and_every_mark_is_a_sign_or_a_shape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with on_screen(DEMO, tmp_path, size=(80, 24)) as screen:
        assert screen.app.no_color
        await screen.press("j", "space", "l")
        await screen.rest()
        timeline_screen = screen.app.screen
        assert isinstance(timeline_screen, TimelineScreen)
        view = timeline_screen.view
        top = view.region.y + 3 - view._first
        background = Color.parse("#1E1E1E").get_truecolor()
        filters = screen.app.get_line_filters()
        for strip in screen.app.screen._compositor.render_strips():
            for each in filters:
                strip = strip.apply_filter(each, TextualColor(*background))
            for segment in strip:
                for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                    assert colour is None or len(set(colour.get_truecolor())) == 1, (segment.text, str(colour))
        for place, row in enumerate(view.rows[view._first : view._first + view.body_height], view._first):
            line = screen.lines[top + place]
            assert (line[0] == ">") is (place == view.cursor)
            if isinstance(row, Lane):
                assert (line[1] == "*") is (row.program_id in view.selected)
                assert line[2:5] == row.status.value
                late = row.next is not None and row.next.late
                assert not late or " ! " in line[view.sheet.columns.next_at :]


@pytest.mark.parametrize("settings", [Settings(), Settings(glyphs="ascii")])
async def test_rows_that_differ_in_status_differ_in_text(settings: Settings, tmp_path: Path) -> None:
    programs = (a_program(f"p-{status.value}", "Same Name", status) for status in Status)
    async with on_screen(a_season(*programs), tmp_path, size=(80, 36), settings=settings) as screen:
        await screen.press("Z", "Z")
        codes = [line[2:5] for line in screen.lines if line[6:15] == "Same Name"]
        assert sorted(codes) == sorted(status.value for status in Status)


@pytest.mark.parametrize("eyes", SEEN_AS)
@pytest.mark.parametrize("name", ["colour-blind", "colour-blind-light"])
def test_the_colour_blind_themes_tell_every_status_apart_without_any_one_kind_of_cone(name: str, eyes: str) -> None:
    (theme,) = (one for one in THEMES if one.name == name)
    colours = {name: code for name, code in theme.variables.items() if name.startswith("status-") or name == "late"}
    assert colours.pop("status-closed") == colours["status-pln"], "both rest, and their letters tell them apart"
    for one, other in combinations(colours, 2):
        assert apart(colours[one], colours[other], eyes) >= CLEARLY, (one, other)


@pytest.mark.parametrize(
    ("eyes", "one", "other"),
    [
        ("protanopia", "#FF0000", "#00FF00"),
        ("deuteranopia", "#FF0000", "#00FF00"),
        ("tritanopia", "#0060A0", "#007050"),
    ],
)
def test_eyes_without_a_cone_are_simulated_as_they_are_known_to_see(eyes: str, one: str, other: str) -> None:
    assert apart(one, other, eyes) < apart(one, other, "all cones") / 1.5
    assert apart("#FFFFFF", "#FFFFFF", eyes) == 0
    assert seen("#FFFFFF", eyes) == pytest.approx((100, 0, 0), abs=0.1)
