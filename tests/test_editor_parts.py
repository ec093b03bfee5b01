"""The lines around a letter's text: its head, and what the checks say of it, on a screen with nothing else."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widget import Widget

from tui.themes import FALLBACK_VARIABLES
from tui.widgets.findings_pane import FindingsPane
from tui.widgets.letter_head import LetterHead


class Stage(App[None]):
    """Nothing but that widget."""

    def __init__(self, shown: Widget) -> None:
        super().__init__()
        self.shown = shown

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Variables of the app's own themes."""
        return FALLBACK_VARIABLES

    def compose(self) -> ComposeResult:
        """That widget alone."""
        yield self.shown

    def line(self, at: int) -> str:
        """One line of the screen."""
        return self.screen._compositor.render_strips()[at].text


async def test_a_letter_in_wide_signs_is_from_whom_it_is_and_keeps_its_right_end() -> None:
    head = LetterHead("")
    app = Stage(head)
    async with app.run_test(size=(60, 10)) as pilot:
        head.show("会" * 40, "来" * 10, "漢字" * 20, "from 事務局", came_in=True)
        await pilot.pause()
        for at, right in ((0, "来" * 10), (1, "from 事務局")):
            assert app.line(at).rstrip().endswith(right)
            assert cell_len(app.line(at)) == 60
        assert app.line(1).startswith(" From ")


async def test_an_empty_list_of_findings_takes_the_place_of_other_words() -> None:
    pane = FindingsPane()
    app = Stage(pane)
    async with app.run_test(size=(60, 10)) as pilot:
        pane.show((), ())
        await pilot.pause()
        assert "Checks: 0 passed" in app.line(0)
        pane.say("On record", "It was sent.")
        await pilot.pause()
        assert "On record" in app.line(0)
        pane.show((), ())
        await pilot.pause()
        assert "Checks: 0 passed" in app.line(0)
