"""Letters, in and out, with their earlier texts."""

from __future__ import annotations

from store.frozen_record import record
from store.late_values import with_late
from store.moments import Moment
from store.words import Channel, Direction, Kind, LetterState, Promise


@record(frozen=True, slots=True)
class Revision:
    """An earlier text of a letter."""

    at: Moment
    """When it was kept."""
    subject: str
    """The subject then."""
    body: str
    """The text then."""
    name: str = ""
    """Why it was kept, such as “by hand” or “before another form”; empty for one kept by the clock."""


@record(frozen=True, slots=True)
class Accepted:
    """A STOP the applicant read and went past."""

    check: str
    """Id of the check, such as C05."""
    words: str
    """The words it was about."""
    at: Moment
    """When."""


@record(frozen=True, slots=True)
class Correction:
    """What a program was told after a promise: that it is withdrawn, or how far it still goes."""

    at: Moment
    """When the program was told."""
    level: Promise = Promise.NONE
    """What of the promise stands since; none once it is withdrawn."""
    words: str = ""
    """How the program was told, in the applicant's words."""
    letter_id: str = ""
    """Id of the message that told it; empty when it was told another way."""


@with_late("body")
@record(frozen=True, slots=True)
class Letter:
    """Any communication with a program, in or out; the screen calls it a message."""

    id: str
    """`l-` and six characters."""
    program_id: str
    """The program it belongs to."""
    kind: Kind
    """What it is for."""
    direction: Direction = Direction.OUT
    """Which way it went."""
    state: LetterState = LetterState.DRAFT
    """How far it has come."""
    channel: Channel = Channel.EMAIL
    """How it travels."""
    contact_ids: tuple[str, ...] = ()
    """To whom it goes, or from whom it came."""
    subject: str = ""
    """Subject line."""
    body: str = ""
    """The words."""
    promise: Promise = Promise.NONE
    """How strongly it speaks of ranking; settled when it is marked as sent."""
    interview_id: str = ""
    """The interview it is about, if any."""
    answers: str = ""
    """Id of the letter it answers, if any."""
    variant: str = ""
    """Which form of the template it was begun from."""
    made: Moment | None = None
    """When it was begun or logged."""
    edited: Moment | None = None
    """When its words last changed."""
    at: Moment | None = None
    """When it was sent or received; None while it is a draft."""
    improper: bool = False
    """Came in: it asked something a program may not ask."""
    hint: bool = False
    """Came in: it hinted at a commitment."""
    revisions: tuple[Revision, ...] = ()
    """Earlier texts, oldest first."""
    accepted: tuple[Accepted, ...] = ()
    """STOPs the applicant went past, with their moments."""
    trashed: Moment | None = None
    """When it was put in the trash."""
    corrections: tuple[Correction, ...] = ()
    """What was said later about its promise, oldest first."""

    @property
    def moved(self) -> Moment | None:
        """When it was sent or received, else when its words last changed, else when it was begun."""
        return self.at or self.edited or self.made

    @property
    def stands(self) -> Promise:
        """How strongly it still speaks of ranking, after what was corrected since."""
        return self.corrections[-1].level if self.corrections else self.promise
