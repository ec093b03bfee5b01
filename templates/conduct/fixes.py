"""How fixes are made: other words, a sentence taken out, something added."""

from __future__ import annotations

from templates.conduct.findings import Fix
from templates.conduct.frame import signature_start
from templates.conduct.sentences import Page, Sentence


def instead(page: Page, start: int, end: int, words: str, does: str = "") -> Fix:
    """Those words in place of what stands there."""
    told = does or f"write “{' '.join(words.split())}”"
    return Fix(told, page.where, start, end, page.text[start:end], words)


def taken_out(page: Page, start: int, end: int, does: str = "take it out") -> Fix:
    """What stands there taken out, with a blank that would be left over."""
    text = page.text
    if text[end : end + 1] == " " and (start == 0 or text[start - 1].isspace()):
        end += 1
    elif start and text[start - 1] == " " and not text[end : end + 1].isalnum():
        start -= 1
    return Fix(does, page.where, start, end, text[start:end], "")


def without_sentence(page: Page, sentence: Sentence | None) -> Fix | None:
    """The letter without that sentence; None where it is the greeting, the closing, or no sentence of the body."""
    if sentence is None or page.where != "body" or sentence.end > signature_start(page.own_text):
        return None
    if sentence.flat.startswith("dear "):
        return None
    text, start, end = page.text, sentence.start, sentence.end
    opens = not text[:start].strip(" ") or text[:start].endswith("\n")
    closes = not text[end:].strip(" ") or text[end:].lstrip(" ").startswith("\n")
    while text[end : end + 1] == " ":
        end += 1
    if opens and closes:
        while text[end : end + 1] == "\n":
            end += 1
    elif closes:
        while start and text[start - 1] == " ":
            start -= 1
    return Fix("take this sentence out", "body", start, end, text[start:end], "")


def added(page: Page, at: int, words: str, does: str) -> Fix:
    """Those words put in at that place."""
    return Fix(does, page.where, at, at, "", words)
