"""What mail programs call the lines over a mail where they speak another language than English."""

from __future__ import annotations

import re

HEAD_WORDS: dict[str, str] = {
    # German
    "von": "from",
    "gesendet": "sent",
    "datum": "date",
    "an": "to",
    "betreff": "subject",
    # Spanish and Portuguese
    "de": "from",
    "enviado el": "sent",
    "enviado": "sent",
    "fecha": "date",
    "data": "date",
    "para": "to",
    "asunto": "subject",
    "assunto": "subject",
    # French
    "envoyé": "sent",
    "date": "date",
    "à": "to",
    "objet": "subject",
    # Italian
    "da": "from",
    "inviato": "sent",
    "a": "to",
    "oggetto": "subject",
    # Polish
    "od": "from",
    "wysłano": "sent",
    "do": "to",
    "temat": "subject",
    # Hungarian
    "feladó": "from",
    "elküldve": "sent",
    "dátum": "date",
    "címzett": "to",
    "tárgy": "subject",
    # Hebrew
    "מאת": "from",
    "נשלח": "sent",
    "תאריך": "date",
    "אל": "to",
    "נושא": "subject",
    "cc": "cc",
}
"""Each word in lower case with the English one it stands for."""
FEWEST = 3
"""Lines that make a head: the words alone are too short to tell."""
_WORDS = "|".join(map(re.escape, sorted(HEAD_WORDS, key=len, reverse=True)))
_LINE = re.compile(rf"[ \t]*\*?(?P<name>{_WORDS})[ \xa0]?:\*?[ \t]*(?P<value>.*)", re.I)


def in_english(text: str) -> str:
    """That text with the header lines at its beginning under their English names, if it begins with such."""
    lines = text.split("\n")
    found = []
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None:
            break
        found.append((HEAD_WORDS[match["name"].lower()], match["value"]))
    names = {name for name, _ in found}
    if len(found) < FEWEST or "from" not in names or "subject" not in names:
        return text
    return "\n".join((*(f"{name.capitalize()}: {value}" for name, value in found), *lines[len(found) :]))
