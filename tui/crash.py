"""When the app itself is at fault: words are kept, the season is saved, and a log without personal data is left."""

from __future__ import annotations

import os
import traceback
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import FileTrouble
from store.season_copy import name_of_copy, write_copy
from tui.unsaved_copies import UNSAVED, kept_as

if TYPE_CHECKING:
    from tui.app import SeasonApp

LOG_NAME = "last-crash.txt"


def keep_what_there_is(app: SeasonApp, seconds: float) -> bool:
    """Hand in what was typed and wait for the disk; True when all of it is there.

    What the disk refuses is kept as a season of its own in the state folder, which may lie elsewhere.
    """
    from tui.half_typed import keep_half_typed
    from tui.kept_questions import place_of
    from tui.left_at import leave_whereabouts
    from tui.missing_file import write_again

    all_kept = True
    half_typed = partial(keep_half_typed, app, place_of(app.file.path))
    for keep in (app.settle_screens, half_typed, partial(leave_whereabouts, app)):
        try:
            keep()
        except Exception:  # noqa: BLE001 the app is ending for another reason, and saving must still be tried
            all_kept = False
    if not app.saver.pending and app.file.gone():  # a save under way writes it anyhow, or the disk hangs
        write_again(app)
    if app.saver.wait(seconds):
        return all_kept
    with suppress(FileTrouble):
        write_copy(app.file, app.state.season, name_of_copy(app.file.disk, kept_as(app.file.path), UNSAVED, app.now()))
    return False


def redacted(error: BaseException) -> str:
    """Where it went wrong, by file, line and function; neither values nor messages, which may quote a letter."""
    lines: list[str] = []
    step: BaseException | None = error
    while step is not None:
        lines.append(type(step).__name__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(step.__traceback__)
        ]
        step = step.__cause__ or step.__context__
    return "\n".join(lines) + "\n"


def write_log(error: BaseException, folder: Path) -> Path | None:
    """The log's path, readable by its owner only; None when it could not be written."""
    from store.disk import EXCLUSIVE, Disk
    from store.safe_write import make_folders

    path = folder / LOG_NAME
    try:
        make_folders(Disk(), folder)
        path.unlink(missing_ok=True)  # an older one may be open to others, or a link
        handle = os.open(path, EXCLUSIVE, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as log:
            log.write(redacted(error))
    except (OSError, FileTrouble):
        return None
    return path


def crash_words(*, saved: bool, log: Path | None) -> str:
    """What the person is told."""
    kept = "Your season is saved." if saved else "The last change may not be saved; everything before it is."
    where = f" What went wrong is in {log}; it holds none of your words." if log else ""
    return f"prematch had to stop because of a fault of its own. {kept}{where} Open it again to go on."
