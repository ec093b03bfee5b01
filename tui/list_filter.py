"""A filter as it is typed, and which lines of a list it lets through.

Conditions look at the program, words also at the line itself.
"""

from __future__ import annotations

from store.errors import Unclear
from store.filters import Filter, Term, View, parse_filter
from store.folding import folded


def understood(text: str) -> tuple[Filter, str]:
    """The filter typed, and what is wrong with it; then it is none, and keeps nothing back."""
    try:
        return parse_filter(text), ""
    except Unclear as unclear:
        return Filter(), str(unclear)


def lets_through(only: Filter, view: View, program_id: str, words: str, kind: str = "") -> bool:
    """True when every condition holds for that program, or stands in these words.

    A line that has a kind of its own is asked for that one, not for those of its program. A line without a
    program is found by its words alone, and meets every condition that is turned round.
    """
    return all(_holds(term, view, program_id, words, kind) for term in only.terms)


def _holds(term: Term, view: View, program_id: str, words: str, kind: str) -> bool:
    program = view.season.programs_by_id.get(program_id)
    if term.test == "kind" and kind:
        return (kind in term.values) is not term.negated
    if term.test == "text" and term.values[0] in folded(words):
        return not term.negated
    return term.negated if program is None else term.holds(program, view)
