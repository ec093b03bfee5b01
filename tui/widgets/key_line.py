"""The bottom line: at most seven keys that act here, then the way to all of them."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widget import Widget

from tui.commands import Command, key_line_of
from tui.spelling import Spelling, spelling_of

MOST = 7
KEYS = "{everywhere.keys}"
LAST = (KEYS, "keys")


class KeyLine(Widget):
    """Shows the most useful keys of a screen, never a cut word."""

    DEFAULT_CSS = "KeyLine { height: 1; width: 100%; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key"}

    def __init__(self, screen_name: str, before: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__()
        self._before = before
        self._commands = key_line_of(screen_name)
        self._last = LAST

    @property
    def last(self) -> tuple[str, str]:
        """The way to all keys."""
        key, label = self._last
        return self._spell(key), label

    def show(
        self, offers: tuple[Command, ...], before: tuple[tuple[str, str], ...] = (), help_key: str = LAST[0]
    ) -> None:
        """Show these commands from now on; `help_key` is the one that opens the help page here.

        It and the keys in `before` may be places of a spelling.
        """
        shown = offers, before, (help_key, LAST[1])
        if shown != (self._commands, self._before, self._last):
            self._commands, self._before, self._last = shown
            self.refresh()

    @property
    def _spell(self) -> Spelling:
        return spelling_of(self.app)

    def _shown(self) -> list[tuple[str, str, Command | None]]:
        room = self.size.width - 2 - cell_len(" ".join(self.last))
        shown: list[tuple[str, str, Command | None]] = []
        offers: list[tuple[str, str, Command | None]] = [(self._spell(key), label, None) for key, label in self._before]
        offers += [(self._spell.key(one.id), one.label, one) for one in self._commands]
        for key, label, command in offers[:MOST]:
            width = cell_len(f"{key} {label}") + 2
            if width > room:
                continue
            room -= width
            shown.append((key, label, command))
        return [*shown, (*self.last, None)]

    def render(self) -> Content:
        """Key, label, two blanks, and again."""
        key_style = self.get_visual_style("key-line--key")
        return Content(" ") + Content("  ").join(
            Content.styled(key, key_style) + f" {label}" for key, label, _ in self._shown()
        )

    async def on_click(self, event: events.Click) -> None:
        """Run what was clicked."""
        column = 1
        for key, label, command in self._shown():
            column += cell_len(f"{key} {label}") + 2
            if event.x < column:
                action = command.action if command else ("app.keys" if key == self.last[0] else "")
                if action:
                    await self.screen.run_action(action)
                return
