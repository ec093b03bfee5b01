"""What a person hears of a template: everything wrong in it with its line, what was meant, which facts it needs."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from store.frozen_record import record
from store.words import Kind
from templates.render import check_template
from templates.sentences import listed
from templates.trouble import TemplateTrouble
from templates.vocabulary import BY_NAME, FactValue, Form, words_for

UNKNOWN = "unknown name “"


@record(frozen=True, slots=True)
class Checked:
    """A template looked through."""

    troubles: tuple[str, ...]
    """What keeps it from being used, a sentence each with its line; empty when it can be used."""
    asks: tuple[str, ...] = ()
    """The facts it asks for."""
    missing: tuple[str, ...] = ()
    """Those of them that are not known yet: each leaves a blank to fill in."""


def looked_through(source: str, kind: Kind, facts: Mapping[str, FactValue] | None = None) -> Checked:
    """Everything to be said of that template; `facts` are those known now, and without them none is missing."""
    from templates.sandbox import names_in, troubles_in

    found = tuple(troubles_in(source, kind))
    if not found and (last := check_template(source, kind)):
        found = (last,)
    if found:
        return Checked(tuple(dict.fromkeys(_said(one, kind) for one in found)))
    asks = names_in(source, kind)
    if facts is None:
        return Checked((), asks)
    # Whether something is so is known or not so; it leaves no blank.
    missing = (name for name in asks if not facts.get(name) and BY_NAME[name].form is not Form.YES)
    return Checked((), asks, tuple(missing))


def named_facts(names: tuple[str, ...]) -> str:
    """These facts with what each stands for, as a list inside a sentence."""
    return listed([f"{name} ({BY_NAME[name].about})" for name in names])


def _said(trouble: TemplateTrouble, kind: Kind) -> str:
    if UNKNOWN not in trouble.what:
        return trouble.sentence
    name = trouble.what.partition(UNKNOWN)[2].rstrip("”")
    return f"{trouble.sentence} {_meant(name, kind)}".rstrip()


def _meant(name: str, kind: Kind) -> str:
    """What may have been meant by a name that this kind does not know."""
    word = BY_NAME.get(name)
    if word is not None:
        kinds = sorted(one.value for one in word.kinds)
        return f"It is known to other kinds only: {', '.join(kinds)}."
    near = get_close_matches(name, [one.name for one in words_for(kind)], 1)
    return f"Did you mean “{near[0]}”?" if near else ""
