"""The outbox: messages marked ready, handed out together, and marked as sent once they have gone."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from store.dates import show_both
from store.errors import RuleBroken
from store.find import find_letter
from store.numbers import counted
from store.records import Accepted, Letter
from store.rules.handing_over import Going, hand_over, mark_all_sent
from store.rules.known import followed_program
from store.season import Season
from store.typed_path import typed_path
from store.words import UNSENT, LetterState
from templates.conduct.checking import check_letter
from templates.conduct.findings import Finding
from templates.conduct.gone_past import open_stops
from templates.conduct.promises import promise_in
from templates.mail import to_text
from templates.own_templates import own_sources
from templates.told_details import detail_told
from tui.command_line.checking import finding_line, letter_values
from tui.command_line.desk import Desk, changing, looking
from tui.command_line.running import DONE, FOUND, REFUSED
from tui.command_line.speaking import as_json, data, words
from tui.command_line.typed import typed_past
from tui.mail_files import mail_files, text_files
from tui.private_files import HandedFile, write_all

GONE = {LetterState.SENT: "gone out already", LetterState.RECEIVED: "come in"}


def outbox(options: Namespace) -> int:
    """Print the messages marked ready, write them as files, or record that they have gone out."""
    if options.sent or options.eml or options.text:
        with changing(options) as desk:
            return _gone(desk, options) if options.sent else _written(desk, options)
    with looking(options) as desk:
        season, now = desk.season, desk.now
    ready = _chosen(season, options)
    if options.json:
        as_json({"letters": [letter_values(season, one, check_letter(season, one, now=now)) for one in ready]})
        return DONE
    for letter in ready:
        data(f"{letter.id}\n{to_text(season, letter)}")
    words(f"{counted(len(ready), 'message')}{'' if options.letters else ' ready to be sent'}.")
    return DONE


def _chosen(season: Season, options: Namespace) -> tuple[Letter, ...]:
    """The messages that are named, ready or still drafts, each once; without names all that are marked ready."""
    if not options.letters:
        return ready_letters(season)
    named = tuple(dict.fromkeys(find_letter(season, one) for one in options.letters))
    for letter in named:
        followed_program(season, letter.program_id)
        if letter.state not in UNSENT:
            raise RuleBroken(f"{letter.id} has {GONE[letter.state]}; only a message not sent yet can be handed over.")
    return named


def ready_letters(season: Season) -> tuple[Letter, ...]:
    """Messages marked ready, in the order they were begun, those of programs in the trash left out."""
    followed = {program.id for program in season.followed}
    return tuple(
        one
        for one in season.letters
        if one.state is LetterState.READY and one.trashed is None and one.program_id in followed
    )


def _written(desk: Desk, options: Namespace) -> int:
    """Every ready message without an open stop as a file; 1 when some were left out."""
    season, now = desk.season, desk.now
    fine, stopped = _sorted(desk, options)
    if options.eml:
        files, held, refused = mail_files(season, fine, now=now)
    else:
        files, held, refused = text_files(season, fine), fine, ()
    for sentence in refused:
        words(sentence)
    where = typed_path(options.eml or options.text)
    if files:
        _keep_handed(desk, where, files, held)
    left = len(stopped) + len(refused)
    out = f"; {counted(left, 'message')} left out" if left else ""
    words(f"{counted(len(files), 'file')} written to {where}{out}.")
    if options.json:
        as_json({"folder": str(where), "files": [one.name for one in files], "left_out": left})
    return FOUND if left else DONE


def _keep_handed(desk: Desk, where: Path, files: tuple[HandedFile, ...], held: tuple[Letter, ...]) -> None:
    """Write the files, then keep with each message the text that left."""
    write_all(where, files)
    ids = tuple(one.id for one in held)
    changed = hand_over(desk.season, ids, way="file", now=desk.now)
    if changed is not desk.season:
        said = f"The text of {counted(len(ids), 'message')} is kept as handed over"
        desk.change(f"Handed over: {counted(len(ids), 'message')}", changed, said=said)


def _gone(desk: Desk, options: Namespace) -> int:
    """All of them as sent, in one step; 2 while a stop stands that was not accepted, and then none is."""
    season, now = desk.season, desk.now
    fine, stopped = _sorted(desk, options)
    if stopped:
        words("None was marked as sent. Mend these, or take them out of the outbox.")
        return REFUSED
    if not fine:
        raise RuleBroken("No message is marked ready, so none can have gone out.")
    at = typed_past(options.at, options, now=now)
    own = own_sources()
    going = tuple(
        Going(one.id, promise_in(season, one), _accepted(desk, one), detail_told(season, one, now=now, own=own))
        for one in fine
    )
    changed = mark_all_sent(season, going, at=at, now=now)
    desk.change(f"Sent: {counted(len(going), 'message')}, {show_both(at, now.zone)}", changed)
    return DONE


def _sorted(desk: Desk, options: Namespace) -> tuple[tuple[Letter, ...], tuple[Letter, ...]]:
    """Ready messages that may go out, and those that a stop keeps, which is said."""
    fine: list[Letter] = []
    stopped: list[Letter] = []
    for letter in _chosen(desk.season, options):
        stops = [one for one in _stops(desk, letter) if one.hard or not options.accept_stops]
        (stopped if stops else fine).append(letter)
        for one in stops:
            words(f"{letter.id}: {finding_line(one, letter)}")
    return tuple(fine), tuple(stopped)


def _stops(desk: Desk, letter: Letter) -> tuple[Finding, ...]:
    """The stops on that message that its writer has not gone past already."""
    return open_stops(letter, check_letter(desk.season, letter, now=desk.now))


def _accepted(desk: Desk, letter: Letter) -> tuple[Accepted, ...]:
    return tuple(Accepted(one.check, one.text, desk.now) for one in _stops(desk, letter))
