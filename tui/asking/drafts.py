"""Questions about a draft: to whom, which earlier text to bring back, until when to wait."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from store.agenda import draft_for
from store.dates import show_day_short, show_moment_short
from store.ids import new_id
from store.records import Letter, Revision, Task
from store.rules import follow_ups, letters
from store.season import Season
from store.words import ROLE_WORDS
from tui.letter_story import title_of
from tui.requests import Change
from tui.screens.dialogs.pick import Option, Pick

if TYPE_CHECKING:
    from store.moments import Moment
    from tui.app import SeasonApp

NOBODY = "nobody"


async def ask_people(app: SeasonApp, letter: Letter) -> Change | None:
    """To whom it goes; a greeting that is still the begun one follows."""
    from templates.catalogue import KINDS

    known = app.state.season.contacts_of.get(letter.program_id, ())
    options = tuple(Option(one.id, one.titled, ROLE_WORDS[one.role]) for one in known)
    kind = KINDS.get(letter.kind)
    multi = len(letter.contact_ids) > 1 or bool(kind and kind.together)
    if not multi:
        options += (Option(NOBODY, "nobody named yet"),)
    chosen = await app.push_screen_wait(
        Pick(f"{title_of(app.state.season, letter)}: to whom?", options, multi=multi, chosen=letter.contact_ids)
    )
    if chosen is None:
        return None
    ids: tuple[str, ...] = chosen if multi else () if chosen == NOBODY else (chosen,)
    people = ", ".join(one.titled for one in known if one.id in ids) or "nobody yet"

    def rule(season: Season, *, now: Moment) -> Season:
        body = with_greeting(season, season.letters_by_id[letter.id], ids, now)
        return letters.revise_letter(season, letter.id, contact_ids=ids, body=body, now=now)

    return Change(f"To: {people}", rule)


def with_greeting(season: Season, letter: Letter, contact_ids: tuple[str, ...], now: Moment) -> str:
    """The text for other readers: its greeting is exchanged when it is still the one they would have begun with."""
    from templates.facts import facts_for

    old = str(facts_for(season, letter, now=now).get("greeting", ""))
    new = str(facts_for(season, replace(letter, contact_ids=contact_ids), now=now).get("greeting", ""))
    if old and new and letter.body.startswith(old):
        return new + letter.body[len(old) :]
    return letter.body


async def ask_revision(app: SeasonApp, letter: Letter) -> Revision | None:
    """Which earlier text to bring back."""
    from tui.screens.dialogs.revisions import Revisions

    title = f"Earlier texts of {title_of(app.state.season, letter)}"
    chosen: Revision | None = await app.push_screen_wait(Revisions(title, letter, app.now().zone))
    return chosen


def brought_back(letter: Letter, revision: Revision) -> Change:
    """The change that puts an earlier text in place; the present one is kept as a revision."""

    def rule(season: Season, *, now: Moment) -> Season:
        season = letters.keep_revision(season, letter.id, name="before going back", now=now)
        return letters.revise_letter(season, letter.id, subject=revision.subject, body=revision.body, now=now)

    return Change(f"Brought back: the text of {show_moment_short(revision.at)}", rule)


async def ask_waiting(app: SeasonApp, letter: Letter) -> Change | None:
    """Until when it may wait: the follow-up it answers is put off, else a task reminds of it."""
    from tui.asking.choosing import ask_snooze, ask_until

    season = app.state.season
    keys = tuple(item.key for item in app.state.agenda.open if draft_for(season, item) is letter)
    what = title_of(season, letter)
    if keys:
        act = await ask_snooze(app, keys, what)
        return act.change(keys) if act else None
    until = await ask_until(app, f"Wait with {what} until", letter.id)
    if until is None:
        return None
    task = Task(new_id("t"), f"go on with {what}"[:280], until, letter.program_id)
    return Change(f"Waiting until {show_day_short(until.day)}: {what}", partial(follow_ups.add_task, task=task))
