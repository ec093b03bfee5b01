"""What a terminal without any extension sends for a key, by Textual's name of the key."""

from __future__ import annotations

from textual.keys import _character_to_key

NAMED = {
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "space": b" ",
    "backspace": b"\x7f",
    "delete": b"\x1b[3~",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "shift+up": b"\x1b[1;2A",
    "shift+down": b"\x1b[1;2B",
    "shift+right": b"\x1b[1;2C",
    "shift+left": b"\x1b[1;2D",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f3": b"\x1bOR",
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f7": b"\x1b[18~",
    "f8": b"\x1b[19~",
    "f9": b"\x1b[20~",
    "f10": b"\x1b[21~",
    "f11": b"\x1b[23~",
    "f12": b"\x1b[24~",
}
PRINTED = {_character_to_key(chr(code)): bytes([code]) for code in range(33, 127)}


def bytes_of(key: str) -> bytes:
    """Those bytes; raises KeyError for a key that such a terminal cannot send."""
    letter = key.removeprefix("ctrl+")
    if letter != key:
        if not (len(letter) == 1 and letter.isalpha()):
            raise KeyError(key)
        return bytes([ord(letter) - ord("a") + 1])
    if len(key) == 1:
        return key.encode()
    return NAMED.get(key) or PRINTED[key]
