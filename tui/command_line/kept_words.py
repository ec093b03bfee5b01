"""What waits beside a season, in the state folder, because the screen could not save it or was ended over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from store.ailments import Finding
from store.numbers import counted
from tui import kept_questions, typed_words
from tui.unsaved_copies import unsaved_copies


def kept_words(season: Path, *, held: bool) -> Iterator[Finding]:
    """A note for each kind of it; while a window holds the season, what is being typed there is none."""
    for copy in unsaved_copies(season):
        what = f"Not everything could be saved when prematch was ended; what was on screen then is in “{copy}”."
        yield Finding(
            "unsaved", f"{what} `prematch merge {quote(str(copy))}` brings it in; remove it after that.", ill=False
        )
    if held:
        return
    if notes := typed_words.read_notes(typed_words.place_of(season)):
        what = f"Words typed in {counted(len(notes), 'message')} were not saved when prematch was ended."
        yield Finding("typed", f"{what} They are given back when the full screen opens.", ill=False)
    if questions := kept_questions.read_half_typed(kept_questions.place_of(season)):
        yield Finding("half-typed", f"{kept_questions.words_about(questions)}", ill=False)
