"""What the Match brought, recorded once it has been told."""

from __future__ import annotations

from dataclasses import replace

from store.dates import show_for
from store.errors import RuleBroken
from store.key_dates import key_date
from store.moments import Moment
from store.rules.known import followed_program
from store.rules.programs import set_status
from store.season import Season
from store.words import Outcome, Status


def record_outcome(season: Season, outcome: Outcome | None, *, program_id: str = "", now: Moment) -> Season:
    """Say what the Match brought, and where when that is known; None forgets it.

    A program named has the status matched from now on. Raises RuleBroken before Match Week, when another program is
    recorded as matched, and when a place and none are said at once.
    """
    if outcome is None:
        return _with(season, None)
    begins = key_date(season, "match-week").at
    if now.at < begins.at:
        raise RuleBroken(f"Nobody is told before {show_for(season.profile, begins, now)}. Nothing was changed.")
    elsewhere = next((one for one in season.followed if one.status is Status.MATCHED and one.id != program_id), None)
    if elsewhere is not None and (program_id or outcome is Outcome.UNMATCHED):
        raise RuleBroken(
            f"{elsewhere.name} is recorded as matched. Set its status to what it was, then say what the Match brought."
        )
    if program_id:
        if outcome is Outcome.UNMATCHED:
            raise RuleBroken("No place and a program at once cannot be. Leave the program out.")
        followed_program(season, program_id)
        season = set_status(season, (program_id,), Status.MATCHED, at=now, exact=True, now=now)
    elif outcome is Outcome.SOAP and elsewhere is None:
        raise RuleBroken("Name the program whose offer you accepted in SOAP; an acceptance binds, so it is known.")
    return _with(season, outcome)


def _with(season: Season, outcome: Outcome | None) -> Season:
    if season.profile.outcome is outcome:
        return season
    return replace(season, profile=replace(season.profile, outcome=outcome))
