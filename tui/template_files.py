"""Templates of the person's own put into their folder: for them only, replaced whole, links never followed."""

from __future__ import annotations

from pathlib import Path

from templates.own_templates import ENDING, kind_and_form
from tui.private_files import HandedFile, write_all

SPARE_NAMES = 1000
"""How many removed templates of one name may lie in the folder."""


def keep_template(name: str, source: str, *, over: bool = False) -> Path:
    """Write that template into the folder, which is made when it is missing, and say where.

    Raises TemplateTrouble for a name that is none, RuleBroken when one is there and `over` is not, and
    FileTrouble when it cannot be written; what was there is there still.
    """
    from store.disk import Disk
    from store.places import templates_folder
    from store.safe_write import make_folders

    kind_and_form(f"{name}{ENDING}")
    folder = templates_folder()
    make_folders(Disk(), folder)
    (path,) = write_all(folder, (HandedFile(f"{name}{ENDING}", f"{source.rstrip()}\n".encode()),), over=over)
    return path


def set_aside(name: str) -> Path:
    """Take that template out of use; its text stays beside it under a name that is no template, and that is told.

    Raises FileTrouble when it cannot be moved; then it is used as before.
    """
    from store.errors import FileTrouble
    from store.places import templates_folder
    from store.typed_path import is_there

    kind_and_form(f"{name}{ENDING}")
    path = templates_folder() / f"{name}{ENDING}"
    names = (path.with_name(f"{path.name}.removed{number or ''}") for number in range(SPARE_NAMES))
    free = next((one for one in names if not is_there(one)), None)
    if free is None:
        raise FileTrouble(f"Too many removed templates lie beside {path}; nothing was moved. Clear some away first.")
    try:
        path.rename(free)
    except OSError as trouble:
        raise FileTrouble(f"{path} cannot be moved: {trouble.strerror or trouble}. It is used as before.") from trouble
    return free
