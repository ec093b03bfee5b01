"""Completion for shells: the script a shell reads once, and the answers it asks for at every press of tab."""

from __future__ import annotations

import sys
from argparse import Namespace

from tui.command_line.candidate import Candidate
from tui.command_line.completion_scripts import SCRIPTS
from tui.command_line.completion_words import candidates
from tui.command_line.running import DONE
from tui.command_line.speaking import data
from tui.command_line.typed_so_far import TypedSoFar, read_bash_line, read_words


def completion(options: Namespace) -> int:
    """Print the script for that shell, or the answers to what it hands over on standard input.

    A season that is not there or cannot be read has no names to offer; no shell is told more than that.
    """
    if not options.answer:
        data(SCRIPTS[options.shell].strip("\n"))
        return DONE
    text = sys.stdin.read() if sys.stdin is not None else ""
    typed = read_bash_line(text) if options.shell == "bash" else read_words(text)
    for candidate in candidates(typed, options):
        data(_in_the_way_of(options.shell, typed, candidate))
    return DONE


def _in_the_way_of(shell: str, typed: TypedSoFar, candidate: Candidate) -> str:
    """That candidate as the shell wants it; zsh and fish quote by themselves."""
    if shell == "bash":
        return typed.completed(candidate.word)
    return f"{candidate.word}\t{candidate.about}" if shell == "fish" and candidate.about else candidate.word
