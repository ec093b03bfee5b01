"""Questions about a promise that was sent: what of it still stands, and how the program was told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.dates import show_day_short
from store.records import Letter
from store.rules.promises import STRENGTH, correct_promise
from store.season import Season
from store.standing import standing_promises
from store.words import Direction, LetterState, Promise
from tui.asking.typed_days import a_moment_behind
from tui.ledger_words import STANDS_WORDS
from tui.requests import Change
from tui.screens.dialogs.fields import Field
from tui.screens.dialogs.form import Form
from tui.screens.dialogs.menu import Choice, Menu
from tui.screens.dialogs.pick import Option, Pick
from tui.shown import line

if TYPE_CHECKING:
    from tui.app import SeasonApp

OTHERWISE = "otherwise"
LESS = (
    (Promise.NONE, "w", "withdrawn: nothing of it stands"),
    (Promise.HIGH, "h", "from now on: highly"),
    (Promise.INTEREST, "i", "from now on: interest only"),
)


async def ask_correction(app: SeasonApp, letter: Letter) -> Change | None:
    """What of that letter's promise still stands, and how the program came to know; None when nothing is to change."""
    name = app.state.season.programs_by_id[letter.program_id].name
    choices = tuple(
        Choice(key, words, level) for level, key, words in LESS if STRENGTH.index(level) < STRENGTH.index(letter.stands)
    )
    level = await app.push_screen_wait(Menu(f"The promise to {line(name, 40)}: {STANDS_WORDS[letter.stands]}", choices))
    if level is None:
        return None
    rule = partial(correct_promise, letter_id=letter.id, level=level)
    told_in = await _ask_message(app, letter)
    if told_in is None:
        return None
    if told_in == OTHERWISE:
        given = await app.push_screen_wait(_how_told(app, letter))
        if given is None:
            return None
        rule = partial(rule, words=str(given["words"]), at=given["at"])
    else:
        rule = partial(rule, told_in=told_in)
    what = STANDS_WORDS[level] if level is Promise.NONE else f"now {STANDS_WORDS[level]}"
    return Change(f"Promise to {name}: {what}", rule)


def promise_to(season: Season, program_id: str) -> Letter | None:
    """The message with the strongest promise that stands to that program."""
    promised = standing_promises(season).get(program_id)
    return season.letters_by_id[promised.letter_id] if promised else None


async def _ask_message(app: SeasonApp, letter: Letter) -> str | None:
    """Which message told them; asked only where one was sent since."""
    own = app.state.season.letters_of.get(letter.program_id, ())
    since = [one for one in own if _may_have_told(one, letter)]
    if not since:
        return OTHERWISE
    options = tuple(
        Option(one.id, f"{one.kind.value}: {one.subject}", show_day_short(app.state.home.day_of(one.at)))
        for one in reversed(since)
        if one.at is not None
    )
    chosen: str | None = await app.push_screen_wait(
        Pick("Which message told them?", (*options, Option(OTHERWISE, "none of these; they were told another way")))
    )
    return chosen


def _may_have_told(one: Letter, letter: Letter) -> bool:
    sent = one.direction is Direction.OUT and one.state is LetterState.SENT and one.trashed is None
    return bool(sent and one.id != letter.id and one.at and letter.at and one.at.at >= letter.at.at)


def _how_told(app: SeasonApp, letter: Letter) -> Form:
    fields = (
        Field("words", "How", hint="such as: by telephone, to the coordinator", required=True),
        Field("at", "When", hint="empty for now", understand=a_moment_behind(app)),
    )
    return Form("How were they told? Until they are, it stands", fields, about=letter.id)
