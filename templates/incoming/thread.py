"""Which of the applicant's own messages a mail that came in answers."""

from __future__ import annotations

import re
from datetime import datetime

from store.course import exchanged
from store.folding import folded
from store.records import Contact, Letter
from store.season import Season
from store.words import Direction
from templates.incoming.mail_read import MailRead
from templates.incoming.quoting import earlier_mail
from templates.incoming.subjects import bare_subject, is_of_an_answer

MOST_BODY = 40_000
"""Characters of the mail in which quoted words are looked for."""
SHORTEST_QUOTE = 40
"""Characters of a line that tell one message from another."""


def letter_answered(season: Season, program_id: str, mail: MailRead, sender: Contact | None = None) -> Letter | None:
    """The applicant's message that mail answers: by the words it quotes, else by its subject; None when it is not one.

    Of several that fit, one to the sender goes before others, then the latest.
    """
    own = [
        one
        for one in season.letters_of.get(program_id, ())
        if one.direction is Direction.OUT and exchanged(one)
        if mail.at is None or _sent(one) <= mail.at.at
    ]
    found = _quoted(own, mail) or _same_subject(own, mail)
    to_them = [one for one in found if sender is not None and sender.id in one.contact_ids]
    return max(to_them or found, key=lambda one: (_sent(one), one.id), default=None)


def _quoted(own: list[Letter], mail: MailRead) -> list[Letter]:
    """Those whose longest line stands in the earlier mail below."""
    text = mail.body[:MOST_BODY]
    said = _flat(" ".join(text[start:end] for start, end in earlier_mail(text)))
    if not said:
        return []
    lines = ((one, max(map(_flat, one.body.split("\n")), key=len, default="")) for one in own)
    return [one for one, line in lines if len(line) >= SHORTEST_QUOTE and line in said]


def _same_subject(own: list[Letter], mail: MailRead) -> list[Letter]:
    if not (mail.is_answer or is_of_an_answer(mail.subject)):
        return []
    wanted = folded(bare_subject(mail.subject))
    return [one for one in own if wanted and folded(bare_subject(one.subject)) == wanted]


def _flat(text: str) -> str:
    return folded(" ".join(re.sub(r"(?m)^[ \t>]+", "", text).split()))


def _sent(letter: Letter) -> datetime:
    assert letter.at is not None, "what was exchanged has a moment"
    return letter.at.at
