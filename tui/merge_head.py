"""The lines above the comparison of two copies: what the other one holds, and which keys settle it."""

from __future__ import annotations

from textual.content import Content

from store.merging.merge import kept_unsure
from store.merging.words import count_words
from store.numbers import counted
from tui.merge_rows import Page
from tui.shown import plain
from tui.spelling import Spelling

UNKNOWN = (
    "Where the two parted is not known: the .history folder beside the other copy is missing or shares no step. "
    "Nothing is taken out; what stands in one copy alone is kept."
)


def head_words(page: Page, spell: Spelling, *, empty: bool) -> Content:
    """Counts, keys, and what is not sure; `empty` says that the copy has nothing that is not here already."""
    merge = page.merge
    lines = [plain(merge.other.name).stylize("bold") + f"   {count_words(page.here)}"]
    if empty:
        lines.append(Content(spell("Everything in it stands here already.  {screen.back} goes back.")))
    else:
        questions = f"{counted(len(merge.asked), 'place')} to settle.  " if merge.asked else ""
        keys = spell("{merge.accept} brings all in, {screen.back} nothing; {everywhere.undo} takes it back.")
        lines.append(Content(f"{questions}{keys}"))
    if merge.other.notice:
        lines.append(plain(merge.other.notice))
    if not merge.other.ground.known:
        lines.append(Content.styled(f"{UNKNOWN} ({counted(kept_unsure(merge), 'record')})", "bold $late"))
    return Content("\n").join(lines)
