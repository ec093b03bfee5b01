"""Where a message is written: its text, what the checks say of it, and what is worth having beside it."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, TextArea

from store.records import Letter
from store.words import Direction
from templates.catalogue import KINDS
from tui import commands
from tui.commands import DRAFT, EDITOR, key_line_of_scope
from tui.glyphs import ASCII, UNICODE
from tui.letter_story import parts_beside, readers_of, standing_of, title_of
from tui.letters_before import texts_before
from tui.program_story import Part
from tui.screens.draft_actions import DraftActions
from tui.screens.letter_beside import LetterBeside
from tui.screens.letter_checks import LetterChecks
from tui.screens.letter_pass import LetterPass
from tui.state import SeasonState
from tui.typed_words import SECONDS_BETWEEN, note_typed
from tui.widgets.beside_pane import BesidePane
from tui.widgets.draft_area import DraftArea, NextBlank, PreviousBlank, Refused
from tui.widgets.escape_keys import Left
from tui.widgets.findings_pane import FindingsPane
from tui.widgets.key_line import KeyLine
from tui.widgets.letter_head import LetterHead
from tui.widgets.view_bar import ViewBar

PAUSE = 0.3
"""Seconds after the last key when the text is kept and checked."""
UNBROKEN = 3.0
"""Seconds after which typing without a pause is kept all the same; more often, and too many letters would wait."""
SHARE = 20
"""In a season so large that keeping takes long, typing goes on for so many times that long in between."""
REST = 0.15
"""Seconds after the last key when the status line tells where the cursor is."""
NEXT_BLANK = "{editor.next-blank} goes from one to the next"
BEAT = 0.1
"""How often it is looked whether the pause has come."""


class EditorScreen(LetterChecks, LetterBeside, LetterPass, DraftActions):
    """One message: written while it is open, read once it was sent or came in."""

    VIEW = commands.EDITOR
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of(commands.EDITOR)]
    AUTO_FOCUS = ""  # else a closed question would put the cursor back into a text that was left
    DEFAULT_CSS = """
    EditorScreen #desk { height: 1fr; }
    EditorScreen BesidePane { width: 38; }
    EditorScreen.-wide BesidePane { width: 60; }
    EditorScreen BesidePane.-alone { width: 100%; border-right: none; }
    EditorScreen DraftArea { height: 1fr; max-width: 104; padding: 0 1; scrollbar-size-vertical: 1; }
    """

    def __init__(self, letter_id: str, among: tuple[str, ...] = (), said: str = "") -> None:
        super().__init__(letter_id)
        self.among, self.said_before = among, said
        self._last_key = 0.0
        self._unkept_since = 0.0
        self._keeping_took = 0.0
        self._noted, self._noted_at = 0, 0.0
        self._beat: Timer | None = None
        self._parts: tuple[Part, ...] = ()
        self._said_at: object = None

    def compose_body(self) -> Iterator[Widget]:
        """The pane beside, then head, text and checks."""
        letter = self.letter
        glyphs = ASCII if self.season_app.settings.ascii_only else UNICODE
        with Horizontal(id="desk"):
            yield BesidePane()
            with Vertical(id="letter"):
                yield LetterHead(letter.subject if letter else "", rule="-" if glyphs.ascii_only else "─")
                yield DraftArea(letter.body if letter else "")
                yield FindingsPane(glyphs)

    def on_mount(self) -> None:
        """Put the cursor on the first blank, and check what is there."""
        self.query_one(ViewBar).active = self.app.current_mode
        self._beat = self.set_interval(BEAT, self._rested, pause=True)
        self.area.match_cursor_bracket = False  # blanks stand in brackets and are marked already
        self.area.focus()
        self.call_after_refresh(self._open_text)

    def _open_text(self) -> None:
        if not self.stands:
            return
        blanks = [one for one in self.blanks if not one.in_subject]
        if self.editable and blanks:
            self.area.select_span(blanks[0].start, blanks[0].end)  # what is typed takes its place
        self._say_blanks()
        self.check()

    def _say_blanks(self) -> None:
        count = len(self.blanks) if self.editable else 0
        words = f"{count} blank{'s' if count > 1 else ''} to fill in" if count else ""
        hint = "" if self.said_before else self.spell(NEXT_BLANK) if count else self.goes_on
        if words := self.opening_words(words):
            self.say(words, hint)
        else:
            self.show_place()

    def on_resize(self) -> None:
        """The pane comes and goes with the width; the checks take what the height allows."""
        self.lay_out(reading=self.reading)
        self.pane.styles.height = max(6, min(14, self.app.size.height // 4))

    # What stands around the words

    def show_letter(self, state: SeasonState, letter: Letter) -> None:
        """Title, readers, what is beside, and whether the words may change."""
        season = state.season
        to, role = readers_of(season, letter, state.spell)
        standing = "   ".join(filter(None, (standing_of(letter, state.now.zone), self.place_among)))
        self.query_one(LetterHead).show(
            title_of(season, letter), standing, to, role, came_in=letter.direction is Direction.IN
        )
        parts = (*parts_beside(state, letter), *texts_before(state, letter))
        if parts != self._parts:
            self._parts = parts
            program = season.programs_by_id.get(letter.program_id)
            self.beside.show(program.name if program else "", parts)
        fixed = not self.editable
        if self.area.read_only != fixed:
            self.area.read_only = fixed
            self.area.show_cursor = not fixed
            self.subject.can_focus = not fixed
            self.area.mark(())
        if fixed:
            self.pane.say("On record" if letter.at else "Cannot be changed", self.why_fixed)
        self._show_keys()

    def _show_keys(self) -> None:
        line = self.query_one(KeyLine)
        if self.reading:
            line.show((), (("j/k", "scroll"), ("space", "page"), ("{editor.leave}", "back")))
        elif self.in_text:
            line.show(key_line_of_scope(EDITOR), help_key="F1")
        elif self.editable:
            line.show(key_line_of_scope(DRAFT), (("{draft.next-letter}", "next"),) if self.place_among else ())
        else:
            kept = tuple(one for one in key_line_of_scope(DRAFT) if one.action in {"copy", "write_eml", "trash"})
            line.show(kept, (("{editor.leave}", "back"),))

    def on_descendant_focus(self) -> None:
        """Other keys act now."""
        if self.stands:
            self._show_keys()

    def on_descendant_blur(self) -> None:
        """Keep what was typed; other keys act now."""
        if self.stands:
            self.settle()
            self._show_keys()

    def keep_typed(self, before: str = "") -> None:
        """Keep what was typed, and count from the next key on."""
        if self.stands and self.season_app.typed is not None:
            self._note_typed(between=0)  # what is written down is no older than what is saved, which clears it
        self._unkept_since, began = 0.0, monotonic()
        super().keep_typed(before)
        self._keeping_took = monotonic() - began

    def on_screen_suspend(self) -> None:
        """Keep what was typed before something else comes to the front."""
        self.settle()

    # Typing

    @on(TextArea.Changed)
    @on(Input.Changed, "SubjectField")
    def typed_on(self) -> None:
        """Wait for a pause; nothing else happens on a key."""
        self.edits += 1
        self._last_key = monotonic()
        self._unkept_since = self._unkept_since or self._last_key
        if self._beat is not None:
            self._beat.resume()

    def _rested(self) -> None:
        if not self.stands:
            return
        self._note_typed()
        rest = monotonic() - self._last_key
        if rest >= REST:
            self.show_place()
        if rest < PAUSE:
            patience = max(UNBROKEN, SHARE * self._keeping_took)
            if self._unkept_since and monotonic() - self._unkept_since >= patience:
                self.settle()
            return
        if self._beat is not None:
            self._beat.pause()
        self.settle()
        if self.edits != self.checked:
            self.check()

    def _note_typed(self, between: float | None = None) -> None:
        """Write down what no save has yet: a save on every key would hold up the next one."""
        between = SECONDS_BETWEEN if between is None else between
        if self.edits != self._noted and monotonic() - self._noted_at >= between and self.editable:
            self._noted, self._noted_at = self.edits, monotonic()
            note_typed(self.season_app, self.letter_id, *self.typed)

    def words_changed(self) -> None:
        """Words came from elsewhere: read them anew."""
        self.edits += 1
        self.check()

    @on(Input.Submitted, "SubjectField")
    def subject_done(self) -> None:
        """From the subject to the text."""
        self.area.focus()

    @on(NextBlank)
    def to_next_blank(self) -> None:
        """tab inside the text."""
        self.action_next_blank()

    @on(PreviousBlank)
    def to_previous_blank(self) -> None:
        """shift+tab inside the text."""
        self.action_previous_blank()

    @on(Refused)
    def refused(self, event: Refused) -> None:
        """Say why nothing was taken in."""
        self.season_app.tell(event.sentence, severity="warning")

    @on(Left)
    def left(self) -> None:
        """esc came glued to the next key."""
        self.action_leave()

    def action_leave(self) -> None:
        """Leave the pane or the text; outside them, close."""
        if self.reading:
            self.close_beside()
            return
        if not self.in_text:
            self.action_close_screen()
            return
        self.settle()
        self.set_focus(None)
        self._say_blanks()

    # The status line

    def say(self, words: str, hint: str = "") -> None:
        """Show words until the cursor moves on."""
        super().say(words, hint)
        self._said_at = self.area.selection if words and self.stands else None

    @on(TextArea.SelectionChanged)
    def cursor_moved(self) -> None:
        """Show where the cursor is once it rests: a second line drawn on every key would slow typing."""
        self._last_key = monotonic()
        if self._beat is not None:
            self._beat.resume()

    def show_place(self) -> None:
        letter = self.letter
        if letter is None or not self.stands or (self._said_at is not None and self.area.selection == self._said_at):
            return
        self._said_at = None
        if not self.editable:
            super().say("")
            return
        row, cell = self.area.cursor_location
        kind = KINDS.get(letter.kind)
        wanted = f" of {kind.words[0]} to {kind.words[1]}" if kind else ""
        count = len(letter.revisions)
        kept = f"   {count} revision{'s' if count > 1 else ''}" if count else ""
        super().say(f"line {row + 1} col {cell + 1}   {self.words} words{wanted}{kept}")
