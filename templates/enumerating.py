"""A person's own list, such as their strengths, made fit to stand inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from templates.sentences import listed, phrase

NAMES = frozenset(
    (
        *("American", "Amharic", "Apgar", "Arabic", "Ballard", "Bayley", "Bengali", "Cantonese", "Creole", "Denver"),
        *("Dutch", "English", "Farsi", "Filipino", "French", "German", "Greek", "Gujarati", "Haitian", "Hausa"),
        *("Hebrew", "Hindi", "Igbo", "Italian", "Japanese", "Korean", "Kurdish", "Mandarin", "Marathi", "Medicaid"),
        *("Nepali", "Pashto", "Persian", "Polish", "Portuguese", "Punjabi", "Russian", "Somali", "Spanish", "Step"),
        *("Swahili", "Swedish", "Tagalog", "Tamil", "Telugu", "Tigrinya", "Turkish", "Ukrainian", "Urdu"),
        *("Vietnamese", "Yoruba", "January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December", "Medicare", "African", "European", "Indian", "Chinese"),
    )
)
"""Words that open an item and keep their capital in the middle of a sentence."""
JOINING = frozenset(("and", "of", "the", "for", "in", "to", "at"))
QUALITIES = frozenset(
    (
        *("able", "adaptable", "attentive", "bilingual", "careful", "comfortable", "compassionate"),
        *("confident", "conscientious", "curious", "dedicated", "detail-oriented", "diligent", "empathetic"),
        *("experienced", "flexible", "fluent", "friendly", "good", "hard-working", "hardworking", "honest", "humble"),
        *("independent", "kind", "methodical", "motivated", "organized", "patient", "persistent", "proactive"),
        *("punctual", "quick", "reliable", "resilient", "steady", "thorough", "trained", "trilingual", "trustworthy"),
    )
)
"""Words that say how somebody is, and stand after `I am`, not after `I would bring`."""
GOES_ON = frozenset(("about", "and", "at", "but", "enough", "in", "of", "on", "to", "toward", "under", "when", "with"))
"""Words behind such a one that leave it a quality: `steady under pressure`, but `patient care`."""
EARNED = ("certified", "qualified", "trained")
CLAUSE_OPENERS = frozenset(("i", "i'm", "i've", "i’m", "i’ve", "we"))


def in_a_sentence(items: Iterable[str]) -> list[str]:
    """Those items as one may list them: no stop, no capital but on names.

    What somebody is becomes a clause (`I am steady under pressure`); clauses come last, led in by `this:`.
    """
    words = [text for text in map(phrase, items) if text]
    clauses = [text for text in words if _is_clause(text)]
    others = [_without_capital(text) for text in words if not _is_clause(text)]
    qualities = [text for text in others if _is_quality(text)]
    if qualities:
        clauses.insert(0, f"I am {listed(qualities)}")
    if clauses:
        clauses[0] = f"this: {clauses[0]}"
    return [*(text for text in others if text not in qualities), *clauses]


def _is_clause(text: str) -> bool:
    return text.partition(" ")[0].lower() in CLAUSE_OPENERS


def _is_quality(text: str) -> bool:
    """Whether it says how somebody is: `methodical`, `good with families`, `NRP certified`."""
    first, *others = text.split(" ")
    if others and others[-1] in EARNED:
        return True
    return first in QUALITIES and (not others or others[0] in GOES_ON)


def _without_capital(text: str) -> str:
    """That item with its first letter small, unless its first word is a name or begins one."""
    first, *others = text.split(" ")
    following = next((word for word in others if word not in JOINING), "")
    bare = first.partition("'")[0].partition("’")[0].partition("-")[0]
    begins_a_name = following[:1].isupper() and not following.isupper()
    if bare in NAMES or not first[1:].islower() or begins_a_name or not first[:1].isupper():
        return text
    return f"{first[:1].lower()}{text[1:]}"
