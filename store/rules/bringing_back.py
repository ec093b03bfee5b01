"""What brings programs and messages back from the trash, or puts them there, in one step."""

from __future__ import annotations

from collections.abc import Collection

from store.moments import Moment
from store.rules.letters import trash_letters, untrash_letters
from store.rules.programs import trash_programs, untrash_programs
from store.season import Season
from store.trash import with_their_programs


def throw_away(season: Season, record_ids: Collection[str], *, now: Moment) -> Season:
    """Put these programs and messages in the trash; raises RuleBroken for an id that is neither."""
    programs, letters = _told_apart(season, record_ids)
    return trash_letters(trash_programs(season, programs, now=now), letters, now=now)


def bring_back(season: Season, record_ids: Collection[str], *, now: Moment) -> Season:
    """Bring these programs and messages back from the trash.

    The program of a message comes back with it. Raises RuleBroken for an id that is neither, and for a program
    whose name another one has by now.
    """
    programs, letters = _told_apart(season, with_their_programs(season, record_ids))
    return untrash_letters(untrash_programs(season, programs, now=now), letters, now=now)


def _told_apart(season: Season, record_ids: Collection[str]) -> tuple[list[str], list[str]]:
    """Ids of programs, and those of messages: what is no program has to be one."""
    programs = [one for one in record_ids if one in season.programs_by_id]
    return programs, [one for one in record_ids if one not in season.programs_by_id]
