"""The commands about what is gathered on programs, with their arguments: people, questions, facts, reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.words import ReasonKind, Role
from tui.command_line.declaring import typed_role

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands


def declare(commands: Commands) -> None:
    """Add them."""
    _people(commands)
    _questions(commands)
    fact = commands.add("fact", "facts:set_fact", "something known about a program, with its source")
    fact.add_argument("program", metavar="PROGRAM")
    fact.add_argument("label", metavar="LABEL", help="such as visa, call, salary, or any words of yours")
    fact.add_argument("value", nargs="?", default="", metavar="VALUE", help="what is known")
    fact.add_argument("--source", default="", metavar="S", help="where you read it, or who said it")
    fact.add_argument("--on", default="", metavar="DAY", help="the day you checked it; today when left out")
    fact.add_argument("--forget", action="store_true", help="remove it; with --source only what that source said")
    facts = commands.add("facts", "facts:list_facts", "facts with source and age; where sources disagree, both")
    facts.add_argument("program", nargs="?", default="", metavar="PROGRAM", help="every program when left out")
    facts.add_argument("--stale", action="store_true", help="only what ought to be looked up again")

    reason = commands.add("reason", "reasons:reason", "reasons to write to a program before an invitation")
    reason.add_argument("program", metavar="PROGRAM")
    reason.add_argument("text", nargs="?", default="", metavar="TEXT", help="in your words; left out, they are listed")
    kinds = [each.value for each in ReasonKind]
    reason.add_argument("--kind", default=ReasonKind.MISSION.value, choices=kinds, help="what kind of reason it is")
    reason.add_argument("--forget", action="store_true", help="take that one away, named by a part of its words")


def _people(commands: Commands) -> None:
    contact = commands.add("contact", "people:add_contact", "a person at a program")
    contact.add_argument("program", metavar="PROGRAM")
    contact.add_argument("name", metavar="NAME")
    roles = [each.value for each in Role]
    contact.add_argument("--role", required=True, type=typed_role, choices=roles, metavar="ROLE", help=", ".join(roles))
    for name, about in (("email", "their address"), ("title", "such as Dr. or Ms."), ("phone", "their number")):
        contact.add_argument(f"--{name}", default=None, metavar="TEXT", help=about)
    contact.add_argument("--promised", default=None, metavar="DAY", help="an advocate said they would write by then")


def _questions(commands: Commands) -> None:
    question = commands.add("question", "questions:question", "questions worth asking: listed, added, removed")
    question.add_argument("to", metavar="list|add|remove", choices=("list", "add", "remove"))
    question.add_argument(
        "about", nargs="?", default="", metavar="ABOUT", help="for list a program; for add its words; else its id"
    )
    question.add_argument("--theme", default="", metavar="THEME", help="what it is about, such as boards")
    roles = [each.value for each in Role]
    question.add_argument(
        "--role", default="", type=typed_role, choices=("", *roles), metavar="ROLE", help="whom to ask"
    )
    question.add_argument("--open", action="store_true", help="only those without an answer from that program")
    answer = commands.add("answer", "questions:answer", "what a program answered to a question")
    answer.add_argument("program", metavar="PROGRAM")
    answer.add_argument("question", metavar="QUESTION", help="its id, or part of its words")
    answer.add_argument("text", nargs="?", default="", metavar="TEXT", help="what was said")
    answer.add_argument("--by", default="", metavar="CONTACT", help="who said it")
    answer.add_argument("--on", default="", metavar="DAY", help="when; today when left out")
    answer.add_argument("--on-site", action="store_true", help="their site answers it, so nobody is asked")
    answer.add_argument("--forget", action="store_true", help="remove the newest answer; the question is open again")
