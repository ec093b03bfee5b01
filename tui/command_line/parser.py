"""Every command with its arguments, declared once."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from typing import NoReturn

from store.errors import Unclear
from store.words import OUTGOING_KINDS, Channel, ContactRuleName, ReasonKind
from tui.command_line.declaring import Commands, about_a_letter, typed_rule

GLOBAL_DEFAULTS: dict[str, object] = {
    "file": "",
    "now": "",
    "home": "",
    "json": False,
    "plain": False,
    "no_color": False,
}


class Misused(Unclear):
    """The arguments make no command; the sentence says which one is wrong."""


class _Parser(ArgumentParser):
    """An argument parser that speaks in one sentence and leaves leaving to its caller."""

    def error(self, message: str) -> NoReturn:
        raise Misused(f"{message[:1].upper()}{message[1:]}. `{self.prog} --help` shows how it is used.")


def parsed(argv: Sequence[str]) -> Namespace:
    """The command and its options; raises Misused, or SystemExit after help was printed."""
    try:
        options = command_parser(frozenset(argv)).parse_args(list(argv))
    except Misused:
        options = command_parser().parse_args(list(argv))  # its refusal knows every command
    for name, value in GLOBAL_DEFAULTS.items():
        if not hasattr(options, name):
            setattr(options, name, value)
    return options


def command_parser(words: frozenset[str] = frozenset()) -> ArgumentParser:
    """The parser of the whole command line; with `words`, only of the commands among them, which is quicker."""
    shared = _shared()
    parser = _Parser(
        prog="prematch",
        description="A season planner for residency applicants. Without a command the full screen opens.",
        epilog="Exit codes: 0 done, 1 something was found, 2 refused or misused, 3 trouble with the file.",
        parents=[shared],
        allow_abbrev=False,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--at", default="", metavar="VIEW", dest="view", help="open the full screen at this view")
    commands = Commands(parser, shared, words)
    for group in (_looking, _follow_ups, _aloud, _programs, _interviews, _letters, _outgoing, _incoming, _upkeep):
        group(commands)
    wants_all = not words.isdisjoint(("-h", "--help")) and not commands.any
    return command_parser() if wants_all else parser


def _shared() -> ArgumentParser:
    shared = ArgumentParser(add_help=False, argument_default=SUPPRESS)
    group = shared.add_argument_group("everywhere")
    group.add_argument("--file", metavar="PATH", help="the season file (or PREMATCH_FILE)")
    group.add_argument("--now", metavar="MOMENT", help="another present moment, ISO with offset (or PREMATCH_NOW)")
    group.add_argument("--home", metavar="ZONE", help="the zone you are in, for this call")
    group.add_argument("--json", action="store_true", help="print one JSON object")
    group.add_argument("--plain", action="store_true", help="print one fact a line")
    group.add_argument("--no-color", action="store_true", help="print without colour")
    return shared


def _looking(commands: Commands) -> None:
    agenda = commands.add("agenda", "agenda_words:show_agenda", "what is due, late and coming")
    agenda.add_argument("span", nargs="?", default="week", choices=("today", "week", "30d", "all"))
    agenda.add_argument("--why", action="store_true", help="say of each why it is there")
    agenda.add_argument("--short", action="store_true", help="one line for a shell prompt, such as 2 late, 3 today")
    agenda.add_argument("--exit-code", action="store_true", help="exit with 1 when anything is late")
    listed = commands.add("list", "looking:list_programs", "programs, all or those a filter lets through")
    listed.add_argument("filter", nargs="*", metavar="FILTER", help="such as status:bkd due<7d, or a saved one by name")
    show = commands.add("show", "showing:show_program", "everything known about one program")
    show.add_argument("program", metavar="PROGRAM")
    lanes = commands.add("timeline", "lanes:show_timeline", "the season as lanes of text")
    lanes.add_argument("filter", nargs="*", metavar="FILTER", help="such as status:bkd due<7d, or a saved one by name")
    lanes.add_argument("--width", type=int, default=0, metavar="N", help="columns; the terminal's when left out")
    lanes.add_argument(
        "--zoom", type=int, default=0, choices=(0, 1, 2, 3, 4), metavar="N", help="1 weeks to 4 parts of days"
    )
    lanes.add_argument("--sort", default="", metavar="ORDER", help="next, interview, status, name and others")
    lanes.add_argument("--reverse", action="store_true", help="turn the order round")
    lanes.add_argument("--group", default="", metavar="HOW", help="status, interview-week, region, tier or none")
    lanes.add_argument("--all", action="store_true", help="fold nothing away")
    lanes.add_argument("--ascii", action="store_true", help="plain ASCII signs")
    commands.add("ledger", "promising:show_ledger", "every promise made about ranking")
    if commands.may_hold(("rank", "score", "weigh", "compare", "fit")):
        from tui.command_line.ranking_commands import declare

        declare(commands)


def _follow_ups(commands: Commands) -> None:
    done = commands.add("done", "follow_ups:mark_done", "a follow-up is done")
    done.add_argument("items", nargs="+", metavar="ITEM", help="its id, or part of its words")
    snooze = commands.add("snooze", "follow_ups:snooze", "put a follow-up off")
    snooze.add_argument("item", metavar="ITEM")
    snooze.add_argument("until", nargs="+", metavar="WHEN", help="such as 3d, fri, 2026-12-04 or interview")
    skip = commands.add("skip", "follow_ups:skip", "a follow-up is not needed")
    skip.add_argument("items", nargs="+", metavar="ITEM")
    if commands.may_hold(("why", "rules", "where")):
        from tui.command_line.rules_commands import declare

        declare(commands)


def _aloud(commands: Commands) -> None:
    if commands.may_hold(("review", "form", "serve", "completion")):
        from tui.command_line.line_commands import declare

        declare(commands)


def _programs(commands: Commands) -> None:
    add = commands.add("add", "programs:add", "follow a program")
    add.add_argument("name", metavar="NAME")
    for name in ("city", "state", "zone", "tier", "nrmp", "acgme", "website"):
        add.add_argument(f"--{name}", default="", metavar=name[:1].upper())
    add.add_argument("--status", default="", metavar="CODE")
    add.add_argument("--tag", action="append", default=[], metavar="T")
    add.add_argument("--reason", default="", metavar="TEXT", help="why writing before an invitation is warranted")
    add.add_argument("--reason-kind", default=ReasonKind.MISSION.value, choices=[each.value for each in ReasonKind])
    taken = commands.add(
        "import",
        "importing:import_programs",
        "programs from a CSV or .xlsx, an exported season, interviews from an .ics or .eml",
    )
    taken.add_argument("source", metavar="FILE")
    taken.add_argument("--dry-run", action="store_true", help="only show what would happen")
    taken.add_argument("--map", nargs="+", action="extend", default=[], metavar="COLUMN=FIELD")
    taken.add_argument("--leave-out-rejected", action="store_true", help="take in the rows that are right")
    taken.add_argument("--program", default="", metavar="PROGRAM", help="whose interview a calendar's event is")
    taken.add_argument("--yes", action="store_true", help="take a calendar in without asking")
    status = commands.add("status", "programs:set_status", "where things stand with a program")
    status.add_argument("program", metavar="PROGRAM")
    status.add_argument("code", metavar="CODE", help="PLN, APP, INV, BKD, INT, WTL, REJ, WDN or MAT")
    status.add_argument("--on", default="", metavar="DAY")
    rule = commands.add("rule", "programs:set_rule", "what a program has said about being written to")
    rule.add_argument("program", metavar="PROGRAM")
    names = [each.value for each in ContactRuleName]
    rule.add_argument("rule", type=typed_rule, choices=names, metavar="RULE", help=", ".join(names))
    for name in ("words", "source", "on", "until"):
        rule.add_argument(f"--{name}", default="")
    rule.add_argument("--channel", default="", choices=("", "coordinator", *(each.value for each in Channel)))
    if commands.may_hold(("contact", "question", "answer", "fact", "facts")):
        from tui.command_line.gathering_commands import declare

        declare(commands)


def _interviews(commands: Commands) -> None:
    if commands.may_hold(("invite", "book", "cancel", "offer", "confirm", "told", "prep", "debrief")):
        from tui.command_line.interview_commands import declare

        declare(commands)


def _letters(commands: Commands) -> None:
    outgoing = [kind.value for kind in OUTGOING_KINDS]
    draft = commands.add("draft", "drafting:draft", "begin a message, with its checks")
    draft.add_argument("program", metavar="PROGRAM")
    draft.add_argument("--kind", required=True, choices=outgoing, metavar="KIND")
    draft.add_argument("--to", action="append", default=[], metavar="CONTACT")
    draft.add_argument("--variant", default="", metavar="FORM")
    way = draft.add_mutually_exclusive_group()
    way.add_argument("--print", action="store_true", dest="to_print", help="print it (the default)")
    way.add_argument("--copy", action="store_true", help="put it on the clipboard")
    way.add_argument("--eml", default="", metavar="FILE", help="write it as a mail file")
    way.add_argument("--edit", action="store_true", help="open it in $EDITOR")
    draft.add_argument("--accept-stops", action="store_true", help="hand it out past stops that can be accepted")
    thanks = commands.add("thanks", "thanking:thanks", "begin a thank-you for everyone met at a program")
    thanks.add_argument("program", metavar="PROGRAM")
    earlier = commands.add("revisions", "earlier_texts:revisions", "the earlier texts of a message")
    earlier.add_argument("letter", metavar="LETTER", help="its id, or a unique part of its subject")
    earlier.add_argument("number", nargs="?", type=int, default=0, metavar="N", help="print this one and what changed")
    check = commands.add("check", "checking:check", "conduct checks on any text")
    check.add_argument("source", nargs="?", default="-", metavar="FILE", help="a file, a message id, or - for stdin")
    check.add_argument("--program", default="")
    check.add_argument("--kind", default="", choices=("", *outgoing), metavar="KIND")
    check.add_argument("--to", action="append", default=[], metavar="CONTACT")
    check.add_argument("--subject", default="")
    sent = commands.add("sent", "letter_log:sent", "a message went out")
    sent.add_argument("letter", metavar="LETTER-ID|PROGRAM")
    sent.add_argument("--kind", default="", choices=("", *outgoing), metavar="KIND")
    sent.add_argument("--accept-stops", action="store_true", help="go past stops that can be accepted")
    about_a_letter(sent, "--to")
    sent.add_argument("--text", default="", metavar="FILE", help="its words; - for stdin")


def _outgoing(commands: Commands) -> None:
    if commands.may_hold(("promise", "outbox", "templates")):
        from tui.command_line.outgoing_commands import declare

        declare(commands)


def _incoming(commands: Commands) -> None:
    if commands.may_hold(("received", "flag", "record", "rights")):
        from tui.command_line.incoming_commands import declare

        declare(commands)
    if commands.may_hold(("ics",)):
        from tui.command_line.calendar_commands import declare as declare_calendar

        declare_calendar(commands)


def _upkeep(commands: Commands) -> None:
    demo = commands.add("demo", "importing:write_demo", "an invented season to look around in")
    demo.add_argument("--out", default="", metavar="FILE", help="only write it to this file")
    profile = commands.add("profile", "profile:profile", "what letters may say about you: show or set")
    profile.add_argument("settings", nargs="*", metavar="KEY=VALUE")
    news = commands.add("news", "news:news", "what is new about you: listed, recorded, taken away")
    news.add_argument("what", nargs="?", default="", metavar="TEXT", help="in one sentence, as a message would say it")
    news.add_argument("--on", default="", metavar="DAY", help="since when; today when left out")
    news.add_argument("--eligibility", action="store_true", help="it changes eligibility, so every program has to hear")
    news.add_argument("--forget", default="", metavar="ID", help="take that one away")
    if commands.may_hold(("merge", "export", "archive", "new-season")):
        from tui.command_line.copies_commands import declare

        declare(commands)
    if commands.may_hold(("undo", "redo", "history", "backup", "backups", "restore", "doctor", "path")):
        from tui.command_line.upkeep_commands import declare as declare_upkeep

        declare_upkeep(commands)
    if commands.may_hold(("help", "settings")):
        from tui.command_line.help_commands import declare as declare_help

        declare_help(commands)
    if commands.may_hold(("soap", "outcome")):
        from tui.command_line.match_commands import declare as declare_match

        declare_match(commands)
