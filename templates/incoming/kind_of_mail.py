"""What a message that came in is, proposed from its words: an invitation, a second look, a rejection, a notice."""

from __future__ import annotations

from collections.abc import Iterator

from store.frozen_record import record
from store.words import Kind
from templates.conduct.phrases import any_of, compiled, data_file, phrases
from templates.conduct.sentences import flatten
from templates.incoming.quoting import own_page
from templates.incoming.subjects import is_of_an_answer

FILE = "came_as.json"
IN_ORDER = (Kind.REJECTION, Kind.SECOND_LOOK, Kind.WAITLIST_NOTICE, Kind.INVITATION, Kind.NOTICE)
"""A refusal that speaks of a waitlist or of its interviews is a refusal still; a notice is what nothing else is."""
MOST_BODY = 20_000
"""Characters of its own words that are looked through."""


@record(frozen=True, slots=True)
class LooksLike:
    """A kind that the words of a message point to; only the person says that it is one."""

    kind: Kind
    """The kind."""
    words: str
    """The sentence that points to it."""
    why: str
    """What that sentence does, to follow “it”."""


def looks_like(subject: str, body: str) -> LooksLike | None:
    """What its words point to; None when they point to no more than an answer or a question."""
    sentences = tuple(_sentences(subject, body))
    for kind in IN_ORDER:
        for words, flat in sentences:
            why = _why(kind, flat)
            if why:
                return LooksLike(kind, words, why)
    return None


def _sentences(subject: str, body: str) -> Iterator[tuple[str, str]]:
    """Every sentence of the sender's own and how it reads flat; the subject of an answer is that of another message."""
    for sentence in own_page(body[:MOST_BODY]).sentences:
        yield " ".join(sentence.text.split()), sentence.flat
    if not is_of_an_answer(subject):
        yield subject, flatten(subject)


def _why(kind: Kind, flat: str) -> str:
    """What that sentence does as one of that kind; empty when it is nothing of it."""
    if any_of(FILE, kind.value).search(flat) is None:
        return ""
    apart = compiled(data_file(FILE)["apart_from"][kind.value], {})
    if apart.search(flat) is not None:
        return ""
    return next(one.why for one in phrases(FILE) if one.sense == kind.value and one.pattern.search(flat))
