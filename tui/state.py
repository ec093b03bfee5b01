"""What every screen looks at: the season, what is due in it, and the present moment."""

from __future__ import annotations

from functools import cached_property

from store.agenda import Agenda, agenda
from store.counts import Counts, counts
from store.dates import Home, home_of
from store.frozen_record import record
from store.lanes import AS_IT_STARTS, Arrangement
from store.moments import Moment
from store.season import Season
from tui.spelling import AS_SHIPPED, Spelling


@record(frozen=True, slots=False, eq=False)
class SeasonState:
    """One state of the app; compared by identity, so that telling the screens costs nothing."""

    season: Season
    """The season as it stands."""
    agenda: Agenda
    """What follows from it now."""
    now: Moment
    """The present moment, in the home zone."""
    spell: Spelling = AS_SHIPPED
    """Puts the keys in force into sentences that name some."""

    @property
    def home(self) -> Home:
        """Where the applicant is on each day."""
        return home_of(self.season.profile, self.now)

    @cached_property
    def counts(self) -> Counts:
        """The numbers of the headers, which most screens tell some of."""
        return counts(self.season, self.agenda, self.now)


def state_of(season: Season, now: Moment, spell: Spelling = AS_SHIPPED) -> SeasonState:
    """The state that follows from a season and a moment, and the keys in force."""
    return SeasonState(season, agenda(season, now=now), now, spell)


@record(frozen=True, slots=True)
class Whereabouts:
    """Where in a season the person is: state of the screen, no part of the season."""

    view: str
    """One of the six views."""
    section: str = ""
    """Its open section, where it has any."""
    row: str = ""
    """What the cursor is on; empty for nothing."""
    filter: str = ""
    """The filter in force, as it is typed."""
    zoom: int = 0
    """The zoom of the timeline; 0 for what fits."""
    folds: tuple[tuple[str, str], ...] = ()
    """Groups of the timeline that do not fold as they start, each with how much of it is shown."""
    program: str = ""
    """The program that lay open over the view; empty for none."""
    record: str = ""
    """What the cursor was on in there."""


@record(frozen=True, slots=True)
class SavedFilter:
    """A filter with a name."""

    name: str
    """What the person calls it."""
    text: str
    """The filter, as it is typed."""


@record(frozen=True, slots=True)
class Choices:
    """How the person has set the lists: state of the screen, no part of the season."""

    timeline: Arrangement = AS_IT_STARTS
    """Sort and groups of the timeline."""
    programs: Arrangement = AS_IT_STARTS
    """Sort of the programs view, which has no groups."""
    filters: tuple[SavedFilter, ...] = ()
    """Saved filters, in the order of their digits."""
    visited: tuple[str, ...] = ()
    """Views whose one line of welcome was said."""
    uses: tuple[tuple[str, int], ...] = ()
    """How often a command was taken from the palette, by its id."""
