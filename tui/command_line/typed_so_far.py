"""What stands on a command line up to the cursor: whole words, the one being typed, and how it is quoted."""

from __future__ import annotations

import re

from store.frozen_record import record

BREAKS = frozenset("@=:<>;|&(")
"""Where bash begins a new word of its own inside an unquoted one; what stands before it is not replaced."""
PLAIN = re.compile(r"[\w./,+%@:=-]")
IN_DOUBLE_QUOTES = re.compile(r'(["$`\\])')
ESCAPED = re.compile(r"\\(.)")
ASSIGNMENT = re.compile(r"\w+=.*", re.ASCII | re.DOTALL)


@record(frozen=True, slots=True)
class TypedSoFar:
    """A command line up to the cursor."""

    words: tuple[str, ...]
    """The words before, without their quotes and without the name of the program."""
    current: str
    """The word being typed, without its quotes; empty when the next one has not begun."""
    quote: str = ""
    """The quotation mark that is open; empty when none is."""
    kept: int = 0
    """Characters of the current word that the shell leaves as they are."""

    def completed(self, word: str) -> str:
        """What bash is to put in place of what it replaces, for that word."""
        rest = word[self.kept :]
        if self.quote == "'":
            return rest.replace("'", "'\\''")
        if self.quote:
            return IN_DOUBLE_QUOTES.sub(r"\\\1", rest)
        return "".join(sign if PLAIN.match(sign) else f"\\{sign}" for sign in rest)


def read_words(text: str) -> TypedSoFar:
    """The words a shell has told apart, one a line, the last of them as it is being typed."""
    *words, current = text.removesuffix("\n").split("\n")
    quoted = current[:1] in ("'", '"')
    return TypedSoFar(tuple(words), current[1:] if quoted else ESCAPED.sub(r"\1", current))


def read_bash_line(line: str) -> TypedSoFar:
    """A line as bash gives it, read as bash reads it."""
    reading = _Reading(line)
    words = reading.words
    while words and ASSIGNMENT.fullmatch(words[0]):
        del words[0]
    return TypedSoFar(tuple(words[1:]), reading.text, reading.quote, reading.kept)


class _Reading:
    """Reads a line sign by sign."""

    def __init__(self, line: str) -> None:
        self.words: list[str] = []
        self.text, self.quote, self.kept = "", "", 0
        self._begun = False
        signs = iter(line)
        for sign in signs:
            if sign == "\\" and self.quote != "'":
                self._escaped(next(signs, ""))
            elif self.quote:
                self._quoted(sign)
            else:
                self._bare(sign)

    def _escaped(self, sign: str) -> None:
        kept_back = "\\" if self.quote and sign not in '"$`\\' else ""
        self.text += kept_back + sign
        self._begun = True

    def _quoted(self, sign: str) -> None:
        if sign == self.quote:
            self.quote = ""
        else:
            self.text += sign

    def _bare(self, sign: str) -> None:
        if sign in "\"'":
            self.quote, self.kept, self._begun = sign, len(self.text), True
        elif sign in " \t\n":
            self._end_word()
        else:
            self.text += sign
            self._begun = True
            if sign in BREAKS:
                self.kept = len(self.text)

    def _end_word(self) -> None:
        if self._begun:
            self.words.append(self.text)
        self.text, self.kept, self._begun = "", 0, False
