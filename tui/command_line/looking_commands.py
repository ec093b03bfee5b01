"""The commands that show the season, with their arguments: agenda, list, show, timeline, ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.command_line.declaring import Commands

FILTER = "such as status:bkd due<7d, or a saved one by name"


def declare(commands: Commands) -> None:
    """Add them."""
    agenda = commands.add("agenda", "agenda_words:show_agenda", "what is due, late and coming")
    agenda.add_argument("span", nargs="?", default="week", choices=("today", "week", "30d", "all"))
    agenda.add_argument("--why", action="store_true", help="say of each why it is there")
    agenda.add_argument("--short", action="store_true", help="one line for a shell prompt, such as 2 late, 3 today")
    agenda.add_argument("--exit-code", action="store_true", help="exit with 1 when anything is late")
    listed = commands.add("list", "listing:list_programs", "programs, all or those a filter lets through")
    listed.add_argument("filter", nargs="*", metavar="FILTER", help=FILTER)
    show = commands.add("show", "showing:show_program", "everything known about one program")
    show.add_argument("program", metavar="PROGRAM")
    _timeline(commands)
    commands.add("ledger", "promising:show_ledger", "every promise made about ranking")


def _timeline(commands: Commands) -> None:
    lanes = commands.add("timeline", "lanes:show_timeline", "the season as lanes of text")
    lanes.add_argument("filter", nargs="*", metavar="FILTER", help=FILTER)
    lanes.add_argument("--width", type=int, default=0, metavar="N", help="columns; the terminal's when left out")
    zooms = (0, 1, 2, 3, 4)
    lanes.add_argument(
        "--zoom", type=int, default=0, choices=zooms, metavar="N", help="1 weeks to 4 parts of days; 0 what fits"
    )
    lanes.add_argument("--around", default="", metavar="DAY", help="the day to have in view; today when left out")
    lanes.add_argument("--sort", default="", metavar="ORDER", help="next, interview, status, name and others")
    lanes.add_argument("--reverse", action="store_true", help="turn the order round")
    lanes.add_argument("--group", default="", metavar="HOW", help="status, interview-week, region, tier or none")
    lanes.add_argument("--all", action="store_true", help="fold nothing away")
    lanes.add_argument("--ascii", action="store_true", help="plain ASCII signs")
