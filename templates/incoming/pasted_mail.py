"""Mail as people copy it out of Outlook, Gmail or Apple Mail: a few header lines, then the words."""

from __future__ import annotations

import re
from dataclasses import replace

from store.clean_text import NAME_LIMIT, clean_body, clean_line
from store.moments import Moment
from templates.incoming.head_words import in_english
from templates.incoming.mail_dates import written_at
from templates.incoming.mail_read import MailRead
from templates.incoming.quoting import FORWARDED, HEADER

MOST_LINES = 40
"""Header lines stand within the first lines or nowhere."""
_HEAD = re.compile(rf"[ \t]*\*?(?P<name>{HEADER}):\*?[ \t]*(?P<value>.*)", re.I)
_SENDER = re.compile(
    r"[ \t]*(?P<name>[^<>\n]{0,120}?)[ \t]*<(?P<address>[^<>\s@]{1,64}@[^<>\s@]{3,190})>[ \t]*(?P<rest>.*)"
)
_BRACKETED = re.compile(r"<?(?:mailto:)?([^<>\s@()\[\],;:\"]{1,64}@[^<>\s@()\[\],;:\"]{3,190})>?", re.I)
_TO_ME = re.compile(r"[ \t]*(?:to:? ?(?:me|you|[\w.,;<>@+ -]{1,120})|(?:me|you)(?:;[^\n]{0,120})?)[ \t]*", re.I)
_BUTTONS = re.compile(r"(?:\s*^[ \t]*(?:Reply|Reply all|Forward)[ \t]*$)+\s*\Z", re.M)
"""What stands below a mail on its page and is no word of it."""
MOST_ABOVE = 12
"""Lines of a mail page above its sender: the subject, then labels and buttons."""
NO_ZONE = "Its date names no time zone; it is read on your clock."
NO_DATE = "It carries no date that can be read."
AHEAD = "Its date lies ahead of your clock, so it was left out."


def read_pasted(text: str, *, now: Moment) -> MailRead:
    """The mail in that text; without header lines everything in it is its words.

    Raises RuleBroken when it is longer than a letter may be.
    """
    text = clean_body(text, what="This mail")
    intro = FORWARDED.match(text.lstrip("\n"))
    if intro is not None:
        text = text.lstrip("\n")[intro.end() :]
    text = in_english(text.lstrip("\n"))
    head, body = _head_of(text)
    if not head:
        return _from_page(text, now=now)
    name, address = sender_of(head.get("from", ""))
    mail = MailRead(body.strip("\n"), name, address, subject=one_line(head.get("subject", "")), has_head=True)
    return dated(mail, head.get("sent") or head.get("date", ""), now=now)


def dated(mail: MailRead, said: str, *, now: Moment) -> MailRead:
    """That mail with the moment its date line names, and a notice about what is doubtful there."""
    at, zoned = written_at(said, now=now)
    if at is not None and at.at > now.at:
        return replace(mail, notices=(*mail.notices, AHEAD))
    notice = () if at is not None and zoned else (NO_ZONE,) if at is not None else (NO_DATE,)
    return replace(mail, at=at, notices=(*mail.notices, *notice))


def sender_of(value: str) -> tuple[str, str]:
    """Name and address of a sender line; either may be missing."""
    found = _BRACKETED.search(value)
    address = found[1].rstrip(".") if found else ""
    name = value[: found.start()] if found else value
    name = re.sub(r"\[mailto:?|\bon behalf of\b.*", "", name, flags=re.I)
    return one_line(name.strip(" \t\"'<>[](),;")), address


def one_line(text: str) -> str:
    """That text as one clean line, cut where a name or a subject ends for good."""
    return clean_line(" ".join(text.split())[:NAME_LIMIT])


def _head_of(text: str) -> tuple[dict[str, str], str]:
    """The header lines at the beginning by lower-case name, and what follows; none when the text begins otherwise."""
    lines = text.split("\n")
    head: dict[str, str] = {}
    at, last = 0, ""
    while at < min(len(lines), MOST_LINES) and not (head and _ends(lines, at)):
        found = _HEAD.fullmatch(lines[at])
        if found is not None:
            last = found["name"].lower()
            head.setdefault(last, found["value"].strip())
        elif head and lines[at][:1] in " \t" and lines[at].strip():
            head[last] += f" {lines[at].strip()}"
        elif lines[at].strip():
            break
        at += 1
    known = {"from", "subject", "sent", "date"} & head.keys()
    return (head, "\n".join(lines[at:])) if known else ({}, text)


def _ends(lines: list[str], at: int) -> bool:
    """An empty line ends the header lines, unless another one of them follows it."""
    return not lines[at].strip() and not (at + 1 < len(lines) and _HEAD.fullmatch(lines[at + 1]))


def _from_page(text: str, *, now: Moment) -> MailRead:
    """A mail copied from a web page; labels and buttons above its sender are none of its words."""
    lines = text.split("\n")
    filled = [place for place, line in enumerate(lines) if line.strip()][: MOST_ABOVE + 2]
    for order in range(min(len(filled), MOST_ABOVE)):
        name, address, said, last = _page_head(lines, filled[order : order + 3])
        if not said or written_at(said, now=now)[0] is None:
            continue
        subject = one_line(lines[filled[0]]) if order else ""
        body = _BUTTONS.sub("", "\n".join(lines[last + 1 :])).strip("\n")
        return dated(MailRead(body, name, address, subject=subject, has_head=True), said, now=now)
    return MailRead(text.strip("\n"))


def _page_head(lines: list[str], places: list[int]) -> tuple[str, str, str, int]:
    """The sender on the first of these lines, the date beside or below, and the last line used; empty for no sender.

    A name without its address is a sender only with “to me” below.
    """
    place, *below = places
    found = _SENDER.fullmatch(lines[place])
    beside = found["rest"].strip() if found is not None else ""
    below = below[:1] if beside else below
    to_me = next((one for one in below if _TO_ME.fullmatch(lines[one])), -1)
    day = -1 if beside else next((one for one in below if one != to_me), -1)
    if (found is None and to_me < 0) or not (beside or day >= 0):
        return "", "", "", place
    name, address = (one_line(found["name"]), found["address"]) if found is not None else (one_line(lines[place]), "")
    return name, address, beside or lines[day], max(place, to_me, day)
