"""A mail that came in, as far as it could be read."""

from __future__ import annotations

from store.frozen_record import record
from store.moments import Moment


@record(frozen=True, slots=True)
class MailRead:
    """Sender, moment, subject and words of one mail; what it does not say stays empty."""

    body: str
    """Its words, earlier mail in them kept."""
    name: str = ""
    """The sender's name."""
    address: str = ""
    """The sender's mail address."""
    at: Moment | None = None
    """When it was written; None when it does not say so clearly."""
    subject: str = ""
    """Its subject."""
    is_answer: bool = False
    """True when its header lines say that a person answers an earlier mail."""
    is_automatic: bool = False
    """True when its header lines say that a machine replied."""
    has_head: bool = False
    """True when it carried header lines; False for words alone."""
    calendar: bytes = b""
    """The calendar file in it; empty when it carries none that can be read."""
    notices: tuple[str, ...] = ()
    """What the person should know about the reading, a sentence each."""
