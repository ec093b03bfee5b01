"""Two copies of a season in one: what comes, what conflicts, and the season that the answers make of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from store.frozen_record import record
from store.merging.ground import OtherCopy
from store.merging.loose_ends import keep_passed_over, still_needed
from store.merging.same_words import same_words
from store.merging.sides import Choices, Conflict, Twin, chooser
from store.merging.table_merge import Copies, Told, merged_tables
from store.merging.twins import as_one
from store.moments import Moment
from store.season import Season
from store.season_tables import RECORDS, id_of, records_in
from store.standing import PromiseConflict, promise_conflicts


@record(frozen=True, slots=True)
class Merge:
    """This season and another copy of it, compared."""

    copies: Copies
    """Both, with one id for whatever is one thing, and what they have in common."""
    other: OtherCopy
    """The other copy as it was read."""
    conflicts: tuple[Conflict, ...]
    """What both changed, each differently."""
    twins: tuple[Twin, ...]
    """What both added and seems to be one thing."""
    apart: frozenset[str] = frozenset()
    """Keys of the pairs that were said to be two."""

    @property
    def mine(self) -> Season:
        """This season."""
        return self.copies.mine

    @property
    def theirs(self) -> Season:
        """The other copy."""
        return self.copies.theirs

    @property
    def asked(self) -> tuple[Conflict, ...]:
        """The conflicts only a person can settle."""
        return tuple(one for one in self.conflicts if one.asked)


@record(frozen=True, slots=True)
class Difference:
    """What one season has over another in one table, as ids."""

    table: str
    """The table."""
    added: tuple[str, ...] = ()
    """Records it has beside."""
    changed: tuple[str, ...] = ()
    """Records it has in another form."""
    removed: tuple[str, ...] = ()
    """Records it lacks."""


def merge_with(
    mine: Season, other: OtherCopy, *, apart: Collection[str] = (), told: Told = lambda count: None
) -> Merge:
    """This season compared with another copy; `apart` are keys of twins that are two things after all.

    `told` hears how many records are compared, of as many as `records_compared` says.
    """
    aligned = as_one(mine, other.season, other.ground, apart)
    copies = Copies(aligned.ground, mine, aligned.theirs)
    _, conflicts = merged_tables(copies, chooser({}), told)
    return Merge(copies, other, conflicts, aligned.twins, frozenset(apart))


def decided(merge: Merge, choices: Choices, *, now: Moment, told: Told = lambda count: None) -> Season:
    """The season of both with every conflict settled as chosen, or as usual where nothing was chosen.

    What a choice passes over in a message stays among its earlier texts, and a rank list among the dated copies.
    """
    choose = chooser(choices)
    season, conflicts = merged_tables(merge.copies, choose, told)
    season = still_needed(season, merge.mine, merge.theirs)
    season = keep_passed_over(season, conflicts, choose, name=merge.other.name, now=now)
    return merge.mine if season == merge.mine else season


def bring_in(season: Season, other: OtherCopy, choices: Choices, *, apart: Collection[str] = (), now: Moment) -> Season:
    """The season with another copy brought in; see `decided`."""
    return decided(merge_with(season, other, apart=apart), choices, now=now)


def differences(before: Season, after: Season) -> tuple[Difference, ...]:
    """What the second season has over the first, table by table; tables without any difference are left out."""
    return tuple(found for table in RECORDS if (found := _difference(table, before, after)) != Difference(table))


def strangers(mine: Season, other: OtherCopy) -> bool:
    """True when the two seasons speak of two applicants: another name, and an AAMC ID that does not say the same.

    Without two IDs to compare, a step that both share is proof enough that they were one.
    """
    one, another = mine.profile, other.season.profile
    names = {same_words(one.name), same_words(another.name)} - {""}
    ids = {one.aamc_id.strip(), another.aamc_id.strip()}
    if len(names) < 2 or (len(ids) == 1 and "" not in ids):
        return False
    return "" not in ids or other.ground.parted is None


def new_promise_conflicts(merge: Merge, season: Season) -> tuple[PromiseConflict, ...]:
    """Promises that contradict one another only since the copies came together."""
    before = {one.message for copy in (merge.mine, merge.theirs) for one in promise_conflicts(copy)}
    return tuple(one for one in promise_conflicts(season) if one.message not in before)


def kept_unsure(merge: Merge) -> int:
    """How many records stand in one copy alone and are kept because nobody can tell an added from a removed one."""
    return 0 if merge.other.ground.known else sum(1 for _ in _on_one_side(merge))


def _on_one_side(merge: Merge) -> Iterator[str]:
    for table in RECORDS:
        mine, theirs = ({id_of(one) for one in records_in(season, table)} for season in (merge.mine, merge.theirs))
        yield from mine ^ theirs


def _difference(table: str, before: Season, after: Season) -> Difference:
    was, now = ({id_of(one): one for one in records_in(season, table)} for season in (before, after))
    return Difference(
        table,
        tuple(key for key in now if key not in was),
        tuple(key for key in now if key in was and now[key] != was[key]),
        tuple(key for key in was if key not in now),
    )
