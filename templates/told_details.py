"""The detail of a talk that was typed into a letter because no note held it."""

from __future__ import annotations

from collections.abc import Mapping

from store.moments import Moment
from store.records import Letter
from store.rules.debriefing import PASSED_ON
from store.season import Season
from store.words import Kind
from templates.facts import facts_for
from templates.own_templates import all_forms
from templates.render import Blank, blanks_in, render
from templates.vocabulary import BY_NAME, hint_of

AROUND = 4
"""Words of the template before and behind the blank by which its place is known again."""
OTHERWISE: Mapping[str, str] = {
    "coordinator": "something {person} did that made the day easier",
    "everyone": "one detail of the day that could come from nowhere else",
}
"""What the blank asks for in forms that ask for the detail in words of their own, by form."""
LONGEST = 300
"""Characters beyond which it is a letter of its own and no detail."""


def detail_told(season: Season, letter: Letter, *, now: Moment, own: Mapping[str, str] | None = None) -> str:
    """What stands where a thank-you asked for a detail of the talk; empty when a note held one, or nothing tells.

    The words around the blank have to stand yet, once each; the rest of the letter may be anything. `own`
    holds the person's templates by name.
    """
    forms = {form.name for form in all_forms(letter.kind, own)}
    if letter.kind is not Kind.THANK_YOU or len(letter.contact_ids) != 1 or letter.variant not in forms:
        return ""
    facts = facts_for(season, letter, now=now)
    if facts.get("hook") and letter.variant != PASSED_ON:
        return ""
    begun = render(letter.kind, letter.variant, facts, own=own).body
    hints = {
        hint_of(BY_NAME["hook"], facts),
        OTHERWISE.get(letter.variant, "").replace("{person}", str(facts.get("person", ""))),
    }
    place = next((one for one in blanks_in(begun) if one.hint in hints), None)
    told = _in_its_place(begun, place, letter.body) if place else ""
    return "" if "[" in told or len(told) > LONGEST else told


def _in_its_place(begun: str, blank: Blank, present: str) -> str:
    """What stands in the present text between the words before and behind that blank; empty when they are not there."""
    lead = begun[: blank.start].rpartition("\n")[2].rpartition("]")[2]
    rest = begun[blank.end :].partition("\n")[0].partition("[")[0]
    before, after = _last_words(lead), _first_words(rest)
    if not before.strip() or not after or present.count(before) != 1:
        return ""
    told, found, _ = present.partition(before)[2].partition(after)
    return " ".join(told.split()) if found else ""


def _last_words(text: str) -> str:
    return "".join(f"{one} " for one in text.split(" ")[-AROUND - 1 : -1]) if text.endswith(" ") else text[-20:]


def _first_words(text: str) -> str:
    return " ".join(text.split(" ")[:AROUND])
