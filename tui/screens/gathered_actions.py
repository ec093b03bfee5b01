"""What enter does on a fact, an answer or an open question of a program."""

from __future__ import annotations

from store.question_bank import questions_in_force
from store.records import Question
from store.words import Kind
from tui.gathered_lines import fact_of
from tui.program_sections import ANSWER, FACT, QUESTION
from tui.requests import NewLetter, WriteLetter
from tui.screens.program_actions import ProgramActions

GATHERED = frozenset({FACT, QUESTION, ANSWER})
"""What these lines lead to."""


class GatheredActions(ProgramActions):
    """Opens what was gathered about the program under the cursor."""

    async def open_gathered(self, what: str, key: str) -> None:
        """Ask what to do with it, and do it."""
        from tui.asking import gathering

        app, program = self.season_app, self.season.programs_by_id[self.chosen_programs()[0]]
        if what == FACT:
            fact = fact_of(program, key)
            self.make(await gathering.ask_fact_deed(app, program, fact) if fact else None)
        elif what == QUESTION:
            question = self._question(key)
            if question is not None:
                await self._open_question(question)
        else:
            answer = next((one for one in self.season.answers if one.id == key), None)
            question = self._question(answer.question_id) if answer else None
            if answer is not None and question is not None:
                self.make(await gathering.ask_answer_deed(app, question, answer))

    def _question(self, question_id: str) -> Question | None:
        return next((one for one in questions_in_force(self.season) if one.id == question_id), None)

    async def _open_question(self, question: Question) -> None:
        from tui.asking import gathering
        from tui.asking.gathering import Deed
        from tui.asking.letters import ask_recipients

        app, program_id = self.season_app, self.chosen_programs()[0]
        deed = await gathering.ask_question_deed(app, question)
        if deed is Deed.ANSWER:
            self.make(await gathering.ask_answer_to(app, program_id, question))
        elif deed is Deed.ON_SITE:
            self.make(gathering.on_their_site(app, program_id, question))
        elif deed is Deed.REMOVE:
            self.make(gathering.off_the_list(question))
        elif deed is Deed.WRITE:
            people = await ask_recipients(app, program_id, Kind.QUESTION)
            if people is not None:
                self.post_message(WriteLetter(NewLetter(program_id, Kind.QUESTION, people, question=question.text)))
