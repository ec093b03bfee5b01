"""What enter does on a program's screen: every record opens in its own way."""

from __future__ import annotations

from textual import work

from store.records import Contact, Interview
from store.words import Kind
from tui.program_sections import (
    ANSWER,
    CLASH,
    FACT,
    FACTS,
    FOLLOW_UP,
    INTERVIEW,
    LETTER,
    NOTE,
    OFFER,
    PERSON,
    QUESTION,
    REASON,
    RULE,
    STATUS,
    Entry,
)
from tui.requests import NewLetter, OpenLetter, WriteLetter
from tui.screens.gathered_actions import GATHERED, GatheredActions

ENTER = {
    CLASH: "{program.open} asks for another date or changes this one",
    INTERVIEW: "{program.open} changes or cancels it, or writes about it",
    OFFER: "{program.open} books a date, clashes are marked",
    PERSON: "{program.open} changes them or writes to them",
    LETTER: "{program.open} opens it",
    NOTE: "{program.open} changes or removes it",
    REASON: "{program.open} changes or removes it",
    RULE: "{program.open} records what they say",
    FACTS: "{program.open} changes the facts",
    FACT: "{program.open} says it still holds, changes it or removes it",
    QUESTION: "{program.open} answers it, leaves it to their site, or writes and asks",
    ANSWER: "{program.open} changes or removes it",
    STATUS: "{program.open} sets another status",
}
YOURS = "Your own: {program.open} changes or removes it."
LETTERS = {
    "logistics": (Kind.LOGISTICS, ""),
    "ask-zone": (Kind.LOGISTICS, "time-zone"),
    "move": (Kind.RESCHEDULE, ""),
    "thank": (Kind.THANK_YOU, ""),
}
"""The message that each deed begins, and its form where only one will do."""


class RecordActions(GatheredActions):
    """Opens what the cursor is on."""

    @property
    def entry(self) -> Entry | None:
        """What the cursor is on."""
        raise NotImplementedError

    def more_about(self, entry: Entry | None) -> str:
        """The sentence for the status line: why a follow-up is here, or what enter does."""
        if entry is None:
            return ""
        what, record_id = entry.leads_to
        if what == FOLLOW_UP:
            item = next((item for item in self.state.agenda.open if item.key == record_id), None)
            own = f"{self.spell(YOURS)}  " if item and item.rule == "TASK" and item.kind is None else ""
            return f"{own}{item.why}" if item else ""
        return self.spell(ENTER.get(what, ""))

    def action_open(self) -> None:
        """Open the record under the cursor."""
        self._open_record()

    @work
    async def _open_record(self) -> None:
        from tui.asking import programs as asking_programs
        from tui.asking import records as asking_records

        app, season = self.season_app, self.season
        what, record_id = self.entry.leads_to if self.entry else ("", "")
        if what == LETTER:
            self.post_message(OpenLetter(record_id))
        elif what and app.refuses_changes():
            return
        elif what in (INTERVIEW, CLASH):
            await self._open_interview(season.interviews_by_id[record_id], clashing=what == CLASH)
        elif what == OFFER:
            self.action_book()
        elif what == PERSON:
            await self._open_person(season.contacts_by_id[record_id])
        elif what == FOLLOW_UP:
            await self._open_follow_up(record_id)
        elif what == NOTE:
            note = next((one for one in season.notes if one.id == record_id), None)
            self.make(await asking_records.ask_note_change(app, note) if note else None)
        elif what == REASON:
            program = season.programs_by_id[self.program_here]
            self.make(await asking_records.ask_reason_change(app, program, program.reasons[int(record_id)]))
        elif what == RULE:
            self.action_contact_rule()
        elif what == FACTS:
            self.make(await asking_programs.ask_facts(app, record_id))
        elif what in GATHERED:
            await self.open_gathered(what, record_id)
        elif what == STATUS:
            self.action_status()
        else:
            self.say("There is nothing to open on this line.")

    async def _open_interview(self, interview: Interview, *, clashing: bool) -> None:
        from tui.asking import booking, debrief, preparing, records, telling
        from tui.asking.records import Deed

        app = self.season_app
        if records.is_cancelled(interview):
            if await telling.ask_telling(app, interview):
                await self._write(Kind.CANCEL, interview.program_id, interview.id)
            return
        deed = await records.ask_interview_deed(app, interview, Deed.MOVE if clashing else Deed.CHANGE)
        if deed is Deed.CHANGE:
            self.make(await booking.ask_new_start(app, interview))
        elif deed is Deed.CANCEL:
            await self._cancel(interview)
        elif deed is Deed.DEBRIEF:
            await debrief.debrief_interview(app, interview)
        elif deed is Deed.PREPARE:
            await preparing.prepare_interview(app, interview)
        elif deed is Deed.CONFIRM:
            self.make(records.confirmed_zone(interview, self.season.programs_by_id[interview.program_id].name))
        elif deed is not None:
            kind, variant = LETTERS[deed.value]
            await self._write(kind, interview.program_id, interview.id, variant)

    async def _cancel(self, interview: Interview) -> None:
        """Cancel it, then tick off who has to know, as far as that is done already."""
        from tui.asking import booking, telling

        change = await booking.ask_cancelling(self.season_app, interview)
        if change is not None and self.season_app.change_season(change):
            cancelled = self.season.interviews_by_id[interview.id]
            if await telling.ask_telling(self.season_app, cancelled):
                await self._write(Kind.CANCEL, interview.program_id, interview.id)

    async def _write(self, kind: Kind, program_id: str, interview_id: str, variant: str = "") -> None:
        from tui.asking.letters import ask_recipients

        people = await ask_recipients(self.season_app, program_id, kind)
        if people is not None:
            self.post_message(WriteLetter(NewLetter(program_id, kind, people, interview_id, variant=variant)))

    async def _open_person(self, contact: Contact) -> None:
        from tui.asking import programs as asking_programs
        from tui.asking import records
        from tui.asking.letters import ask_kind
        from tui.asking.records import Deed

        app = self.season_app
        deed = await records.ask_person_deed(app, contact)
        if deed is Deed.CHANGE:
            self.make(await asking_programs.ask_contact(app, contact.program_id, contact))
        elif deed is Deed.REMOVE:
            self.make(records.removed_person(contact))
        elif deed is Deed.WRITE:
            kind = await ask_kind(app, contact.program_id)
            if kind is not None:
                self.post_message(WriteLetter(NewLetter(contact.program_id, kind, (contact.id,))))

    async def _open_follow_up(self, key: str) -> None:
        from tui.asking import debrief, tasks, telling
        from tui.follow_up_letters import answer_to

        item = next((one for one in self.state.agenda.open if one.key == key), None)
        if item is None:
            return
        request = answer_to(self.season, item, self.chosen_programs()[0])
        interview = self.season.interviews_by_id.get(item.interview_id)
        if item.rule == "F18" and interview is not None:
            if await telling.ask_telling(self.season_app, interview):
                await self._write(Kind.CANCEL, interview.program_id, interview.id)
        elif request is not None:
            self.post_message(request)
        elif item.rule == "TASK":
            task = next(one for one in self.season.tasks if key == f"TASK:{one.id}")
            self.make(await tasks.ask_task_deed(self.season_app, task))
        elif interview is not None and interview.starts.at <= self.state.now.at:
            await debrief.debrief_interview(self.season_app, interview)
        else:
            keys = self.spell("{rows.done} done, {rows.snooze} wait.")
            self.say(f"No message answers this.  {keys}  {item.why}")
