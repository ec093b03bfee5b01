"""Letters of any script spelled with those of ASCII, as their names in Unicode have it."""

from __future__ import annotations

import unicodedata

from store.cell_width import width_of

BEFORE_IT = ("LETTER", "SYLLABLE", "CHARACTER", "SIGN")
"""In the name of a letter, what it is called comes after one of these."""
LEFT_OUT = frozenset({"CAPITAL", "SMALL", "FINAL", "DOTLESS", "LONG", "SHORT", "VOWEL"})
"""What is said of a letter, but is not its own name."""
CALLED_OTHERWISE = {
    **dict(zip(("EF", "EL", "EM", "EN", "ENG", "ER", "ES"), "flmnnrs", strict=True)),
    **dict(zip(("ETA", "IE", "IO", "HARD", "SOFT"), "iee''", strict=True)),
}
"""Letters whose names do not begin with what they sound like."""


def plain_letters(words: str) -> str:
    """Those words in ASCII: accents are dropped, other letters become their nearest, and what has none a `?`."""
    return "".join(letter if letter.isascii() else _spelled(letter) for letter in words)


def _spelled(letter: str) -> str:
    if unicodedata.combining(letter) or not width_of(letter):
        return ""
    apart = [one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one)]
    if all(one.isascii() for one in apart):
        return "".join(apart)
    return _called(letter) or "".join(one if one.isascii() else _called(one) or "?" for one in apart)


def _called(letter: str) -> str:
    """The beginning of what that letter is called, a letter for each of its cells; empty when that says nothing."""
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    words = unicodedata.name(letter, "").split()
    place = next((place for place, word in enumerate(words) if word in BEFORE_IT), len(words))
    own = next((word for word in words[place + 1 :] if word not in LEFT_OUT | set(BEFORE_IT)), "")
    if not own.isascii() or not own.isalpha():
        return ""
    spelled = CALLED_OTHERWISE.get(own, own.lower()[: width_of(letter)])
    return spelled.upper() if letter.isupper() else spelled
