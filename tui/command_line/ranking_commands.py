"""The commands that order programs: rank, score, weigh, compare, and fit for those not applied to yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands

ACTS = (
    ("list", "the list and what is not on it; also without any word"),
    ("set", "PROGRAM ...: make these the list, first choice first"),
    ("move", "PROGRAM ... N: to that place"),
    ("add", "PROGRAM ...: to the end of the list"),
    ("out", "PROGRAM ... [--reason TEXT]: off the list"),
    ("lock", "nothing on it moves"),
    ("unlock", "it moves again; a list seen certified needs --yes"),
    ("certified", "DAY: you saw the official list certified"),
    ("check", "what speaks against it"),
    ("sheet", "[--out FILE]: to print and tick off against the official site"),
    ("keep", "REASON: a dated copy of this order"),
    ("kept", "[N]: the dated copies, or what has moved since one"),
    ("back", "N: give the list the order of that copy"),
    ("close", "pairs that stand close together, and answers that go round"),
    ("prefer", "PROGRAM OTHER [--even]: the first of these two, or neither"),
)
"""What `prematch rank` does, by its first word."""


def declare(commands: Commands) -> None:
    """Add them."""
    _rank(commands)
    score = commands.add("score", "scoring:score", "scores of a program by criterion, 1 to 5: shown or given")
    score.add_argument("program", metavar="PROGRAM")
    score.add_argument("scores", nargs="*", metavar="CRITERION=N", help="N from 1 to 5, or 0 to take one back")
    _weigh(commands)
    compare = commands.add("compare", "comparing:compare", "two to four programs side by side")
    compare.add_argument("programs", nargs="+", metavar="PROGRAM")
    _fit(commands)


def _rank(commands: Commands) -> None:
    rank = commands.add("rank", "ranking:rank", "your rank list: shown, ordered, checked, locked, certified")
    rank.add_argument(
        "act",
        nargs="?",
        default="list",
        choices=tuple(name for name, _ in ACTS),
        metavar="ACT",
        help="; ".join(f"{name} {words}" for name, words in ACTS),
    )
    rank.add_argument("programs", nargs="*", metavar="PROGRAM", help="programs, a place, a day or a reason")
    rank.add_argument("--reason", default="", metavar="TEXT", help="why a program is left out")
    rank.add_argument("--by", default="list", choices=("list", "disagreement"), help="in which order they are shown")
    rank.add_argument("--even", action="store_true", help="with prefer: you cannot say")
    rank.add_argument("--yes", action="store_true", help="unlock a list that was seen certified")
    rank.add_argument("--out", default="", metavar="FILE", help="with sheet: a file or a folder to write it to")


def _weigh(commands: Commands) -> None:
    weigh = commands.add("weigh", "scoring:weigh", "how much each criterion counts: shown, set, or only tried out")
    weigh.add_argument("weights", nargs="*", metavar="CRITERION=N", help="N from 0 to 5")
    weigh.add_argument("--try", dest="trying", action="store_true", help="only show what these weights would say")
    weigh.add_argument("--new", default="", metavar="NAME", help="first add a criterion of your own, weight 3")
    weigh.add_argument("--rename", nargs=2, metavar=("CRITERION", "NAME"), help="call one of your own something else")
    weigh.add_argument("--remove", default="", metavar="CRITERION", help="remove one of your own, with its scores")


def _fit(commands: Commands) -> None:
    fit = commands.add(
        "fit", "fitting:fit", "how planned programs fit you, every point with its reason; whom to signal"
    )
    fit.add_argument(
        "words",
        nargs="*",
        metavar="PROGRAM",
        help="every point of these; or weigh [NAME=N ...]: the weights; or signal|no-signal PROGRAM ...: one was sent",
    )
    fit.add_argument("--all", action="store_true", help="those you applied to as well")
