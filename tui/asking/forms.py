"""Which form a draft is to take, or which other kind it is to be."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from store.records import Letter
from store.rules.letters import change_form
from store.words import Kind
from tui.letter_story import title_of
from tui.requests import Change
from tui.screens.dialogs.confirm import Confirm
from tui.screens.dialogs.pick import Option, Pick

if TYPE_CHECKING:
    from tui.app import SeasonApp

OWN_WORDS = (
    "Words of your own stand in it. They are kept as an earlier text: {draft.revisions} shows it and goes back to it."
)


async def ask_form(app: SeasonApp, letter: Letter) -> Change | None:
    """Another form, its own kind's first; asks once more when words of the person's own would not go along."""
    from templates.forms import in_form
    from templates.own_templates import own_sources

    theirs = own_sources()
    title = title_of(app.state.season, letter)
    chosen: tuple[Kind, str] | None
    now = (letter.kind, letter.variant)
    chosen = await app.push_screen_wait(Pick(f"{title}: in which form?", _options(app, letter, theirs), chosen=(now,)))
    if chosen is None or chosen == now:
        return None
    kind, variant = chosen
    found = in_form(app.state.season, letter, kind, variant, now=app.now(), own=theirs)
    if found.leaves_words and not await app.push_screen_wait(
        Confirm("Begin it anew in that form?", app.spell(OWN_WORDS))
    ):
        return None
    return Change(
        f"In another form: {title_of(app.state.season, found.letter)}", partial(change_form, begun=found.letter)
    )


def _options(app: SeasonApp, letter: Letter, theirs: Mapping[str, str]) -> tuple[Option, ...]:
    from templates.catalogue import KINDS, kinds_for
    from templates.own_templates import all_forms

    season = app.state.season
    here = tuple(
        Option((letter.kind, form.name), form.title, "as it is now" if form.name == letter.variant else "")
        for form in all_forms(letter.kind, theirs)
    )
    kinds = kinds_for(season, season.programs_by_id[letter.program_id], now=app.now())
    others = tuple(Option((kind, ""), KINDS[kind].title, "another kind") for kind in kinds if kind is not letter.kind)
    return (*here, *others)
