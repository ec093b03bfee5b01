"""A season handed out as CSV, JSON, Markdown or a picture, and a whole one taken in again."""

from __future__ import annotations

from argparse import Namespace
from shlex import quote

from store.errors import RuleBroken
from store.numbers import counted
from store.typed_path import is_there, typed_path
from tui.command_line.desk import Desk, changing, looking
from tui.command_line.how_far import HowFar
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data
from tui.command_line.stopping import UNWRITTEN, stoppable, unbroken

PICTURES = ("svg", "html")


def export(options: Namespace) -> int:
    """Write the season to a file that only its owner may read, or print it when no file is named."""
    with stoppable(UNWRITTEN):
        return _exported(options)


def _exported(options: Namespace) -> int:
    with looking(options) as desk, HowFar(f"Writing the season as {options.what}"):
        content = _drawn(desk, options) if options.what in PICTURES else _content(desk, options)
        day, season = desk.now.day, desk.file.path
    if not options.out:
        data(content.decode().rstrip("\n"))
        return DONE
    from tui.command_line.writing_files import write_out

    name = f"prematch-{day}.{options.what}"
    with unbroken():
        path = write_out(options.out, name, content, season=season, over=options.force, may_force=True)
    if options.json:
        as_json({"what": options.what, "path": str(path)})
    return DONE


def import_season(options: Namespace) -> int:
    """Take in a season that was exported as JSON; only where none has been begun, so that nothing is mixed."""
    from store.season import Season
    from store.season_file import SeasonFile

    source = typed_path(options.source)
    if not is_there(source):
        raise RuleBroken(f"There is no file {source}.")
    with HowFar(f"Reading {source.name}"), SeasonFile.open(source, read_only=True) as exported:
        season = exported.season
    counts = f"{counted(len(season.programs), 'program')}, {counted(len(season.letters), 'message')}"
    with (looking if options.dry_run else changing)(options) as desk:
        if desk.season not in (Season(), season):
            raise RuleBroken(
                f"{source.name} holds a whole season ({counts}), and there is one in {desk.file.path} already. "
                f"Nothing was changed. `prematch --file {quote(str(source))}` opens it by itself."
            )
        if options.json:
            as_json({"programs": len(season.programs), "letters": len(season.letters)})
        else:
            data(counts)
        if not options.dry_run:
            desk.change(f"Imported {source.name}: {counts}", season, said="Taken in")
    return DONE


def _drawn(desk: Desk, options: Namespace) -> bytes:
    from store.agenda import agenda
    from store.picture.page import page_of
    from store.picture.whole import picture_of

    draw = picture_of if options.what == "svg" else page_of
    due = agenda(desk.season, now=desk.now)
    return draw(desk.season, due, now=desk.now, private=options.private).encode()


def _content(desk: Desk, options: Namespace) -> bytes:
    what: str = options.what
    if options.private:
        raise RuleBroken(
            f"Only a picture can leave names out: {what} holds everything, so nothing was written. "
            "`prematch export svg --private` draws one."
        )
    if what == "json":
        from store.exchange.archive import as_json as whole

        return whole(desk.file.tables, desk.file.place)
    if what == "csv":
        from store.exchange.archive_csv import as_csv

        return as_csv(desk.season, now=desk.now)
    from store.exchange.archive_markdown import as_markdown

    return as_markdown(desk.season, now=desk.now)
