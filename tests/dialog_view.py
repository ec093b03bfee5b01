"""A view that a dialog is opened over, for tests of dialogs."""

from __future__ import annotations

from asyncio import sleep
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from store.errors import RuleBroken, Unclear
from tui.themes import FALLBACK_VARIABLES, THEMES

NOTHING = object()
"""What a dialog has answered while it is open."""
WATCHED = "abcdefghijklmnopqrstuvwxyz"


class View(App[None]):
    """A view with a binding on every letter and key; counts what reaches it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"reached('{key}')") for key in (*WATCHED, *"0123456789XAJK")),
        *(Binding(key, f"reached('{key}')") for key in ("space", "enter", "escape", "tab", "up", "down", "delete")),
    ]

    def __init__(self, dialog: ModalScreen[Any], theme: str = "season-dark") -> None:
        super().__init__()
        self.dialog = dialog
        self.reached: list[str] = []
        self.given: Any = NOTHING
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return FALLBACK_VARIABLES

    def compose(self) -> ComposeResult:
        yield Static("the view behind")

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.take)

    def take(self, given: Any) -> None:
        assert self.given is NOTHING, "answered twice"
        self.given = given

    def action_reached(self, key: str) -> None:
        self.reached.append(key)

    @property
    def waits(self) -> bool:
        """Whether the dialog has not answered yet."""
        return self.given is NOTHING

    def drawn(self) -> str:
        """The screen as text."""
        return "\n".join(strip.text.rstrip() for strip in self.screen._compositor.render_strips())


async def shows(app: View, *words: str) -> bool:
    """Whether all these words come to stand on the screen within a few frames."""
    for _ in range(200):
        if all(part in app.drawn() for part in words):
            return True
        await sleep(0.01)
    return False


async def asked(dialog: ModalScreen[Any], *keys: str) -> Any:
    """What the dialog answers to those keys; NOTHING while it is open. Nothing may reach the view behind."""
    app = View(dialog)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        assert app.reached == []
        return app.given


def a_day(text: str) -> tuple[int, str]:
    """A stand-in for spoken dates."""
    if text == "fri":
        return 27, "Fri 27 Nov 2026 09:00 EST = 15:00 CET here"
    if text == "2":
        raise Unclear("“2” could be several days.", ("2 Dec", "2 Jan"))
    raise RuleBroken(f"“{text}” is not a day.")
