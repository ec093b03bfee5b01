"""What enter does on a program's screen: every record opens in its own way."""

from __future__ import annotations

from textual import work

from store.records import Contact, Interview
from store.words import Kind
from tui.program_sections import CLASH, FACTS, FOLLOW_UP, INTERVIEW, LETTER, NOTE, OFFER, PERSON, RULE, STATUS, Entry
from tui.requests import NewLetter, OpenLetter, WriteLetter
from tui.screens.program_actions import ProgramActions

ENTER = {
    CLASH: "enter asks for another date or changes this one",
    INTERVIEW: "enter changes or cancels it, or writes about it",
    OFFER: "enter books a date, clashes are marked",
    PERSON: "enter changes them or writes to them",
    LETTER: "enter opens it",
    NOTE: "enter changes or removes it",
    RULE: "enter records what they say",
    FACTS: "enter changes the facts",
    STATUS: "enter sets another status",
}


class RecordActions(ProgramActions):
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
            return next((item.why for item in self.state.agenda.open if item.key == record_id), "")
        return ENTER.get(what, "")

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
        elif what == RULE:
            self.action_contact_rule()
        elif what == FACTS:
            self.make(await asking_programs.ask_facts(app, record_id))
        elif what == STATUS:
            self.action_status()
        else:
            self.say("There is nothing to open on this line.")

    async def _open_interview(self, interview: Interview, *, clashing: bool) -> None:
        from tui.asking import booking, records
        from tui.asking.records import Deed

        if records.is_cancelled(interview):
            self.say("This interview was cancelled.  B books another date.")
            return
        app = self.season_app
        deed = await records.ask_interview_deed(app, interview, Deed.MOVE if clashing else Deed.CHANGE)
        kinds = {Deed.LOGISTICS: Kind.LOGISTICS, Deed.MOVE: Kind.RESCHEDULE, Deed.THANK: Kind.THANK_YOU}
        if deed is Deed.CHANGE:
            self.make(await booking.ask_new_start(app, interview))
        elif deed is Deed.CANCEL:
            self.make(await booking.ask_cancelling(app, interview))
        elif deed is Deed.DEBRIEF:
            self.make(await records.ask_debrief(app, interview))
        elif deed is not None:
            await self._write(kinds[deed], interview.program_id, interview.id)

    async def _write(self, kind: Kind, program_id: str, interview_id: str) -> None:
        from tui.asking.letters import ask_recipients

        people = await ask_recipients(self.season_app, program_id, kind)
        if people is not None:
            self.post_message(WriteLetter(NewLetter(program_id, kind, people, interview_id)))

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
        from tui.asking import records
        from tui.follow_up_letters import answer_to

        item = next((one for one in self.state.agenda.open if one.key == key), None)
        if item is None:
            return
        request = answer_to(self.season, item, self.chosen_programs()[0])
        interview = self.season.interviews_by_id.get(item.interview_id)
        if request is not None:
            self.post_message(request)
        elif interview is not None and interview.starts.at <= self.state.now.at:
            self.make(await records.ask_debrief(self.season_app, interview))
        else:
            self.say(f"No message answers this.  d done, w wait.  {item.why}")
