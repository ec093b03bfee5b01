"""Which programs records belong to."""

from __future__ import annotations

from collections.abc import Collection

from store.season import Season


def programs_of(season: Season, record_ids: Collection[str]) -> tuple[str, ...]:
    """Ids of the programs these records are or belong to, in the order of the season.

    What was decided about a follow-up bears the ids of what that follow-up is about.
    """
    ids = {part for one in record_ids for part in one.split(":")}
    belonging: tuple[tuple[str, str], ...] = (
        *((one.id, one.program_id) for one in season.interviews),
        *((one.id, one.program_id) for one in season.letters),
        *((one.id, one.program_id) for one in season.contacts),
        *((one.id, one.program_id) for one in season.notes),
        *((one.id, one.program_id) for one in season.tasks if one.program_id),
    )
    theirs = {program_id for record_id, program_id in belonging if record_id in ids}
    return tuple(one.id for one in season.programs if one.id in ids or one.id in theirs)
