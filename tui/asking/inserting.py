"""What can be put into a letter at the cursor: what a check proposes, what is known, and sentences made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.records import Letter
from tui.screens.dialogs.pick import Option
from tui.shown import line

if TYPE_CHECKING:
    from templates.conduct.findings import Finding
    from tui.app import SeasonApp


async def ask_insertion(app: SeasonApp, letter: Letter, findings: tuple[Finding, ...], wanted: str = "") -> str | None:
    """Which words to insert; `wanted` is what the blank here asks for, and what answers it comes first."""
    from tui.screens.dialogs.pick_words import PickWords

    proposed = [
        Option(one.instead, f"instead of “{line(one.text, 40)}”", one.instead) for one in findings if one.instead
    ]
    known = dict(_facts(app, letter))
    fitting = [option for option, hint in known.items() if wanted and hint == wanted]
    sentences = tuple(_sentences(app, letter))
    told = {option.value for option in (*fitting, *sentences)}
    facts = [option for option in known if option.value not in told]
    options = (*fitting, *proposed, *sentences, *facts)
    if not options:
        app.say("Nothing is known yet that could be inserted.")
        return None
    chosen: str | None = await app.push_screen_wait(PickWords("Insert", options))
    return chosen


def _sentences(app: SeasonApp, letter: Letter) -> Iterator[Option]:
    """Every sentence that is true of the applicant and fits this letter, under what it is about."""
    from templates.insertions import facts_to_insert

    season = app.state.season
    program = season.programs_by_id[letter.program_id]
    reader = season.contacts_by_id.get(letter.contact_ids[0]) if letter.contact_ids else None
    for one in facts_to_insert(season, program, reader, app.now(), letter=letter):
        yield Option(one.words, f"{one.group}: {one.title}", one.words)


def _facts(app: SeasonApp, letter: Letter) -> Iterator[tuple[Option, str]]:
    """Every fact that is known, with the blank that asks for it."""
    from templates.facts import facts_for
    from templates.vocabulary import BY_NAME, hint_of

    facts = facts_for(app.state.season, letter, now=app.now())
    for name, value in facts.items():
        text = ", ".join(value) if isinstance(value, list) else value
        if isinstance(text, str) and text.strip() and name in BY_NAME:
            yield Option(text, f"Fact: {BY_NAME[name].about}", " ".join(text.split())), hint_of(BY_NAME[name], facts)


def spaced(words: str, before: str, after: str) -> str:
    """A sentence with the blanks it needs between the characters before and after it; shorter words as they are."""
    if not words.rstrip().endswith((".", "?", "!")):
        return words
    return (" " if before and not before.isspace() else "") + words + (" " if after and after.isalnum() else "")
