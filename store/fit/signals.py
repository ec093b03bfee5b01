"""How many signals the applicant may send, and to whom they went."""

from __future__ import annotations

from store.folding import folded
from store.frozen_record import record
from store.reference.data_files import data_file
from store.season import Season
from store.words import Mark, Status


@record(frozen=True, slots=True)
class Signals:
    """Signals sent and still to send."""

    number: int | None
    """How many there are; None when it is not known for that specialty."""
    sent_to: tuple[str, ...]
    """Ids of the programs that were sent one, those withdrawn from included: a sent signal does not come back."""
    mark: Mark
    """How sure the number is; the applicant’s own counts as theirs."""
    source: str
    """Where the number comes from."""
    season: int | None = None
    """The season it was published for; None for the applicant's own."""

    @property
    def left(self) -> int | None:
        """How many are left, never less than none."""
        return None if self.number is None else max(0, self.number - len(self.sent_to))

    @property
    def words(self) -> str:
        """All of it in one line."""
        sent = len(self.sent_to)
        if self.number is None:
            return f"{sent} signaled; how many signals there are is not known here: look in MyERAS"
        over = sent - self.number
        rest = f"{over} more than there are" if over > 0 else f"{self.left} left"
        doubt = f"; {self.mark} as in {self.season}, confirm in MyERAS" if self.season else ""
        return f"{sent} of {self.number} signals sent, {rest}{doubt}"


def signals(season: Season) -> Signals:
    """The number the applicant gave, else the one last published for their specialty."""
    sent = tuple(
        one.id for one in season.programs if one.signaled and (one.trashed is None or one.status is not Status.PLANNED)
    )
    if season.profile.signals is not None:
        return Signals(season.profile.signals, sent, Mark.OWN, "your profile")
    shipped = data_file("signals")
    number = shipped["numbers"].get(folded(season.profile.specialty.strip()))
    return Signals(number, sent, Mark(shipped["mark"]), shipped["source"], shipped["season"])
