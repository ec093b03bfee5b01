"""Which programs a draft names, where, and under which form of their name."""

from __future__ import annotations

import re
from functools import lru_cache

from store.frozen_record import record
from store.records import Contact
from templates.conduct.draft import Draft
from templates.conduct.name_forms import FILE, Form, NameIndex, forms_of, holds, name_index
from templates.conduct.phrases import word_list
from templates.conduct.sentences import Page, flatten
from templates.conduct.words import Word, plain_words, words_in

_LINK = re.compile(r"[\s,/()\-–—]{1,5}")
_AFTER_ST = re.compile(r"\.\s{1,3}")
_INSTITUTION = (
    r"(?:program|residency|residents?|interns?|pediatrics|children|hospital|faculty|interview|team|nicu|picu"
    r"|curriculum|clinic)"
)
_INTERVIEWS = re.compile(r"\binterviews\b")
_AT_PLACE = re.compile(r"\b(?:at|join|joining|rank|ranking|interview with|match with)\s+$", re.I)
_PRAISED = re.compile(
    r"\b(?:(?:struck|moved|impressed|surprised|drew|draws|attracts?|attracted|convinced|interests?|like[ds]?|loved?"
    r"|admired?|enjoyed) (?:me )?(?:\w+ ){0,2}?(?:about|to|with|by)?|(?:impressed|drawn|excited|taken) (?:\w+ )?(?:by"
    r"|to|with|about)|what (?:\w+ ){0,3}?makes)\s+$",
    re.I,
)
_LIVED = re.compile(
    r"\b(?:live[sd]?|living|grew|born|raised|home|famil(?:y|ies)|(?:grand)?parents|grand(?:mother|father)|moved?|moving"
    r"|neighbou?rs?|streets?|town|city|county|state|roads?|drove|drive|flew|fly|born|childhood)\b"
)
_IN_PLACE = re.compile(
    r"\b(?:in|near|from|around|outside|across|throughout|of"
    r"|(?:mov|travel|fly|flying|driv|relocat|return|back|home)\w* to)\s+$",
    re.I,
)
_PLACE_TAIL = re.compile(r",\s+[A-Z]{2}\b|,? (?:area|families|community|communities|native)\b")
_OF_PLACE = re.compile(
    r"(?:['’]s)?\s+(?:\w+\s+)?"
    + _INSTITUTION
    + r"|\s+(?:(?:has|have|had)\s+(?:\w+\s+){0,2})?(?:taken|offered|invited|given|gave|took|accepted|interviewed|ranked"
    r"|called|wrote|written|asked)\s+(?:me|to)\b",
    re.I,
)


@record(frozen=True, slots=True)
class Named:
    """One place where a draft names a program."""

    page: Page
    """The text."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset after the last character; a possessive ending stays outside."""
    programs: frozenset[str]
    """Ids of the programs that form may mean."""
    own: bool
    """True when it names the program the letter goes to."""


@record(frozen=True, slots=True)
class PersonNamed:
    """One place where a draft names a contact of another program."""

    page: Page
    """The text."""
    start: int
    """Offset of the first character of title or given name."""
    end: int
    """Offset after the family name; a possessive ending stays outside."""
    contact: Contact
    """Who is named."""


@lru_cache(maxsize=8)
def page_words(page: Page) -> tuple[Word, ...]:
    """The words of a page that are not quoted earlier mail."""
    return words_in(page.own_text)


def index_for(draft: Draft) -> NameIndex:
    """The index of names of the draft's season."""
    return name_index(draft.season.programs, draft.season.contacts)


def own_forms(draft: Draft) -> tuple[frozenset[Form], frozenset[Form]]:
    """(whole names, every form) of the program the draft goes to."""
    program = draft.program
    return forms_of(program.name, program.other_names, program.city) if program else (frozenset(), frozenset())


def _stands_at(form: Form, words: tuple[Word, ...], at: int, text: str) -> bool:
    """Whether that form stands there, capitalised, with nothing but blanks and light marks between its words."""
    if at + len(form) > len(words):
        return False
    connectors = word_list(FILE, "connectors")
    for step, wanted in enumerate(form):
        word = words[at + step]
        last = step == len(form) - 1
        if word.plain != wanted and not (last and word.stem == wanted):
            return False
        if not word.raised and wanted not in connectors:
            return False
        if step:
            gap = text[words[at + step - 1].end : word.start]
            if not _LINK.fullmatch(gap) and not (words[at + step - 1].plain == "st" and _AFTER_ST.fullmatch(gap)):
                return False
    return True


def _lengthens(form: Form, forms: frozenset[Form]) -> bool:
    """Whether a form is this program's own name with more words behind it."""
    return any(len(own) > 1 and form[: len(own)] == own for own in forms)


