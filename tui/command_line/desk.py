"""A season on the desk of one command: opened, looked at or changed once, closed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.moments import Moment
from store.season import Season
from store.season_file import SeasonFile
from tui.clock import the_clock
from tui.command_line.speaking import as_json, words


class Desk:
    """The open season of one command, and the moment it runs at."""

    def __init__(self, file: SeasonFile, options: Namespace) -> None:
        self.file = file
        self.options = options
        clock = the_clock(now=options.now, home=options.home)
        self.now: Moment = clock(file.season.profile)
        file.clock = lambda: clock(file.season.profile)

    @property
    def season(self) -> Season:
        """The season as it stands."""
        return self.file.season

    def change(
        self,
        label: str,
        changed: Season,
        *,
        said: str = "",
        made: str = "",
        brought: str = "",
        aside: tuple[str, ...] = (),
    ) -> None:
        """Save the changed season as one undo step, and say what undoing would take back.

        `made` is the id of the record it is about, for whoever reads the JSON; `brought` and `aside` go with the step.
        Raises FileTrouble when it cannot be saved; the file then is as it was.
        """
        from store.history import step_between

        before = self.season
        if changed is before or changed == before:
            words("Nothing changed: it is so already.")
        else:
            step = step_between(before, changed, label, at=self.now, brought=brought, aside=aside)
            self.file.save(changed, (step,))
            words(f"{said or label}. `prematch undo` takes {f'back: {label}' if said else 'this back'}.")
            if self.file.notice:
                words(self.file.notice)
        if self.options.json and not said:
            as_json({"changed": changed != before, "label": label, **({"id": made} if made else {})})


def season_path_of(options: Namespace) -> Path:
    """The season file this command is about."""
    if options.file:
        return Path(options.file).expanduser()
    from store.places import season_path

    return season_path()


@contextmanager
def looking(options: Namespace) -> Iterator[Desk]:
    """The season, only to be looked at: no lock is taken and nothing is written."""
    with _opened(options, read_only=True) as desk:
        yield desk


@contextmanager
def changing(options: Namespace) -> Iterator[Desk]:
    """The season, held by this command alone while it changes."""
    with _opened(options, read_only=False) as desk:
        yield desk


@contextmanager
def _opened(options: Namespace, *, read_only: bool) -> Iterator[Desk]:
    file = SeasonFile.open(season_path_of(options), read_only=read_only)
    try:
        if file.notice:
            words(file.notice)
        yield Desk(file, options)
    finally:
        file.close()
