"""C02 and C22: another program in a letter, by mistake or as a rival, and wrong forms of this program's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.records import Program
from store.sentence_ends import ended
from store.words import Kind, ReasonKind, Role, Status
from templates.conduct.draft import Draft, at_words
from templates.conduct.findings import Finding, Level
from templates.conduct.fixes import without_sentence
from templates.conduct.name_forms import FILE, Form, holds
from templates.conduct.phrases import any_of, phrases_of, word_list
from templates.conduct.program_names import (
    Named,
    index_for,
    masked,
    own_forms,
    page_words,
    people_named,
    programs_named,
)
from templates.conduct.ranking import clause_before
from templates.conduct.sentences import Page
from templates.conduct.words import Word, distance, plain_words
from templates.sentences import letter_name

PHRASES = "elsewhere.json"
AFFILIATIONS = frozenset({"university", "college", "institute", "childrens"})
"""Sorts of institution that a name without any does not have by chance."""
_KEPT_BACK = re.compile(r"\b(?:not|never|without|n't|rather not|decline|keep(?:ing)?|private)\b[^.;]{0,40}$")
_PARTS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def _trained_there(draft: Draft, programs: frozenset[str], named: str) -> bool:
    profile = draft.season.profile
    places = (*profile.usce_places, profile.school)
    words = plain_words(named)
    if any(holds(plain_words(place), words) for place in places):
        return True
    return any(
        reason.kind is ReasonKind.ROTATION
        for program_id in programs
        for reason in draft.season.programs_by_id[program_id].reasons
    )


def _part(draft: Draft, named: Named) -> str:
    """`trained`, `rival` or `mistake`: the part another program plays in its sentence."""
    sentence = named.page.sentence_at(named.start)
    flat = masked(draft, named.page)[sentence.start : sentence.end] if sentence else ""
    before = flat[: named.start - sentence.start] if sentence else ""
    after = flat[named.end - sentence.start :].lstrip() if sentence else ""
    if not any_of(PHRASES, "towards").search(before) and (
        any_of(PHRASES, "rotated").search(flat)
        or (any_of(PHRASES, "trained").search(flat) and not any_of(PHRASES, "theirs").match(after))
        or _trained_there(draft, named.programs, named.page.text[named.start : named.end])
    ):
        return "trained"
    if any_of(PHRASES, "beside").search(flat) and not any_of(PHRASES, "thanks").search(flat):
        return "rival"
    return "mistake"


def _may_name_others(draft: Draft) -> bool:
    """Whether the letter is one that speaks of other programs: to somebody who vouches, or after the Match."""
    return draft.to_advocates or draft.letter.kind in {Kind.ADVOCATE, Kind.AFTER_MATCH}


def _first_named(draft: Draft, named: Named) -> Program:
    ids = sorted(named.programs, key=lambda program_id: len(draft.season.programs_by_id[program_id].name))
    return draft.season.programs_by_id[ids[0]]


def other_names(draft: Draft) -> Iterator[Finding]:
    """Programs and people of other programs that a letter to this one should not name."""
    program = draft.program
    if program is None:
        return
    for named in () if _may_name_others(draft) else programs_named(draft):
        if not named.own and not named.page.quoted(named.start, named.end) and _part(draft, named) == "mistake":
            other = _first_named(draft, named)
            message = ended(f"This names {other.name}, but the letter goes to {program.name}")
            own = letter_name(program)
            yield at_words(named.page, named.start, named.end, "C02", Level.STOP, message, fix=own)
    yield from _people_elsewhere(draft, program)
    yield from _wrong_forms(draft, program)


def _people_elsewhere(draft: Draft, program: Program) -> Iterator[Finding]:
    """People of other programs, unless they vouch for the writer or the writer worked with them."""
    for person in people_named(draft):
        sentence = person.page.sentence_at(person.start)
        worked_with = sentence is not None and any(
            any_of(PHRASES, sense).search(sentence.flat) for sense in ("rotated", "trained")
        )
        excused = worked_with or person.contact.role is Role.ADVOCATE
        if not excused and not person.page.quoted(person.start, person.end):
            where = draft.season.programs_by_id[person.contact.program_id].name
            message = ended(f"{person.contact.name} belongs to {where}, but the letter goes to {program.name}")
            yield at_words(person.page, person.start, person.end, "C02", Level.STOP, message)


def _wrong_forms(draft: Draft, program: Program) -> Iterator[Finding]:
    """Words so close to this program's name that they are taken for slips, and a wrong sort of institution."""
    generic, common = word_list(FILE, "generic"), word_list(FILE, "common")
    whole, _ = own_forms(draft)
    own = {word for form in whole for word in form}
    telling = {word for word in own if len(word) >= 5 and word not in generic and word not in common}
    if not telling:
        return
    known = index_for(draft).words | index_for(draft).towns | generic | common | _known_people(draft)
    for page in draft.pages:
        words = page_words(page)
        for at, word in enumerate(words):
            if not word.raised or page.quoted(word.start, word.end):
                continue
            unknown = len(word.stem) >= 4 and known.isdisjoint({word.stem, word.plain})
            meant = _meant(word, telling) if unknown else ""
            if meant and not (at and words[at - 1].plain in word_list(FILE, "titles")):
                fix = _as_written(meant, program)
                message = f"This looks like a slip in the program's name: “{fix}” is on record."
                yield at_words(page, word.start, word.stem_end, "C02", Level.STOP, message, fix=fix)
            elif word.stem in telling:
                yield from _wrong_sort(draft, program, page, words, at)
                if word.stem not in index_for(draft).towns:
                    yield from _wrong_place(page, words, at, whole, program)