def _is_place_only(form: Form, index: NameIndex) -> bool:
    return all(word in index.towns for word in form)


def _counts(
    draft: Draft, page: Page, form: Form, start: int, end: int, index: NameIndex, previous: Word | None
) -> bool:
    """Whether a form that is also a place or a person's name is used as a program's name here."""
    if len(form) == 1 and _is_person(draft, form[0], previous):
        return False
    if not _is_place_only(form, index):
        return True
    program = draft.program
    if program and form == plain_words(program.city):
        return False
    before, after = page.text[max(0, start - 24) : start], page.text[end : end + 40]
    if form in index.whole:
        return not (_IN_PLACE.search(before) or _PLACE_TAIL.match(after))
    if _AT_PLACE.search(before) or _OF_PLACE.match(after):
        return True
    sentence = page.sentence_at(start)
    about = sentence is not None and (
        _INTERVIEWS.search(sentence.flat) or _PRAISED.search(before) or not _LIVED.search(sentence.flat)
    )
    return bool(about) and not (_IN_PLACE.search(before) or _PLACE_TAIL.match(after))


def _is_person(draft: Draft, word: str, previous: Word | None) -> bool:
    if word in plain_words(draft.season.profile.name):
        return True
    if previous is None:
        return False
    people = draft.season.contacts_of.get(draft.letter.program_id, ())
    return previous.plain in word_list(FILE, "titles") or any(
        plain_words(person.name)[:1] == (previous.plain,) for person in people
    )


@lru_cache(maxsize=4)
def programs_named(draft: Draft) -> tuple[Named, ...]:
    """Every place where a followed program is named, the longest form that fits each place."""
    index = index_for(draft)
    whole, forms = own_forms(draft)
    found: list[Named] = []
    for page in draft.pages:
        words = page_words(page)
        at = 0
        while at < len(words):
            hit = _longest(words, at, page, index)
            if hit is None:
                at += 1
                continue
            form, owners = hit
            start, last = words[at].start, words[at + len(form) - 1]
            end = last.end if last.plain == form[-1] else last.stem_end
            own = draft.letter.program_id in owners or form in forms or any(holds(name, form) for name in whole)
            own = own or (form not in index.whole and _lengthens(form, forms))
            if own or _counts(draft, page, form, start, end, index, words[at - 1] if at else None):
                found.append(Named(page, start, end, owners, own))
            at += len(form)
    return tuple(found)


def _longest(words: tuple[Word, ...], at: int, page: Page, index: NameIndex) -> tuple[Form, frozenset[str]] | None:
    """The longest form that begins with that word, and the ids of the programs it may mean."""
    word = words[at]
    if not word.raised:
        return None
    for first in dict.fromkeys((word.plain, word.stem)):
        for form, owners in index.by_first.get(first, ()):
            if _stands_at(form, words, at, page.text):
                return form, owners
    return None


@lru_cache(maxsize=8)
def masked(draft: Draft, page: Page) -> str:
    """The flat text with this program's name read as `you` and any other as `zzz`, every offset kept."""
    flat = list(page_flat(page))
    for named in programs_named(draft):
        start, end = named.start, named.end
        if named.page is not page or end - start < len("you"):
            continue
        stand_in = "you" if named.own else "zzz"
        if named.own and page.text[end : end + 2] in {"'s", "’s"}:
            stand_in, end = "your", end + 2
        flat[start:end] = stand_in.ljust(end - start)
    return "".join(flat)


def page_flat(page: Page) -> str:
    """The flat text of a page with earlier mail blanked out."""
    return flatten(page.own_text)


def people_named(draft: Draft) -> tuple[PersonNamed, ...]:
    """Every place where a contact of another followed program is named in full or by title and family name."""
    index = index_for(draft)
    own = {
        plain_words(person.family)[-1]
        for person in draft.season.contacts_of.get(draft.letter.program_id, ())
        if plain_words(person.family)
    }
    titles = word_list(FILE, "titles")
    found = []
    for page in draft.pages:
        words = page_words(page)
        for at, word in enumerate(words):
            people = index.families.get(word.stem) if word.raised else None
            if not people or not at or word.stem in own:
                continue
            for person in people:
                start = _person_start(words, at, person, titles)
                if start is not None and person.program_id != draft.letter.program_id:
                    found.append(PersonNamed(page, start, word.stem_end, person))
                    break
    return tuple(found)


def _person_start(words: tuple[Word, ...], at: int, person: Contact, titles: frozenset[str]) -> int | None:
    before = words[at - 1]
    given = plain_words(person.name)[:1]
    if given and before.plain == given[0] and given[0] != words[at].stem:
        return before.start
    if before.plain in titles:
        return before.start
    return None
