"""Templates of the person's own put into their folder: for them only, replaced whole, links never followed."""

from __future__ import annotations

from pathlib import Path

from templates.own_templates import ENDING, kind_and_form
from tui.private_files import HandedFile, write_all


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
