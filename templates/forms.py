"""A draft in another form or of another kind: what was typed into its blanks goes along, own words are told of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from store.frozen_record import record
from store.moments import Moment
from store.records import Letter
from store.season import Season
from store.words import Kind
from templates.choosing import fitting_form, interview_about
from templates.facts import facts_for
from templates.own_templates import all_forms
from templates.render import Rendered, blanks_in, render


@record(frozen=True, slots=True)
class Reformed:
    """What a draft would become."""

    letter: Letter
    """The draft in the new form."""
    leaves_words: bool
    """True when words the person wrote would not stand in it any more."""


def in_form(
    season: Season,
    letter: Letter,
    kind: Kind,
    variant: str = "",
    *,
    now: Moment,
    own: Mapping[str, str] | None = None,
) -> Reformed:
    """That draft in another form; without a variant, the one that suits its reader and the state of things.

    `own` holds the person's templates by name.
    """
    same = kind is letter.kind
    about = letter.interview_id if same else _interview_id(season, letter, kind, now)
    begun = _begun(season, letter, now, own)
    changed = replace(letter, kind=kind, interview_id=about)
    form = variant or fitting_form(season, changed, now=now).name
    changed = replace(changed, variant=form)
    words = render(kind, form, facts_for(season, changed, now=now), own=own)
    typed = answers_in(begun.body, letter.body), answers_in(begun.subject, letter.subject)
    subject = words.subject if typed[1] is not None or not same else letter.subject
    kept = {**(typed[1] or {}), **(typed[0] or {})}
    left = set(kept) - {one.hint for text in (words.body, subject) for one in blanks_in(text)}
    own_body = typed[0] is None and bool(letter.body.strip())
    own_subject = typed[1] is None and not same and bool(letter.subject.strip())
    changed = replace(changed, subject=with_answers(subject, kept), body=with_answers(words.body, kept))
    return Reformed(changed, bool(left) or own_body or own_subject)


def answers_in(begun: str, present: str) -> Mapping[str, str] | None:
    """What was typed in place of each blank of the begun text, by its hint; None when other words differ too."""
    answers: dict[str, str] = {}
    blanks = blanks_in(begun)
    ends = [one.start for one in blanks[1:]] + [len(begun)]
    first = begun[: blanks[0].start] if blanks else begun
    if not present.startswith(first):
        return None
    place = len(first)
    for blank, end in zip(blanks, ends, strict=False):
        after = begun[blank.end : end]
        at = _last_place(present, after, place) if end == len(begun) else present.find(after, place)
        if at < 0:
            return None
        if (typed := present[place:at]) != begun[blank.start : blank.end] and typed.strip():
            answers.setdefault(blank.hint, typed)
        place = at + len(after)
    return answers if place == len(present) else None


def with_answers(text: str, answers: Mapping[str, str]) -> str:
    """That text with every blank filled whose hint has an answer."""
    for one in reversed(blanks_in(text)):
        text = text[: one.start] + answers.get(one.hint, text[one.start : one.end]) + text[one.end :]
    return text


def _last_place(text: str, ending: str, start: int) -> int:
    place = len(text) - len(ending)
    return place if place >= start and text.endswith(ending) else -1


def _begun(season: Season, letter: Letter, now: Moment, own: Mapping[str, str] | None) -> Rendered:
    """The words its form begins with, as things are now; none when the form is not known here."""
    if letter.variant not in {form.name for form in all_forms(letter.kind, own)}:
        return Rendered("", "")
    return render(letter.kind, letter.variant, facts_for(season, letter, now=now), own=own)


def _interview_id(season: Season, letter: Letter, kind: Kind, now: Moment) -> str:
    interview = interview_about(season, letter.program_id, kind, now=now)
    return interview.id if interview else ""
