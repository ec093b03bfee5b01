"""What a person answers: a line to a prompt, or a yes to a question that may be asked at a terminal."""

from __future__ import annotations

import sys
from argparse import Namespace

from store.clean_text import clean
from tui.command_line.speaking import finish, may_ask, words


def settle_input() -> None:
    """Bytes that are no text become marks instead of ending the conversation."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def heard(prompt: str) -> str | None:
    """The next line; None at the end of the input. Only a terminal is prompted."""
    if sys.stdin is None:
        return None
    if sys.stdin.isatty() and sys.stdout is not None:
        sys.stdout.write(prompt)
    finish()
    line = sys.stdin.readline()
    return line.rstrip("\r\n") if line else None


def answered(question: str) -> str | None:
    """What the person at the terminal answers to a question on standard error; None at the end of the input."""
    settle_input()
    finish()
    if sys.stderr is not None:
        sys.stderr.write(clean(question))
        sys.stderr.flush()
    line = sys.stdin.readline() if sys.stdin is not None else ""
    return line.strip() if line else None


def agreed(question: str) -> bool:
    """True when the person answers yes; anything else, silence too, is a no."""
    return (answered(f"{question} [y/N] ") or "").casefold() in {"y", "yes"}


def may_go_on(options: Namespace, question: str, *, to: str) -> bool:
    """Whether the person has agreed, with `--yes` or by answering; otherwise it is said that nothing was changed.

    `to` names what `--yes` is added for, where nobody can be asked.
    """
    if options.yes:
        return True
    if not may_ask(options):
        words(f"Nothing was changed. Add --yes to {to}.")
        return False
    if agreed(question):
        return True
    words("Nothing was changed.")
    return False
