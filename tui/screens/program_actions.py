"""What can be done to programs, wherever they are listed.

The questions are imported by the action that asks them: dialogs and their text areas stay out of the start.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from tui.requests import Act, Change, ShowProgram
from tui.screens.season_screen import SeasonScreen

if TYPE_CHECKING:
    from tui.app import SeasonApp

SELECTED = (
    "{rows.status} {rows.snooze} {rows.done} {rows.tier} {rows.tags} {rows.rule} {rows.trash} act on all of them; "
    "{screen.back} lets them go"
)
FOR_ONE = "This is for one program: put the cursor on a selected one.  {screen.back} lets them go."
NOBODY = "No program is under the cursor.  {rows.new} adds one."
AskAll = Callable[["SeasonApp", tuple[str, ...]], Awaitable[Act | None]]
AskOne = Callable[["SeasonApp", str], Awaitable[Change | None]]


class ProgramActions(SeasonScreen):
    """A screen with programs on it; subclasses say which are meant."""

    def chosen_programs(self) -> tuple[str, ...]:
        """The selected programs, or the one under the cursor."""
        raise NotImplementedError

    @property
    def program_here(self) -> str:
        """The program under the cursor, selected or not; an empty text when there is none."""
        raise NotImplementedError

    def nobody_here(self) -> str:
        """Why there is no program to act on."""
        return self.spell(NOBODY)

    def listed_programs(self) -> tuple[str, ...]:
        """Every program in view, in order; previous and next follow it."""
        raise NotImplementedError

    def acted(self) -> None:
        """Called after a change of the chosen programs; lists clear their selection."""

    def programs_of(self, record_ids: frozenset[str]) -> tuple[str, ...]:
        """The programs these records are or belong to: the one under the cursor first, then as they are listed."""
        from store.belonging import programs_of  # only an undo out of sight asks for it

        found = dict.fromkeys(programs_of(self.season, record_ids))
        order = dict.fromkeys((self.program_here, *self.listed_programs(), *found))
        return tuple(one for one in order if one in found)

    @property
    def one_program(self) -> str:
        """The program under the cursor; an empty text after saying that there is none, or that others are selected."""
        here, chosen = self.program_here, self.chosen_programs()
        if chosen and here not in chosen:
            self.say(self.spell(FOR_ONE))
            return ""
        if not here:
            self.say(self.nobody_here())
        return here

    def action_copy(self) -> None:
        """Copy the chosen programs as lines of text."""
        from tui.program_story import named, program_line

        if ids := self.chosen_programs():
            self.copy("\n".join(program_line(self.state, one) for one in ids), named(self.season, ids))
        else:
            self.say(self.nobody_here())

    def action_open(self) -> None:
        """Open the program under the cursor."""
        if self.program_here:
            self.post_message(ShowProgram(self.program_here, self.listed_programs()))
        else:
            self.say(self.nobody_here())

    def action_fit(self) -> None:
        """The shortlist by fit, with the cursor on this program where it is listed."""
        from tui.screens.fit import FitScreen

        self.app.push_screen(FitScreen(self.program_here))

    def action_status(self) -> None:
        """Ask for a status and set it."""
        from tui.asking import choosing

        self.ask_all(choosing.ask_status)

    @work
    async def action_message(self) -> None:
        """Ask which kind of message and begin it."""
        from tui.asking import letters as asking_letters

        if program_id := self.one_program:
            request = await asking_letters.ask_message(self.season_app, program_id)
            if request is not None:
                self.app.post_message(request)

    def action_invited(self) -> None:
        """Log an invitation."""
        from tui.asking import booking

        self.ask(booking.ask_invitation)

    def action_book(self) -> None:
        """Book an interview."""
        from tui.asking import booking

        self.ask(booking.ask_booking)

    @work
    async def action_prepare(self) -> None:
        """Read the prep sheet of the program's interview."""
        from tui.asking.preparing import prepare_program

        if program_id := self.one_program:
            await prepare_program(self.season_app, program_id)

    @work
    async def action_debrief(self) -> None:
        """Write down what stays in mind of the program's last interview."""
        from tui.asking.debrief import debrief_program

        if program_id := self.one_program:
            await debrief_program(self.season_app, program_id)

    def action_edit(self) -> None:
        """Change the facts."""
        from tui.asking import programs as asking_programs

        self.ask(asking_programs.ask_facts)

    def action_contact_rule(self) -> None:
        """Record the contact rule."""
        from tui.asking import many

        self.ask_all(many.ask_contact_rule)

    def action_tier(self) -> None:
        """Set the tier."""
        from tui.asking import many

        self.ask_all(many.ask_tier)

    def action_tags(self) -> None:
        """Add tags, or take some away."""
        from tui.asking import many

        self.ask_all(many.ask_tags)

    @work
    async def action_new_program(self) -> None:
        """Add a program."""
        from tui.asking import programs as asking_programs

        before = self.season.programs_by_id
        self.make(await asking_programs.ask_new_program(self.season_app))
        self.follow(frozenset(self.season.programs_by_id.keys() - before.keys()))

    @work
    async def action_import_sheet(self) -> None:
        """Take in a spreadsheet, then ask how far things have come where it does not say."""
        from tui.first_hour import SHEET, taken_in

        await taken_in(self.season_app, SHEET)

    @work
    async def action_add(self) -> None:
        """Ask what to add to this program, then for that."""
        from tui.asking import many
        from tui.asking.adding import CHOICES
        from tui.asking.incoming import log_incoming
        from tui.screens.dialogs.menu import Menu

        if not self.chosen_programs():
            self.say(self.nobody_here())
            return
        question = await self.app.push_screen_wait(Menu("Add", CHOICES))
        if question is many.ask_reason:
            self.ask_all(question)
        elif question is None or not (program_id := self.one_program):
            return
        elif question is log_incoming:
            await log_incoming(self.season_app, program_id)
        else:
            self.make(await question(self.season_app, program_id))

    @work
    async def action_snooze(self) -> None:
        """Put the next actions of the chosen programs off."""
        from tui.asking import choosing

        keys = self.next_keys(self.chosen_programs())
        if not keys:
            self.say("Nothing is due here to put off." if self.chosen_programs() else self.nobody_here())
            return
        words = self._words_of(keys)
        act = await choosing.ask_snooze(self.season_app, keys, words)
        if act is not None:
            self.do(Act(act.words, lambda ids: self._put_off(act, self.next_keys(ids))), self.chosen_programs())

    def _put_off(self, act: Act, keys: tuple[str, ...]) -> Change:
        from store.rules.follow_ups import refuse_nothing_due

        return act.change(keys) if keys else Change(act.words, refuse_nothing_due)

    def action_done(self) -> None:
        """The next actions of the chosen programs are done."""
        from store.rules.follow_ups import mark_done, refuse_nothing_due

        ids = self.chosen_programs()
        keys = self.next_keys(ids)
        if not keys:
            self.say("Nothing is due here." if ids else self.nobody_here())
            return
        words = self._words_of(keys)

        def change(wanted: tuple[str, ...]) -> Change:
            own = self.next_keys(wanted)
            rule = partial(mark_done, keys=own) if own else refuse_nothing_due
            return Change(f"Done: {self._words_of(own) if own else words}", rule)

        self.do(Act("done", change), ids)

    def action_trash(self) -> None:
        """Put the chosen programs in the trash."""
        from store.rules.programs import trash_programs
        from tui.program_story import named

        if ids := self.chosen_programs():

            def change(wanted: tuple[str, ...]) -> Change:
                words = f"In the trash: {named(self.season, wanted)}"
                return Change(words, partial(trash_programs, program_ids=wanted))

            self.do(Act("to the trash", change), ids)
        else:
            self.say(self.nobody_here())

    def action_repeat(self) -> None:
        """Do the last action again on the chosen programs."""
        act, ids = self.season_app.last_act, self.chosen_programs()
        if act is None:
            self.say("There is nothing to repeat yet.")
        elif not ids:
            self.say(self.nobody_here())
        else:
            self.do(act, ids)

    def do(self, act: Act | None, ids: tuple[str, ...]) -> None:
        """Do something repeatable to these programs and remember it for `.`."""
        if act is not None and self.season_app.change_season(act.change(ids)):
            self.season_app.last_act = act
            self.acted()

    def make(self, change: Change | None) -> None:
        """Make a change, if there is one."""
        if change is not None:
            self.season_app.change_season(change)

    @work
    async def ask(self, question: AskOne) -> None:
        """Ask about the program under the cursor and make the change."""
        if program_id := self.one_program:
            self.make(await question(self.season_app, program_id))

    @work
    async def ask_all(self, question: AskAll) -> None:
        """Ask once about the chosen programs and make the change for all of them."""
        if ids := self.chosen_programs():
            self.do(await question(self.season_app, ids), ids)
        else:
            self.say(self.nobody_here())

    def next_keys(self, program_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Keys of the first open follow-up of each of these programs that has any."""
        upcoming = self.state.agenda.next_of
        return tuple(upcoming[one].key for one in program_ids if one in upcoming)

    def _words_of(self, keys: tuple[str, ...]) -> str:
        if len(keys) != 1:
            return f"{len(keys)} follow-ups"
        return next(item.what for item in self.state.agenda.open if item.key == keys[0])
