"""What may stand for an argument by what it is called: names and ids from the season, and words with a meaning."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from zoneinfo import available_timezones

from store.agenda import FollowUp, agenda
from store.errors import SeasonError
from store.filters import FLAGS, HELD, KEYS
from store.find import find_program
from store.reference.regions import REGIONS
from store.season import Season
from store.typed_path import is_there
from store.words import STATUS_WORDS, UNSENT, Kind
from tui.command_line.candidate import Candidate
from tui.command_line.desk import Desk, season_path_of
from tui.state import SavedFilter

WHEN = ("tomorrow", "fri", "mon", "3d", "next week", "interview", "after interview")


class Asked:
    """What is asked for, and the season it is asked of."""

    def __init__(self, said: Mapping[str, str], typed: str, options: Namespace) -> None:
        """`said` holds what stands on the line already, by what it is called."""
        self.said = said
        self.typed = typed
        self.season = Season()
        self.follow_ups: tuple[FollowUp, ...] = ()
        self._options = Namespace(**{**vars(options), "file": said.get("PATH", "") or options.file})

    def look(self) -> Asked:
        """Read the season; a file that is not there or cannot be read leaves it empty."""
        from store.season_file import SeasonFile

        path = season_path_of(self._options)
        if not is_there(path):
            return self
        try:
            with SeasonFile.open(path, read_only=True) as file:
                self.season = file.season
                if "ITEM" in self.said:
                    found = agenda(file.season, now=Desk(file, self._options).now)
                    self.follow_ups = (*found.open, *found.snoozed)
        except SeasonError:
            return self
        return self


def words_called(name: str, said: Mapping[str, str], typed: str, options: Namespace) -> Iterable[Candidate]:
    """What an argument of that name may be; nothing where only the person can know, or the shell, as with files."""
    if name in WORDS:
        return WORDS[name](typed)
    if name in FROM_THE_SEASON:
        return FROM_THE_SEASON[name](Asked({**said, name: ""} if name == "ITEM" else said, typed, options).look())
    return ()


def _programs(asked: Asked) -> Iterator[Candidate]:
    """Names, and ids once something was typed, so that a bare tab does not list everything twice."""
    followed = asked.season.followed
    yield from (Candidate(one.name, one.id) for one in followed)
    if asked.typed:
        yield from (Candidate(one.id, one.name) for one in followed)


def _people(asked: Asked) -> Iterator[Candidate]:
    """The people of the program that stands on the line; of every program when none does."""
    season, named = asked.season, asked.said.get("PROGRAM", "")
    try:
        programs = (find_program(season, named),) if named else season.followed
    except SeasonError:
        return
    for program in programs:
        yield from (
            Candidate(one.name, f"{one.role}, {program.name}") for one in season.contacts_of.get(program.id, ())
        )


def _items(asked: Asked) -> Iterator[Candidate]:
    programs = asked.season.programs_by_id
    for one in asked.follow_ups:
        program = programs.get(one.program_id)
        yield Candidate(one.key, f"{program.name}: {one.what}" if program else one.what)


def _letters(asked: Asked) -> Iterator[Candidate]:
    names = {program.id: program.name for program in asked.season.programs}
    for one in asked.season.letters:
        if one.trashed is None:
            yield Candidate(one.id, f"{one.kind}, {names.get(one.program_id, '')}: {one.subject}")


def _drafts_or_programs(asked: Asked) -> Iterator[Candidate]:
    drafts = {one.id for one in asked.season.letters if one.state in UNSENT}
    yield from (one for one in _letters(asked) if one.word in drafts)
    yield from _programs(asked)


def _tasks(asked: Asked) -> Iterator[Candidate]:
    if asked.said.get("list|add|edit|remove") in ("edit", "remove"):
        yield from (Candidate(one.id, one.what) for one in asked.season.tasks)


def _put_or_back(asked: Asked) -> Iterator[Candidate]:
    """What may come back from the trash; what may be put there."""
    from store.trash import in_trash

    if asked.said.get("list|put|back") == "back":
        yield from (Candidate(one.id, f"{one.what}: {one.name}") for one in in_trash(asked.season))
    else:
        yield from _drafts_or_programs(asked)


def _questions(asked: Asked) -> Iterator[Candidate]:
    from store.question_bank import questions_in_force

    yield from (Candidate(one.id, one.text) for one in questions_in_force(asked.season))


def _filters(asked: Asked) -> Iterator[Candidate]:
    """Keys first; their values once the colon is there."""
    sign = "!" if asked.typed.startswith("!") else ""
    key, colon, _ = asked.typed.removeprefix("!").partition(":")
    if colon:
        yield from (Candidate(f"{sign}{key}:{_quoted(value)}") for value in _filter_values(key.lower(), asked.season))
        return
    yield from (Candidate(f"{sign}{one}:") for one in KEYS)
    yield from (Candidate(f"{sign}{one}") for one in (*FLAGS, "due<7d", "quiet>30d"))
    yield from (Candidate(one.name, one.text) for one in _saved_filters())


def _saved_filters() -> tuple[SavedFilter, ...]:
    from store.places import choices_path
    from tui.choices_file import kept_choices

    return kept_choices(choices_path()).filters


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def _filter_values(key: str, season: Season) -> Iterable[str]:
    listed: Mapping[str, Callable[[], Iterable[str]]] = {
        "status": lambda: (one.value.lower() for one in STATUS_WORDS),
        "region": lambda: (one.lower() for one in REGIONS),
        "state": lambda: sorted({one.state.lower() for one in season.followed if one.state}),
        "tier": lambda: sorted({one.tier.lower() for one in season.followed if one.tier}),
        "tag": lambda: sorted({tag for one in season.followed for tag in one.tags}),
        "kind": lambda: (one.value for one in Kind),
        "has": lambda: HELD,
    }
    return listed[key]() if key in listed else ()


def _labels(typed: str) -> Iterator[Candidate]:
    from store.shelf_life import shipped_labels

    yield from (Candidate(one.label, one.hint) for one in shipped_labels())


def _views(typed: str) -> Iterator[Candidate]:
    from tui.command_table import VIEWS

    yield from (Candidate(view, name) for view, name in VIEWS)


def _statuses(typed: str) -> Iterator[Candidate]:
    yield from (Candidate(status.value, words) for status, words in STATUS_WORDS.items())


def _whens(typed: str) -> Iterator[Candidate]:
    yield from map(Candidate, WHEN)


def _rules(typed: str) -> Iterator[Candidate]:
    from store.follow_ups.rule_table import RULES

    yield from (Candidate(rule.id, rule.name) for rule in RULES.values())


def _zones(typed: str) -> Iterator[Candidate]:
    """All of them would be six hundred, so something has to be typed."""
    yield from map(Candidate, sorted(available_timezones()) if typed else ())


def _settings(typed: str) -> Iterator[Candidate]:
    from tui.command_line.profile import setting_names

    yield from (Candidate(f"{name}=") for name in setting_names())


def _orders(typed: str) -> Iterator[Candidate]:
    from store.arranging import SORTS

    yield from map(Candidate, SORTS)


def _groupings(typed: str) -> Iterator[Candidate]:
    from store.arranging import GROUPINGS

    yield from (Candidate(name.replace(" ", "-")) for name in GROUPINGS)


def _topics(typed: str) -> Iterator[Candidate]:
    from tui.help_pages import TOPICS, page

    yield from (Candidate(topic, page(topic).title) for topic in TOPICS)


def _set_names(typed: str) -> Iterator[Candidate]:
    """The settings; the keys of all commands once something was typed."""
    from tui.setting_table import SETTINGS

    yield from (Candidate(one.name, one.says) for one in SETTINGS)
    if typed.startswith("k"):
        from tui.command_line.own_keys import own_spelling
        from tui.command_table import all_commands

        spell = own_spelling()
        yield from (Candidate(f"keys.{one.id}", spell(one.help)) for scope in all_commands().values() for one in scope)


def _set_values(asked: Asked) -> Iterator[Candidate]:
    from tui.setting_table import setting_called

    setting = setting_called(asked.said.get("SET", ""))
    if setting is not None:
        yield from map(Candidate, setting.values, setting.about)
    yield Candidate("default", "what holds when nothing is said")


WORDS: Mapping[str, Callable[[str], Iterable[Candidate]]] = {
    "CODE": _statuses,
    "ID": _rules,
    "LABEL": _labels,
    "STATUS": _statuses,
    "WHEN": _whens,
    "ZONE": _zones,
    "VIEW": _views,
    "KEY=VALUE": _settings,
    "ORDER": _orders,
    "HOW": _groupings,
    "TOPIC": _topics,
    "SET": _set_names,
}
"""What may stand for arguments that the season does not know about, by what they are called."""

FROM_THE_SEASON: Mapping[str, Callable[[Asked], Iterable[Candidate]]] = {
    "PROGRAM": _programs,
    "CONTACT": _people,
    "ITEM": _items,
    "LETTER": _letters,
    "LETTER-ID": _letters,
    "LETTER-ID|PROGRAM": _drafts_or_programs,
    "RECORD": _put_or_back,
    "TASK": _tasks,
    "QUESTION": _questions,
    "FILTER": _filters,
    "VALUE": _set_values,
}
"""What the season knows the words for."""
