"""A file that is not there yet and only its owner may read: asked for, written, told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import FileTrouble, RuleBroken
from store.typed_path import is_folder, is_there, pasted_path
from tui.screens.dialogs.ask import Ask

if TYPE_CHECKING:
    from tui.app import SeasonApp


async def write_new_file(app: SeasonApp, title: str, name: str, text: Callable[[], str], *, told: str = "") -> None:
    """Ask where to, with that name in the usual folder proposed, and write what `text` gives once it is asked for.

    `told` is said after where it was written. Nothing is written where the person goes back or a file is there.
    """
    from store.exchange.archive import hand_out
    from tui.handing_over import usual_folder

    proposed = str(usual_folder() / name)
    path: Path | None = await app.push_screen_wait(
        Ask(title, "To which file", proposed, a_new_file, "only you will be able to read it", limit=4096)
    )
    if path is None:
        return
    try:
        hand_out(path, text().encode(), season=app.file.path)
    except (FileTrouble, RuleBroken) as trouble:
        app.tell(str(trouble), severity="warning")
        return
    app.say(f"Written: {path}.{told}")


def a_new_file(text: str) -> tuple[Path, str]:
    """That text as a file that is not there yet; raises RuleBroken when it is, or its folder is not."""
    path = pasted_path(text).absolute()
    try:
        if is_folder(path):
            raise RuleBroken("That is a folder. Go on typing to the file in it.")
        if not is_folder(path.parent):
            raise RuleBroken(f"There is no folder {path.parent}.")
        if is_there(path):
            raise RuleBroken("A file is there already. Choose another name.")
    except (OSError, ValueError) as error:
        raise RuleBroken("That is no path this machine can use.") from error
    return path, str(path)
