"""What can be done with templates, from the list of messages."""

from __future__ import annotations

from textual import work

from store.words import Kind
from tui.message_table import TEMPLATES
from tui.screens.sectioned import Sectioned


class TemplateActions(Sectioned):
    """A list of which one section holds templates, where the person's own are written."""

    @work
    async def action_edit_template(self) -> None:
        """Write a form of one's own."""
        from tui.asking.templates import edit_template

        if self.section != TEMPLATES:
            self.say("e changes a template, under Templates.  enter opens this one.")
            return
        said = await edit_template(self.season_app, Kind(self.table.key))
        if said:
            self.say(said)
            self._rest_then_preview()
