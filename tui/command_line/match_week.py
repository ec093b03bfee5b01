"""Match Week in plain lines: what is allowed now, who may be answered, what the Match brought."""

from __future__ import annotations

from argparse import Namespace

from store.find import find_program
from store.follow_ups.follow_up import soap_silence
from store.key_dates import key_date
from store.rules.outcome import record_outcome
from store.season import Season
from store.soap_week import SoapWeek, silence_words, soap_week
from store.words import OUTCOME_WORDS, Outcome, Status
from tui.command_line.desk import Desk, changing, looking
from tui.command_line.own_keys import own_spelling
from tui.command_line.running import DONE
from tui.command_line.speaking import as_json, data, moment_values, words
from tui.match_week_words import outside_words, week_parts


def soap(options: Namespace) -> int:
    """Print the rule of the week, what may be done from when on, and who may be answered."""
    with looking(options) as desk:
        week = soap_week(desk.season, desk.now)
        if options.json:
            begins = moment_values("begins", key_date(desk.season, "match-week").at)
            as_json({**begins, "week": _values(week) if week else None})
        elif week is None:
            data(outside_words(desk.season, desk.now))
        else:
            for line in _lines(desk, week):
                data(line)
    return DONE


def outcome(options: Namespace) -> int:
    """Print what the Match brought, or record it."""
    if not options.brought:
        with looking(options) as desk:
            _show(desk.season, options)
        return DONE
    with changing(options) as desk:
        told = None if options.brought == "forget" else Outcome(options.brought)
        program = find_program(desk.season, options.program) if options.program else None
        changed = record_outcome(desk.season, told, program_id=program.id if program else "", now=desk.now)
        where = f", {program.name}" if program else ""
        desk.change(f"The Match: {OUTCOME_WORDS[told] if told else 'not recorded'}{where}", changed)
        still = next((one for one in changed.followed if one.status is Status.MATCHED), None)
        if told is None and still is not None:
            words(f"{still.name} is matched as before by its status; `prematch status` sets it to what it was.")
    return DONE


def _lines(desk: Desk, week: SoapWeek) -> list[str]:
    silence = soap_silence(desk.season, desk.now)
    found = [silence_words(silence, desk.season.profile, desk.now)[0]] if silence else []
    for title, lines in week_parts(desk.season, week, desk.now, own_spelling()):
        found += [f"{title}: {line}" for line in lines]
    return found


def _values(week: SoapWeek) -> dict[str, object]:
    return {
        **moment_values("ends", week.ends),
        "reached": week.stage.begins.id,
        "stages": [
            {
                "id": one.begins.id,
                **moment_values("begins", one.begins.at),
                "steps": list(one.steps),
                "source": one.source,
                "mark": one.mark,
            }
            for one in week.stages
        ],
        "may_be_answered": [{"id": one.id, "name": one.name} for one in week.heard_from],
    }


def _show(season: Season, options: Namespace) -> None:
    told = season.profile.outcome
    where = next((one for one in season.followed if one.status is Status.MATCHED), None)
    if options.json:
        as_json({"outcome": told, "program_id": where.id if where else None, "program": where.name if where else None})
    elif told is None and where is None:
        data("What the Match brought is not recorded.")
    else:
        said = OUTCOME_WORDS[told or Outcome.MATCHED]
        data(f"{said}: {where.name}" if where else said)
