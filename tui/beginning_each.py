"""Thank-yous for everyone met, news for many programs: drafts begun together, to be gone through one by one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.agenda import FollowUp, draft_for
from store.errors import SeasonError
from store.follow_ups.follow_up import NAMED
from store.ids import new_id
from store.rules.letters import write_letters
from tui.program_story import named
from tui.requests import Change

if TYPE_CHECKING:
    from tui.app import SeasonApp


def begin_each(app: SeasonApp, owed: tuple[FollowUp, ...]) -> tuple[str, ...]:
    """Ids of the drafts to go through, those begun earlier among them; empty when a rule refused, which was said."""
    from templates.drafts_for_each import drafts_for_each, in_order_of_the_day
    from templates.own_templates import own_sources

    season = app.state.season
    owed = in_order_of_the_day(season, owed)
    there = {one.key: draft.id for one in owed if (draft := draft_for(season, one))}
    missing = tuple(one for one in owed if one.key not in there)
    try:
        begun = drafts_for_each(season, missing, new_id=partial(new_id, "l"), now=app.now(), own=own_sources())
    except SeasonError as trouble:
        app.tell(str(trouble), severity="warning")
        return ()
    there |= {one.key: letter.id for one, letter in zip(missing, begun, strict=True)}
    if begun:
        programs = named(season, tuple(dict.fromkeys(one.program_id for one in missing)))
        what = NAMED.get(begun[0].kind, "message")
        words = f"Begun: {len(begun)} {what}{'s' if len(begun) > 1 else ''} to {programs}"
        if not app.change_season(Change(words, partial(write_letters, letters=begun))):
            return ()
    return tuple(dict.fromkeys(there[one.key] for one in owed))
