"""The forms in which people write a program's name, and an index of them over a whole season."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from store.records import Contact, Program
from templates.conduct.phrases import word_list
from templates.conduct.words import plain_words

FILE = "names.json"
Form = tuple[str, ...]
_TAIL = re.compile(r"[\s,]*\b(?:(?:pediatrics?|paediatrics?) )?(?:residency |training )?program(?:me)?\s*$", re.I)
_BRACKETS = re.compile(r"\s*\(([^)]*)\)?")


def holds(form: Form, part: Form) -> bool:
    """Whether the words of the part stand in that form, one behind the other."""
    return any(form[at : at + len(part)] == part for at in range(len(form)))


def _initials(words: Form) -> str:
    return "".join(word[0] for word in words if word not in word_list(FILE, "connectors"))


def _written_forms(name: str) -> Iterable[tuple[str, bool]]:
    """Spellings of one full name, each with whether it may be shortened."""
    bare = _TAIL.sub("", name)
    inner = _BRACKETS.findall(bare)
    yield bare.replace("(", " ").replace(")", " "), False
    without = _BRACKETS.sub("", bare)
    yield without, True
    for part in re.split(r"/| - |–", without):
        yield part, True
    for content in inner:
        for part in content.split("/"):
            generic = any(word in word_list(FILE, "generic") and len(word) > 3 for word in plain_words(part))
            if generic or (part.strip().isupper() and len(part.strip()) >= 3):
                yield part, True


def _trimmed(words: Form, city: Form) -> Iterable[Form]:
    generic = word_list(FILE, "generic")
    while words and len(words) > 1:
        if city and len(words) > len(city) + 1 and words[-len(city) :] == city:
            words = words[: -len(city)]
        elif words[-1] in generic:
            words = words[:-1]
        else:
            return
        if words[-1] not in word_list(FILE, "connectors"):
            yield words


def _runs(words: Form) -> Iterable[Form]:
    generic = word_list(FILE, "generic")
    run: list[str] = []
    for word in (*words, "of"):
        if word in generic:
            if run:
                yield tuple(run)
            run = []
        else:
            run.append(word)


def _tells(form: Form) -> bool:
    """Whether the form says more than generic or everyday words do."""
    telling = [word for word in form if word not in word_list(FILE, "generic")]
    if not telling:
        return False
    if len(form) == 1:
        return len(form[0]) >= 3 and form[0] not in word_list(FILE, "common")
    return len(form) > 1


@lru_cache(maxsize=8192)
def forms_of(name: str, other_names: tuple[str, ...], city: str) -> tuple[frozenset[Form], frozenset[Form]]:
    """(whole names, every form): the second holds the first and the short forms people use."""
    whole: set[Form] = set()
    forms: set[Form] = set()
    town = plain_words(city)
    for full in (name, *other_names):
        for written, may_shorten in _written_forms(full):
            words = plain_words(written)
            words = words[1:] if len(words) > 1 and words[0] == "the" else words
            if not words:
                continue
            whole.add(words)
            if may_shorten:
                forms.update(_trimmed(words, town))
                forms.update(_runs(words))
        letters = _initials(plain_words(_TAIL.sub("", full)))
        if len(letters) >= 4 and letters not in word_list(FILE, "not_initials"):
            forms.add((letters,))
    named = {form for form in whole if any(word not in word_list(FILE, "generic") for word in form)}
    return frozenset(named), frozenset(named | {form for form in forms if _tells(form)})


@dataclass(frozen=True, eq=False)
class NameIndex:
    """Every followed program's forms and every contact's family name, found by their first word."""

    by_first: Mapping[str, tuple[tuple[Form, frozenset[str]], ...]]
    """Forms that begin with a word, longest first, with the ids of the programs they name."""
    whole: frozenset[Form]
    """Forms that are somebody's complete name."""
    words: frozenset[str]
    """Every word of every name."""
    towns: frozenset[str]
    """Words that name cities and states."""
    families: Mapping[str, tuple[Contact, ...]]
    """Contacts by comparable family name."""


class Same:
    """Wraps a value so that a cache tells it by identity and never reads through it."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value


def _families(contacts: tuple[Contact, ...], followed: set[str]) -> Mapping[str, tuple[Contact, ...]]:
    found: dict[str, list[Contact]] = {}
    for contact in contacts:
        family = plain_words(contact.family)
        if family and contact.program_id in followed:
            found.setdefault(family[-1], []).append(contact)
    return {family: tuple(people) for family, people in found.items()}


@lru_cache(maxsize=4)
def _index(programs: Same, contacts: Same) -> NameIndex:
    owners: dict[Form, set[str]] = {}
    whole: set[Form] = set()
    towns = set(word_list(FILE, "places"))
    followed: set[str] = set()
    for program in programs.value:
        if program.trashed is not None:
            continue
        followed.add(program.id)
        complete, forms = forms_of(program.name, program.other_names, program.city)
        whole |= complete
        towns.update(plain_words(program.city))
        for form in forms:
            owners.setdefault(form, set()).add(program.id)
    firsts: dict[str, list[tuple[Form, frozenset[str]]]] = {}
    for form in sorted(owners, key=len, reverse=True):
        firsts.setdefault(form[0], []).append((form, frozenset(owners[form])))
    return NameIndex(
        {first: tuple(forms) for first, forms in firsts.items()},
        frozenset(whole),
        frozenset(word for form in owners for word in form),
        frozenset(towns),
        _families(contacts.value, followed),
    )


def name_index(programs: tuple[Program, ...], contacts: tuple[Contact, ...]) -> NameIndex:
    """The index over those records, built once for as long as they stay the same tuples."""
    return _index(Same(programs), Same(contacts))