def _known_people(draft: Draft) -> frozenset[str]:
    profile = draft.season.profile
    people = (contact.name for contact in draft.season.contacts_of.get(draft.letter.program_id, ()))
    return frozenset(
        word for name in (*people, profile.name, profile.school, *profile.usce_places) for word in plain_words(name)
    )


def _meant(word: Word, telling: set[str]) -> str:
    """The word of the name that this one was probably meant to be."""
    for wanted in telling:
        limit = 2 if len(wanted) >= 9 else 1
        if word.stem[0] == wanted[0] and word.stem != wanted + "s" and 0 < distance(word.stem, wanted, limit) <= limit:
            return wanted
    return ""


def _as_written(plain: str, program: Program) -> str:
    """The word of the name as it is written there."""
    parts = (part for name in (program.name, *program.other_names) for part in _PARTS.findall(name))
    return next((part for part in parts if plain_words(part) == (plain,)), program.name)


def _wrong_sort(draft: Draft, program: Program, page: Page, words: tuple[Word, ...], first: int) -> Iterator[Finding]:
    """“Fenwick University” where the name on record is University of Fenwick, Fenwick Children's or plain Fenwick."""
    whole, types = own_forms(draft)[0], word_list(FILE, "types")
    recorded = {word for form in whole for word in form if word in types}
    at = _last_of_core(words, first, whole)
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or not following.raised or following.plain not in types:
        return
    if not recorded and following.plain not in AFFILIATIONS:
        return
    sentence = page.sentence_at(words[at].start)
    unsure = not recorded or words[at].stem in index_for(draft).towns
    if unsure and sentence and any_of(PHRASES, "rotated").search(sentence.flat):
        return  # a town has other hospitals, and that one may be where the applicant worked
    if page.text[words[at].end : following.start].strip() or _is_form_of(whole, recorded, words, at):
        return
    message = f"The name on record is {program.name}; this is another form of it."
    yield at_words(page, words[first].start, following.end, "C02", Level.STOP, message, fix=letter_name(program))


def _is_form_of(whole: frozenset[Form], recorded: set[str], words: tuple[Word, ...], at: int) -> bool:
    """Whether the sort of institution behind that word belongs there: it stands so on record, or besides others."""
    core, sort = words[at].stem, words[at + 1].plain
    if at >= 2 and words[at - 1].plain == "of" and words[at - 2].plain in word_list(FILE, "types"):
        return True
    if any(holds(form, (core, sort)) for form in whole):
        return True
    swapped = sort == "university" and any(holds(form, ("university", "of", core)) for form in whole)
    return not swapped and any(word.plain in recorded for word in words[at + 1 : at + 3])


def _last_of_core(words: tuple[Word, ...], at: int, whole: frozenset[Form]) -> int:
    """Where the name's own words end that begin there: “Bay” for “Marrow” in Marrow Bay University."""
    generic = word_list(FILE, "generic")
    last = at
    for form in whole:
        place = form.index(words[at].stem) if words[at].stem in form else len(form)
        run = 0
        while place + run < len(form) and at + run < len(words) and form[place + run] == words[at + run].stem:
            if form[place + run] in generic:
                break
            run += 1
        last = max(last, at + run - 1)
    return last


def _wrong_place(
    page: Page, words: tuple[Word, ...], at: int, whole: frozenset[Form], program: Program
) -> Iterator[Finding]:
    """“Marrow Creek” or “Marrow Lakes” where the name on record is Marrow Lake."""
    common = word_list(FILE, "common")
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or not following.raised or following.capitals or following.stem not in common:
        return
    if page.text[words[at].end : following.start].strip():
        return
    core = words[at].stem
    wanted = {form[place + 1] for form in whole for place in range(len(form) - 1) if form[place] == core}
    if wanted and wanted <= common and following.stem not in wanted:
        message = f"The name on record is {program.name}; this is another place."
        yield at_words(page, words[at].start, following.end, "C02", Level.STOP, message)


def _matched_there(draft: Draft, named: Named) -> bool:
    """Whether it is after the Match and the program named is the one matched with, which nobody need hide."""
    known = draft.season.programs_by_id
    return draft.letter.kind is Kind.AFTER_MATCH and any(
        known[program_id].status is Status.MATCHED for program_id in named.programs
    )


def _named_rivals(draft: Draft, program: Program) -> Iterator[Finding]:
    """Other programs that a sentence sets beside this one."""
    message = f"{program.name} has no need to know which other programs you deal with; leave the name out."
    for named in programs_named(draft):
        if named.own or named.page.quoted(named.start, named.end):
            continue
        if _part(draft, named) == "rival" and not _matched_there(draft, named):
            fix = without_sentence(named.page, named.page.sentence_at(named.start))
            yield at_words(named.page, named.start, named.end, "C22", Level.WARN, message, fix=fix)


def rivals(draft: Draft) -> Iterator[Finding]:
    """Other programs named as rivals or other interviews, and talk of signals and applications elsewhere."""
    if draft.program is not None:
        yield from _named_rivals(draft, draft.program)
    for page in draft.pages:
        flat = masked(draft, page)
        for phrase in phrases_of(PHRASES, "elsewhere"):
            for match in phrase.found_in(flat):
                denied = _KEPT_BACK.search(clause_before(flat, match.start())[-60:])
                if not denied and not page.quoted(*match.span()):
                    fix = without_sentence(page, page.sentence_at(match.start()))
                    yield at_words(page, *match.span(), "C22", Level.WARN, phrase.why, fix=fix)
