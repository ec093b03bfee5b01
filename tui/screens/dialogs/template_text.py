"""Where a template is written: its text, and what keeps it from being used, line by line."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from store.words import Kind
from tui.screens.dialogs.paste import Paste

PROMPT = "{{ }} holds a fact, [ ] asks for your words.  ctrl+t puts in a fact."
KEEP_SO = "The same key again keeps it so."
MOST_SHOWN = 3

Outside = Callable[[str, Callable[[str], None]], str]
"""Opens a text in the person's editor, hands what comes back to its second argument, and says what happened."""


class TemplateText(Paste):
    """Answers with the text; one that cannot be used says why first and is kept only when that is asked for again."""

    KEYS: ClassVar[str] = "ctrl+s, or esc and enter, keeps it  ctrl+t fact  F4 $EDITOR"
    REALLY: ClassVar[str] = "enter keeps it  esc again drops what was written here"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "accept", "accept", show=False, priority=True),
        Binding("ctrl+t", "insert", "insert", show=False, priority=True),
        Binding("f4", "external", "$EDITOR", show=False, priority=True),
    ]

    def __init__(self, title: str, kind: Kind, text: str, outside: Outside) -> None:
        """A template of that kind, with `text` in it at first."""
        super().__init__(title, PROMPT, text)
        self.kind = kind
        self.outside = outside
        self.sure = False

    def fit(self) -> None:
        """All the room there is beside what may be wrong."""
        self.area.styles.height = min(24, self.room_for(10))

    def half_typed(self) -> dict[str, str]:
        """The text, once it is another than at first."""
        return {} if self.area.text == self.text else super().half_typed()

    def action_cancel(self) -> None:
        """Close; when something was written, only at the second press."""
        if self.area.text == self.text:
            self.answer(None)
        else:
            super().action_cancel()

    @on(TextArea.Changed)
    def written_on(self) -> None:
        """Another text is looked through anew."""
        self.sure = False

    def action_accept(self) -> None:
        """Answer with the text, once nothing is wrong with it or the person keeps it all the same."""
        from templates.template_check import looked_through

        troubles = looked_through(self.area.text, self.kind).troubles
        if troubles and not self.sure:
            more = f" And {len(troubles) - MOST_SHOWN} more." if len(troubles) > MOST_SHOWN else ""
            self.say(f"! {' '.join(troubles[:MOST_SHOWN])}{more} {KEEP_SO}")
            self.sure = True
            return
        super().action_accept()

    def action_insert(self) -> None:
        """Put in a fact that this kind knows."""
        from templates.vocabulary import Form, words_for
        from tui.screens.dialogs.pick import Option, Pick

        words = [word for word in words_for(self.kind) if word.form is not Form.YES]
        options = tuple(Option(_written(word.name, word.form is Form.LIST), word.about, word.name) for word in words)
        self.app.push_screen(Pick("Put in", options), self._put)

    def _put(self, chosen: str | None) -> None:
        if chosen is not None:
            self.area.replace(chosen, *self.area.selection)
        self.area.focus()

    def action_external(self) -> None:
        """Write it in the person's own editor."""

        def take(text: str) -> None:
            self.area.text = text

        self.say(self.outside(self.area.text, take))


def _written(name: str, several: bool) -> str:
    """A fact as it stands in a template; a list is put into words."""
    return f"{{{{ {name} | listed }}}}" if several else f"{{{{ {name} }}}}"
