"""C15: emoji, slang, shouting, too many exclamation marks, and casual greetings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.words import Role
from templates.conduct.draft import Draft, at_words
from templates.conduct.findings import Finding, Fix, Level
from templates.conduct.fixes import instead, taken_out
from templates.conduct.frame import signature_start
from templates.conduct.phrases import phrases_of, word_list
from templates.conduct.program_names import index_for, page_flat, page_words
from templates.conduct.sentences import Page
from templates.conduct.words import Word, plain_words

FILE = "tone.json"
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\u2764\u263a\U0001f1e6-\U0001f1ff]\ufe0f?"
    r"|(?<![\w:;])(?:[:;=][-^o']?[)(DPpO3/|*]+|[:;]['’]\(|<3+(?=\s*(?:$|[.!,)\n]))|\^_\^|xD|XD)(?![\w/])"
)
_TICKS = frozenset("✓✔✗✘☐☑☎✉→★☆")
_SHORTHAND = re.compile(r"(?<![\w'.’-])u(?![\w'.’-])")


def tone(draft: Draft) -> Iterator[Finding]:
    """C15: what reads as casual or loud in a letter to a program."""
    for page in draft.pages:
        yield from _emoji(page)
        yield from _slang(page)
        yield from _shouting(draft, page)
    yield from _exclamations(draft)
    yield from _frame(draft)


def _warn(page: Page, start: int, end: int, message: str, fix: Fix | str | None = None) -> Finding:
    return at_words(page, start, end, "C15", Level.WARN, message, fix=fix)


def _emoji(page: Page) -> Iterator[Finding]:
    for match in _EMOJI.finditer(page.own_text):
        if match.group()[0] not in _TICKS and not page.quoted(*match.span()):
            message = "Signs such as this one are for chats; take it out."
            yield _warn(page, *match.span(), message, taken_out(page, *match.span()))


def _slang(page: Page) -> Iterator[Finding]:
    for sentence in page.sentences:
        for phrase in phrases_of(FILE, "slang"):
            for match in phrase.found_in(sentence.flat):
                span = sentence.start + match.start(), sentence.start + match.end()
                if not page.quoted(*span):
                    yield _warn(page, *span, f"{phrase.why} are too casual for a letter to a program.")
        for match in _SHORTHAND.finditer(sentence.text):
            span = sentence.start + match.start(), sentence.start + match.end()
            if not page.quoted(*span):
                yield _warn(page, *span, "Write the word out.", "you")


def _known_capitals(draft: Draft) -> frozenset[str]:
    """Words that may stand in capitals here: abbreviations, names, and what the profile itself has in capitals."""
    profile = draft.season.profile
    own = (profile.name, profile.credentials, profile.school, *profile.usce_places, *profile.exams_passed)
    people = (person.name for person in draft.season.contacts_of.get(draft.letter.program_id, ()))
    names = {word for name in (*own, *people) for word in plain_words(name)}
    return frozenset(names) | word_list(FILE, "abbreviations") | index_for(draft).words


def _shouting(draft: Draft, page: Page) -> Iterator[Finding]:
    words = page_words(page)
    if not any(word.capitals for word in words):
        return
    known, emphasis = _known_capitals(draft), word_list(FILE, "emphasis")
    at = 0
    while at < len(words):
        run = at
        while run < len(words) and words[run].capitals and not words[run].plain.isdigit():
            run += 1
        loud = [
            word for word in words[at:run] if word.plain in emphasis or (word.plain not in known and _is_word(word))
        ]
        if loud and _in_field(page.own_text, loud[0].start):
            loud = []
        if loud and (len(loud) > 1 or loud[0].plain in emphasis) and not page.quoted(loud[0].start, loud[-1].end):
            span = loud[0].start, loud[-1].end
            yield _warn(page, *span, "Capitals read as shouting; write this in small letters.", _quiet(page, *span))
        at = max(run, at + 1)


def _quiet(page: Page, start: int, end: int) -> str:
    """Those words in small letters, with a capital where a sentence begins."""
    sentence = page.sentence_at(start)
    words = page.text[start:end].lower()
    words = re.sub(r"\bi\b", "I", words)
    return words[0].upper() + words[1:] if sentence and sentence.start == start else words


def _in_field(text: str, at: int) -> bool:
    """Whether that place lies in a bracket that is still to be filled."""
    return any(text.rfind(left, 0, at) > text.rfind(right, 0, at) for left, right in ("[]", "{}", "<>"))


def _is_word(word: Word) -> bool:
    """Whether it looks like a word rather than an abbreviation: four letters, vowels among them, no digits."""
    return (
        len(word.plain) >= 4
        and word.plain.isalpha()
        and sum(letter in "aeiouy" for letter in word.plain) * 4 >= len(word.plain)
    )


def _exclamations(draft: Draft) -> Iterator[Finding]:
    found = [
        (page, at)
        for page in draft.pages
        for at, letter in enumerate(page.own_text)
        if letter == "!" and not page.quoted(at, at + 1)
    ]
    for page, start in found[1:2]:
        places = [at for other, at in found[1:] if other is page]
        message = "One exclamation mark is the most a letter bears; end this with a full stop."
        yield _warn(page, start, start + 1, message, _calmed(page, places))


def _calmed(page: Page, places: list[int]) -> Fix:
    """Full stops in place of those exclamation marks; marks behind one another become one."""
    start, end = places[0], places[-1] + 1
    kept = []
    for at in range(start, end):
        if at not in places:
            kept.append(page.text[at])
        elif page.text[at - 1] not in "!?.":
            kept.append(".")
    does = "end with a full stop" if len(places) == 1 else f"turn {len(places)} exclamation marks into full stops"
    return instead(page, start, end, "".join(kept), does)


def _frame(draft: Draft) -> Iterator[Finding]:
    page = draft.body
    first = next(iter(page.sentences), None)
    if first:
        peers = {person.role for person in draft.recipients} <= {Role.RESIDENT, Role.CHIEF} and bool(draft.recipients)
        for phrase in phrases_of(FILE, "greeting"):
            match = phrase.pattern.match(first.flat)
            if match and not (peers and match.group() == "hi"):
                end = first.start + match.end()
                yield _warn(page, first.start, end, "A letter opens with “Dear” and the name.", "Dear")
    flat, start = page_flat(page), signature_start(page.own_text)
    start += len(flat[start:]) - len(flat[start:].lstrip())
    for phrase in phrases_of(FILE, "closing"):
        match = phrase.pattern.match(flat, start)
        if match and page.own_text[match.end() : match.end() + 1] in {",", "", "\n", "!", "."}:
            yield _warn(page, *match.span(), "This closing is too casual.", "Sincerely")
