"""What a program asked or hinted at that it may not: flagged, the record of it, and one's rights."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.find import find_letter, find_program
from store.numbers import counted
from store.rules import received as rules
from tui.command_line.desk import changing, looking
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, is_plain, moment_values, words

if TYPE_CHECKING:
    from templates.incoming.concern_record import Recorded
    from templates.incoming.rights import RightsCard

FLAGS = (("improper", "asks what a program may not ask"), ("hint", "hints at a commitment"))


def flag(options: Namespace) -> int:
    """Say of a message that came in what it asked or hinted at, or that it did neither."""
    with changing(options) as desk:
        letter = find_letter(desk.season, options.letter)
        name = desk.season.programs_by_id[letter.program_id].name
        told = [said for flag, said in FLAGS if getattr(options, flag)]
        changed = rules.flag_received(
            desk.season, letter.id, improper=options.improper, hint=options.hint, now=desk.now
        )
        desk.change(f"Flagged: message from {name} {' and '.join(told) or 'is nothing unusual'}", changed)
    return DONE


def show_record(options: Namespace) -> int:
    """Print what was flagged, or write it to a file that only its owner may read."""
    from templates.incoming.concern_record import as_text, recorded

    with looking(options) as desk:
        season_path = desk.file.path
        program_id = find_program(desk.season, options.program).id if options.program else ""
        found, now = recorded(desk.season, program_id), desk.now
    if options.out:
        from tui.command_line.writing_files import write_out

        content = as_text(found, now=now).encode()
        write_out(options.out, f"prematch-record-{now.day}.txt", content, season=season_path)
        words(f"It holds {counted(len(found), 'message')}.")
    elif not options.json:
        data(as_text(found, now=now).rstrip("\n"))
    if options.json:
        as_json({"record": [_values(one) for one in found]})
    return DONE


def show_rights(options: Namespace) -> int:
    """Print what a program may not ask, what to answer, and where a report may go."""
    from templates.incoming.rights import rights_card

    card = rights_card()
    if options.json:
        rows = [
            {"section": title, "text": line.text, "source": line.source, "mark": line.mark}
            for title, lines in card.sections
            for line in lines
        ]
        as_json({"rights": rows, "legend": card.legend})
        return DONE
    for sentence in _card_lines(card, plain=is_plain(options)):
        data(sentence)
    return DONE


def _card_lines(card: RightsCard, *, plain: bool) -> Iterator[str]:
    """The card as it is printed: under titles, or a right a line."""
    for title, lines in card.sections:
        if not plain:
            yield title
        for line in lines:
            if plain:
                yield f"{title}: {line.text} ({line.mark}, {line.source})"
            else:
                yield from (f"  {line.mark}  {line.text}", f"     {line.source}")
    yield card.legend


def _values(one: Recorded) -> dict[str, object]:
    from templates.incoming.concern_record import person_words

    at, zone = one.letter.at, one.program.zone
    return {
        "letter_id": one.letter.id,
        "program": one.program.name,
        "program_id": one.program.id,
        **moment_values("at", at.seen_from(zone) if at and zone else at),
        "from": [person_words(person) for person in one.people],
        "channel": one.letter.channel.value,
        "flags": list(one.flags),
        "words": list(one.words),
        "message": one.letter.body,
        "touches": [{"rule": rule.rule, "source": rule.source, "mark": rule.mark} for rule in one.touched],
        "answers": [{"letter_id": each.id, **moment_values("at", each.at), "text": each.body} for each in one.answers],
    }
