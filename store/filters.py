"""The filter language of the lists: `status:bkd region:mw !tag:far due<7d "children's"`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from operator import ge, gt, le, lt

from store.agenda import Agenda, Urgency, urgency
from store.course import AWAITED, QUIET_DAYS, attended_interviews, quiet_days, shown_status
from store.dates import days_until, home_of
from store.errors import Unclear
from store.folding import folded
from store.frozen_record import record
from store.moments import Moment
from store.records import Program
from store.reference.regions import REGIONS, region_of
from store.season import Season
from store.words import STATUS_WORDS, UNSENT, Direction, Kind, LetterState, Promise

KEYS = ("status", "region", "state", "tier", "tag", "kind", "has")
"""What can be looked at before a colon."""
FLAGS = ("clash", "due", "late", "quiet")
"""What can be asked by a word alone."""
SAID_SO = {"overdue": "late", "clashes": "clash"}
"""Words of the screen that ask for the same."""
HELD = ("note", "draft", "promise", "interview", "stale", "conflict")
"""What a program can have."""
FILTER_HELP = "status: region: state: tier: tag: kind: has: clash late due<7d quiet>30d !not"
"""The whole language in one line that fits the narrowest screen."""
COMPARED: Mapping[str, Callable[[int, int], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}
"""Signs before a number of days."""

TERM = re.compile(r'(!?)((?:[A-Za-z]+:)?"[^"]*"|[^\s"]+)')
MEASURE = re.compile(r"(\w+)(<=|>=|<|>)(.*)")
DAYS = re.compile(r"(\d{1,3})d?")


@record(frozen=True, slots=True)
class View:
    """What a filter looks at besides the program itself."""

    season: Season
    """The season."""
    agenda: Agenda
    """Its agenda at that moment."""
    now: Moment
    """The moment."""


@record(frozen=True, slots=True)
class Term:
    """One condition of a filter."""

    test: str
    """What is looked at: a key, a flag, or `text`."""
    values: tuple[str, ...] = ()
    """Any of these will do, folded."""
    compare: str = ""
    """The sign before a number of days, if any."""
    days: int = 0
    """The number of days, if one is compared."""
    negated: bool = False
    """True when the condition must not hold."""

    def holds(self, program: Program, view: View) -> bool:
        """True when the program meets the condition, or fails it if that is what is asked."""
        return _TESTS[self.test](self, program, view) is not self.negated


@record(frozen=True, slots=True)
class Filter:
    """Conditions that must all hold; one without conditions lets everything pass."""

    text: str = ""
    """As it was typed."""
    terms: tuple[Term, ...] = ()
    """The conditions."""

    def matches(self, season: Season, agenda: Agenda, program: Program, now: Moment) -> bool:
        """True when the program meets every condition at that moment."""
        view = View(season, agenda, now)
        return all(term.holds(program, view) for term in self.terms)


def parse_filter(text: str) -> Filter:
    """The filter that text describes.

    Words without a key are looked for in names, places, tags, tier and people, without regard to case or
    accents; the code of a status alone, or its word, finds that status too. Raises Unclear for an unknown key,
    status or region, naming those there are.
    """
    if text.count('"') % 2:
        raise Unclear("A quotation mark is open. Close it, or leave it out.")
    return Filter(text, tuple(_term(bang == "!", body) for bang, body in TERM.findall(text) if body))


def _term(negated: bool, body: str) -> Term:
    if body.startswith('"'):
        return Term("text", (folded(body.strip('"')),), negated=negated)
    measured = MEASURE.fullmatch(body)
    if measured:
        return _measure(negated, *measured.groups())
    key, colon, rest = body.partition(":")
    if colon:
        return _keyed(negated, key.lower(), rest.strip('"'))
    word = folded(body)
    word = SAID_SO.get(word, word)
    if word in FLAGS:
        return Term(word, negated=negated)
    return Term("text", (word,), negated=negated)


def _measure(negated: bool, name: str, sign: str, amount: str) -> Term:
    days = DAYS.fullmatch(amount)
    if name.lower() not in ("due", "quiet"):
        raise Unclear(f"“{name[:60]}” has no number of days. Days go with: due, quiet.", ("due<7d", "quiet>30d"))
    if not days:
        raise Unclear(f"“{amount[:60]}” is no number of days. Write it like due<7d.", ("due<7d", "quiet>30d"))
    return Term(name.lower(), compare=sign, days=int(days[1]), negated=negated)


def _keyed(negated: bool, key: str, rest: str) -> Term:
    if key not in KEYS:
        words = ", ".join((*KEYS, *FLAGS))
        raise Unclear(f"“{key[:60]}” is nothing to filter by. There are: {words}.", KEYS + FLAGS)
    values = tuple(folded(value) for value in rest.split(",") if value.strip())
    if not values:
        things = f"Say after the colon what it has: {', '.join(HELD)}."
        raise Unclear(things if key == "has" else f"Say which {key} after the colon.")
    if key == "status":
        values = tuple(_status(value) for value in values)
    if key == "region":
        values = tuple(_region(value) for value in values)
    if key == "kind":
        values = tuple(_listed(value, tuple(Kind), "kind of message") for value in values)
    if key == "has":
        values = tuple(_listed(value, HELD, "thing a program can have") for value in values)
    return Term(key, values, negated=negated)


def _status(value: str) -> str:
    for status, words in STATUS_WORDS.items():
        if value in (status.value.lower(), words):
            return status.value
    known = tuple(status.value.lower() for status in STATUS_WORDS)
    raise Unclear(f"“{value[:60]}” is no status. There are: {', '.join(known)}.", known)


def _region(value: str) -> str:
    for code, words in REGIONS.items():
        if value in (code.lower(), words.lower()):
            return code
    known = ", ".join(f"{code.lower()} {words}" for code, words in REGIONS.items())
    raise Unclear(f"“{value[:60]}” is no region. There are: {known}.", tuple(code.lower() for code in REGIONS))


def _listed(value: str, known: tuple[str, ...], what: str) -> str:
    """The one of these words that is meant, in full or by a beginning that no other shares."""
    begun = [word for word in known if word.startswith(value)]
    if value in known or len(begun) == 1:
        return str(value if value in known else begun[0])
    names = tuple(str(word) for word in (begun or known))
    raise Unclear(f"“{value[:60]}” is no {what}. There are: {', '.join(names)}.", names)


def _is_late(_: Term, program: Program, view: View) -> bool:
    return any(urgency(one, view.now) is Urgency.LATE for one in view.agenda.of(program.id))


def _is_due(term: Term, program: Program, view: View) -> bool:
    """Without a number: due today or late. Otherwise the next follow-up is that many days away."""
    next_one = view.agenda.next_of.get(program.id)
    if next_one is None:
        return False
    if not term.compare:
        return any(urgency(one, view.now) in (Urgency.LATE, Urgency.DUE) for one in view.agenda.of(program.id))
    return COMPARED[term.compare](days_until(next_one.due, view.now, home_of(view.season.profile, view.now)), term.days)


def _is_quiet(term: Term, program: Program, view: View) -> bool:
    if shown_status(view.season, program, view.now) not in AWAITED:
        return False
    days = quiet_days(view.season, program, view.now)
    return COMPARED[term.compare](days, term.days) if term.compare else days >= QUIET_DAYS


def _has_clash(_: Term, program: Program, view: View) -> bool:
    return program.id in view.agenda.clashing


def _has_text(term: Term, program: Program, view: View) -> bool:
    status = shown_status(view.season, program, view.now)
    if term.values[0] in (status.value.lower(), STATUS_WORDS[status]):
        return True
    people = view.season.contacts_of.get(program.id, ())
    places = (program.name, *program.other_names, program.city, program.state, program.tier, *program.tags)
    return any(term.values[0] in folded(text) for text in (*places, *(contact.name for contact in people)))


def _has_kind(term: Term, program: Program, view: View) -> bool:
    own = view.season.letters_of.get(program.id, ())
    return any(letter.trashed is None and letter.kind.value in term.values for letter in own)


def _has_any(term: Term, program: Program, view: View) -> bool:
    return any(_HOLDS[value](program, view) for value in term.values)


def _has_draft(program: Program, view: View) -> bool:
    own = view.season.letters_of.get(program.id, ())
    return any(one.direction is Direction.OUT and one.state in UNSENT and one.trashed is None for one in own)


def _has_promise(program: Program, view: View) -> bool:
    own = view.season.letters_of.get(program.id, ())
    sent = (one for one in own if one.state is LetterState.SENT and one.trashed is None)
    return any(one.direction is Direction.OUT and one.promise is not Promise.NONE for one in sent)


def _has_stale(program: Program, view: View) -> bool:
    from store.shelf_life import is_stale  # which the first picture does without

    return any(is_stale(fact, view.now.day) for fact in program.facts)


def _has_conflict(program: Program, view: View) -> bool:
    from store.shelf_life import disagreeing

    return bool(disagreeing(program.facts))


_HOLDS: Mapping[str, Callable[[Program, View], bool]] = {
    "note": lambda program, view: bool(view.season.notes_of.get(program.id)),
    "draft": _has_draft,
    "promise": _has_promise,
    "interview": lambda program, view: bool(attended_interviews(view.season, program, view.now)),
    "stale": _has_stale,
    "conflict": _has_conflict,
}
_TESTS: Mapping[str, Callable[[Term, Program, View], bool]] = {
    "status": lambda term, program, view: shown_status(view.season, program, view.now).value in term.values,
    "region": lambda term, program, view: region_of(program.state) in term.values,
    "state": lambda term, program, view: folded(program.state) in term.values,
    "tier": lambda term, program, view: folded(program.tier) in term.values,
    "tag": lambda term, program, view: any(folded(tag) in term.values for tag in program.tags),
    "kind": _has_kind,
    "has": _has_any,
    "text": _has_text,
    "late": _is_late,
    "due": _is_due,
    "quiet": _is_quiet,
    "clash": _has_clash,
}
