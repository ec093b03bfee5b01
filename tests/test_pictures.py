"""How every view looks: the demo season at a fixed moment in three sizes; the README shows some of these pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from store.demo.demo_season import demo_season
from store.season_file import SeasonFile
from tests.examples import NOW
from tests.on_screen import SIZES
from tui.app import SeasonApp
from tui.settings import Settings

KEYS: dict[str, tuple[str, ...]] = {
    "timeline": ("j", "j", "j", "j"),
    "days": ("j", "j", "j", "j", "plus", "plus", "plus", "minus"),
    "thirds": ("j", "j", "j", "j", "plus", "plus", "plus", "right_square_bracket"),
    "month": ("g", "d", "3", "space", "d", "e", "c"),
    "programs": ("2",),
    "fit": ("2", "F", "a"),
    "fit-weights": ("2", "F", "a", "w", "l", "l"),
    "review": ("3",),
    "messages": ("4",),
    "rank": ("5",),
    "compare": ("5", "j", "j", "c", "l"),
    "weights": ("5", "w", "h", "h"),
    "certify": ("5", "t", "space", "space"),
    "season": ("6",),
    "program": ("j", "j", "j", "j", "enter"),
    "editor": ("j", "j", "j", "j", "m", "enter"),
}
CASES = [pytest.param(name, size, id=f"{name}-{size[0]}x{size[1]}") for name in KEYS for size in SIZES]

TIMELINES = [case for case in CASES if str(case.values[0]) in ("timeline", "days", "thirds", "month")]


@pytest.mark.parametrize(("name", "size"), CASES)
def test_view_at_size(name: str, size: tuple[int, int], tmp_path: Path, snap_compare: Any) -> None:
    assert snap_compare(the_demo(tmp_path), press=(*KEYS[name], "wait:300"), terminal_size=size)


@pytest.mark.parametrize(("name", "size"), TIMELINES)
def test_timeline_in_ascii(name: str, size: tuple[int, int], tmp_path: Path, snap_compare: Any) -> None:
    app = the_demo(tmp_path, Settings(glyphs="ascii"))
    assert snap_compare(app, press=(*KEYS[name], "wait:300"), terminal_size=size)


@pytest.mark.parametrize(("name", "size"), TIMELINES)
def test_timeline_without_colour(
    name: str, size: tuple[int, int], tmp_path: Path, snap_compare: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")  # an app looks for it when it is made
    app = the_demo(tmp_path)
    assert app.no_color
    assert snap_compare(app, press=(*KEYS[name], "wait:300"), terminal_size=size)


@pytest.mark.parametrize("theme", ["season-light", "high-contrast"])
def test_view_in_theme(theme: str, tmp_path: Path, snap_compare: Any) -> None:
    app = the_demo(tmp_path, Settings(theme=theme))
    assert snap_compare(app, press=(*KEYS["timeline"], "wait:300"), terminal_size=(120, 36))


def the_demo(folder: Path, settings: Settings | None = None) -> SeasonApp:
    """The app on the demo season, its clock standing still."""
    path = folder / "demo.json"
    with SeasonFile.open(path) as file:
        file.save(demo_season(NOW))
    opened = SeasonFile.open(path, lock_later=True)
    return SeasonApp(opened, lambda profile: NOW, settings or Settings(), mark="DEMO")
