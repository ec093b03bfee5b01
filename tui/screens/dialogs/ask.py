"""One line to type, understood while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from store.clean_text import NAME_LIMIT, clean_line
from store.errors import SeasonError, Unclear
from tui.screens.dialogs.dialog import WIDEST, Typing
from tui.shown import line, plain
from tui.widgets.draft_area import Refused
from tui.widgets.subject_field import SubjectField

Understand = Callable[[str], tuple[Any, str]]
"""Takes what was typed; gives its value and how it was understood, or raises a SeasonError that says what is wrong."""

MOST_CHOICES = 6


def as_typed(text: str) -> tuple[Any, str]:
    """The line itself, with nothing to say about it."""
    return text, ""


def trouble_with(error: SeasonError) -> Content:
    """The sentence of that error, and what else might be meant."""
    words = Content(f"! {line(str(error), 400)}")
    if isinstance(error, Unclear) and error.choices:
        more = "" if len(error.choices) <= MOST_CHOICES else f" and {len(error.choices) - MOST_CHOICES} more"
        words += Content("\n  " + "\n  ".join(line(choice, 200) for choice in error.choices[:MOST_CHOICES]) + more)
    return words


class Ask(Typing[Any]):
    """Answers with what the line was understood to be; enter counts only once it is understood."""

    DEFAULT_CSS = """
    Ask .prompt { height: auto; }
    Ask .said { height: auto; min-height: 1; }
    """

    def __init__(
        self,
        title: str,
        prompt: str,
        value: str = "",
        understand: Understand = as_typed,
        help: str = "",
        *,
        allow_empty: bool = False,
        limit: int = NAME_LIMIT,
        about: str = "",
    ) -> None:
        """With `allow_empty` an empty line is handed to `understand` like any other."""
        super().__init__(title, "enter accept  esc cancel", WIDEST, about=about)
        self.prompt = prompt
        self.given = value
        self.understand = understand
        self.help_words = help
        self.allow_empty = allow_empty
        self.limit = limit

    def parts(self) -> Iterable[Widget]:
        """The prompt, the line, what was understood, and a word of help."""
        yield Static(plain(self.prompt), classes="prompt")
        yield SubjectField(self.given, limit=self.limit)
        yield Static("", classes="said")
        if self.help_words:
            yield Static(plain(self.help_words), classes="words")

    def on_mount(self) -> None:
        """Put the cursor behind what is there."""
        field = self.query_one(SubjectField)
        field.value = self.given_back().get("", field.value)
        self._listen(field.value)

    def half_typed(self) -> dict[str, str]:
        """The line, when something else stands in it than at first."""
        text = self.query_one(SubjectField).value
        return {"": text} if text not in ("", self.given) else {}

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Say what is understood so far."""
        event.stop()
        self._listen(event.value)

    @on(Input.Submitted)
    def accept(self, event: Input.Submitted) -> None:
        """Answer when it is understood."""
        event.stop()
        heard = self._listen(event.value, demanded=True)
        if heard is not None:
            self.answer(heard[0])

    @on(Refused)
    def refuse(self, event: Refused) -> None:
        """Say why nothing was taken in."""
        self._say(plain(f"! {event.sentence}"), trouble=True)

    def _listen(self, text: str, *, demanded: bool = False) -> tuple[Any, str] | None:
        if not text.strip() and not self.allow_empty:
            self._say(Content("! Something has to stand here; esc cancels." if demanded else ""), trouble=demanded)
            return None
        try:
            heard = self.understand(clean_line(text, limit=self.limit))
        except SeasonError as error:
            self._say(trouble_with(error), trouble=True)
            return None
        except (ArithmeticError, LookupError, OSError, RuntimeError, ValueError):
            # The line may stand here since an earlier run: ending the app over it would end it every time.
            self._say(Content("! That cannot be made out. Nothing was changed; write it in another way."), trouble=True)
            return None
        self._say(Content(f"= {line(heard[1], 400)}" if heard[1] else ""), trouble=False)
        return heard

    def _say(self, words: Content, *, trouble: bool) -> None:
        said = self.query_one(".said", Static)
        said.set_class(trouble, "trouble")
        said.update(words)
