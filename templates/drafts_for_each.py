"""Drafts begun together: thank-yous to everyone met on a day, news for many programs; their forms differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from store.agenda import FollowUp
from store.moments import Moment
from store.records import Letter
from store.rules.letters import write_letter
from store.season import Season
from store.words import Kind
from templates.render import begin_letter

THANK_YOU = "F03"
"""The rule whose follow-ups are owed thanks."""


def owed_thanks(follow_ups: Iterable[FollowUp]) -> dict[str, tuple[FollowUp, ...]]:
    """Those of them that are owed thanks, by the interview at which they were met."""
    found: dict[str, tuple[FollowUp, ...]] = {}
    for one in follow_ups:
        if one.rule == THANK_YOU:
            found[one.interview_id] = (*found.get(one.interview_id, ()), one)
    return found


def in_order_of_the_day(season: Season, owed: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """Day by day, the people of each in the order in which they were recorded."""

    def place(one: FollowUp) -> tuple[str, str, int]:
        interview = season.interviews_by_id.get(one.interview_id)
        if interview is None:
            return "", one.interview_id, 0
        people = interview.contact_ids
        at = people.index(one.contact_id) if one.contact_id in people else len(people)
        return interview.starts.at.isoformat(), interview.id, at

    return tuple(sorted(owed, key=place))


def drafts_for_each(
    season: Season,
    owed: Iterable[FollowUp],
    *,
    new_id: Callable[[], str],
    now: Moment,
    own: Mapping[str, str] | None = None,
) -> tuple[Letter, ...]:
    """A new draft for each of them; each is begun with the ones before it in view, so that their forms differ.

    `own` holds the person's templates by name. Raises RuleBroken when one of the programs cannot be written to.
    """
    ids: list[str] = []
    for one in owed:
        letter = begin_letter(
            season,
            one.program_id,
            one.kind or Kind.THANK_YOU,
            letter_id=new_id(),
            contact_ids=(one.contact_id,) if one.contact_id else (),
            interview_id=one.interview_id,
            now=now,
            own=own,
        )
        season = write_letter(season, letter, now=now)
        ids.append(letter.id)
    return tuple(season.letters_by_id[letter_id] for letter_id in ids)
