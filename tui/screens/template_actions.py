"""What can be done with templates, from the list of messages."""

from __future__ import annotations

from textual import work

from store.words import Kind
from tui.message_table import TEMPLATES
from tui.screens.sectioned import Sectioned

ONLY_TEMPLATES = "{messages.template} changes a template, under Templates.  {messages.open} opens this one."


class TemplateActions(Sectioned):
    """A list of which one section holds templates, where the person's own are written."""

    @work
    async def action_edit_template(self) -> None:
        """Write a form of one's own."""
        from tui.asking.templates import edit_template

        if self.section != TEMPLATES:
            self.say(self.spell(ONLY_TEMPLATES))
            return
        said = await edit_template(self.season_app, Kind(self.table.key))
        self._say_and_rest(said)

    @work
    async def remove_template(self) -> None:
        """Take a form of one's own out of use."""
        from tui.asking.templates import remove_template

        self._say_and_rest(await remove_template(self.season_app, Kind(self.table.key)))

    def _say_and_rest(self, said: str) -> None:
        if said:
            self.say(said)
            self._rest_then_preview()
