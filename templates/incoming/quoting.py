"""Which parts of a mail that came in are earlier mail, so that nobody is held to words they only quote."""

from __future__ import annotations

import re

from templates.conduct.sentences import Page

HEADER = r"(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance|Attachments)"
BLOCK = re.compile(rf"^[ \t]*\*?From:\*?[ \t]*\S[^\n]*\n(?:[ \t]*\n)?(?:[ \t]*\*?{HEADER}:\*?[^\n]*\n?){{2,}}", re.M)
"""The header lines Outlook and others put over the mail that is answered or forwarded."""
FORWARDED = re.compile(
    r"^[ \t]*(?:-{2,} ?(?:Forwarded message|Original Message|Forwarded by[^\n]{0,80}?) ?-{2,}|Begin forwarded message:)"
    r"[ \t]*\n",
    re.M | re.I,
)
_LINE = re.compile(r"^[ \t]*>.*$", re.M)
_ATTRIBUTION = re.compile(
    r"^[ \t]*(?:On (?:[^\n]{4,160}|[^\n]{4,160}\n[^\n]{2,160}) wrote"
    r"|Am [^\n]{4,160} schrieb[^\n]{0,80}|El [^\n]{4,160} escribió|Le [^\n]{4,160} a écrit|Em [^\n]{4,160} escreveu"
    r"|Il [^\n]{4,160} ha scritto|(?:W dniu|Dnia) [^\n]{4,160} (?:napisał(?:\(a\)|a)?|pisze)):?[ \t\xa0]?:?[ \t]*$",
    re.M,
)
_RULE = re.compile(r"^[ \t]*(?:_{20,}|-{20,})[ \t]*\n(?=[ \t]*\*?From:)", re.M)


def earlier_mail(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of earlier mail: lines marked with `>`, and whatever follows an attribution or a second set of headers."""
    spans = [match.span() for match in _LINE.finditer(text)]
    starts = [found.start() for sign in (_ATTRIBUTION, FORWARDED, _RULE, BLOCK) if (found := sign.search(text))]
    if starts:
        spans.append((min(starts), len(text)))
    return tuple(spans)


def own_page(text: str) -> Page:
    """What the sender wrote this time, earlier mail blanked out; every character keeps its offset."""
    for start, end in earlier_mail(text):
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return Page("body", text)
