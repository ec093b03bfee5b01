"""Where a template is written: its text, and what keeps it from being used, line by line."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from store.words import Kind
from tui.screens.dialogs.paste import Paste

KEYS = "ctrl+s keep  F4 $EDITOR  esc cancel"
KEEP_SO = "ctrl+s again keeps it so; the app's own is used until it is mended."
MOST_SHOWN = 3


class TemplateText(Paste):
    """Answers with the text; one that cannot be used says why first and is kept only at a second ctrl+s."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "accept", "accept", show=False, priority=True),
        Binding("f4", "external", "$EDITOR", show=False, priority=True),
    ]

    def __init__(self, title: str, kind: Kind, text: str, outside: Callable[[str, Callable[[str], None]], str]) -> None:
        """`outside` opens a text in the person's editor, hands what comes back to its second argument, and tells."""
        super().__init__(title, "Words in {{ }} are facts; ? in the list of templates names them.", text)
        self.kind = kind
        self.outside = outside
        self.sure = False
        self.keys = KEYS

    def action_accept(self) -> None:
        """Answer with the text, once nothing is wrong with it or the person keeps it all the same."""
        from templates.template_check import looked_through

        troubles = looked_through(self.area.text, self.kind).troubles
        if troubles and not self.sure:
            more = f" And {len(troubles) - MOST_SHOWN} more." if len(troubles) > MOST_SHOWN else ""
            self._say(f"! {' '.join(troubles[:MOST_SHOWN])}{more} {KEEP_SO}")
            self.sure = True
            return
        super().action_accept()

    def action_external(self) -> None:
        """Write it in the person's own editor."""

        def take(text: str) -> None:
            self.area.text = text

        self._say(self.outside(self.area.text, take))
        self.sure = False
