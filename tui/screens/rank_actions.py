"""What can be done to the rank list: moved, left out, locked, scored, compared, kept and certified."""

from __future__ import annotations

from functools import partial

from textual import work

from store.rules import ranking
from tui.program_story import named
from tui.requests import Change
from tui.screens.listing import Listing
from tui.shown import line

NOT_RANKED = "This program is not on the list yet.  {rank.include} puts it on."
SOME_NOT_RANKED = "Some of these are not on the list yet.  {rank.include} puts them on."
ALL_ANSWERED = (
    "Every close call is answered.  {rank.compare} compares two again, and there {compare.left}, {compare.right} "
    "or {compare.even} answers anew."
)
NOTHING = "No interview is over yet, so there is nothing to rank."


class RankActions(Listing):
    """A screen whose rows are the programs of the rank list, and those that could be on it."""

    def chosen(self) -> tuple[str, ...]:
        """The selected programs as they are ranked, those without a place last; else the one under the cursor."""
        chosen = self.table.selected or {self.table.key} - {""}
        order = self.season.rank_list.order
        ranked = tuple(one for one in order if one in chosen)
        return (*ranked, *(key for key in self.table.keys if key in chosen and key not in order))

    def place_of(self, program_id: str) -> int:
        """Its place, counted from 1; 0 when it has none."""
        order = self.season.rank_list.order
        return order.index(program_id) + 1 if program_id in order else 0

    def called(self, ids: tuple[str, ...]) -> str:
        """The program by its name, or how many there are."""
        return line(named(self.season, ids), 60)

    def make(self, change: Change | None) -> bool:
        """Make a change, if there is one; a selection it was about is let go."""
        if change is None or not self.season_app.change_season(change):
            return False
        self.let_go()
        return True

    # The order

    def action_move_down(self) -> None:
        """One place down."""
        self._move(1)

    def action_move_up(self) -> None:
        """One place up."""
        self._move(-1)

    def _ranked(self) -> tuple[str, ...]:
        """The chosen programs when all of them have a place; otherwise says so and gives none."""
        ids = self.chosen()
        if not ids:
            self.say("Nothing to move yet.")
        elif not all(map(self.place_of, ids)):
            self.say(self.spell(NOT_RANKED if len(ids) == 1 else SOME_NOT_RANKED))
        else:
            return ids
        return ()

    def _move(self, by: int) -> None:
        ids = self._ranked()
        if not ids:
            return
        to = self.place_of(ids[0]) + by
        last = len(self.season.rank_list.order) - len(ids) + 1
        if not self.season.rank_list.locked and not 1 <= to <= last:
            self.say("It is first already." if by < 0 else "It is last already.")
            return
        words = f"Moved: {self.called(ids)} to place {to}"
        rule = partial(ranking.move_programs, program_ids=ids, place=to)
        self.season_app.change_season(Change(words, rule))  # a selection goes on moving

    @work
    async def action_place(self) -> None:
        """Ask for a place and move the chosen programs there."""
        from tui.asking.ranking import ask_place

        if self._refuses_to_move():
            return
        if ids := self._ranked():
            self.make(await ask_place(self.season_app, ids))

    def _refuses_to_move(self) -> bool:
        """Say the sentence of the rule at once on a locked list, before anything is asked."""
        if self.season.rank_list.locked and (key := self.table.key):
            self.season_app.change_season(Change("", partial(ranking.rank_program, program_id=key)))
        return self.season.rank_list.locked

    @work
    async def action_include(self) -> None:
        """Put the chosen programs on the list, or take them off with a reason."""
        from tui.asking.ranking import ask_leaving_out

        ids = self.chosen()
        if not ids:
            self.say(NOTHING)
        elif self._refuses_to_move():
            return
        elif on := tuple(filter(self.place_of, ids)):
            self.make(await ask_leaving_out(self.season_app, on))
        else:
            place = len(self.season.rank_list.order) + 1
            words = f"On the list: {self.called(ids)}, place {place}"
            self.make(Change(words, partial(ranking.rank_programs, program_ids=ids)))

    @work
    async def action_lock(self) -> None:
        """Lock the list, or unlock it."""
        from tui.asking.ranking import ask_unlocking

        if self.season.rank_list.locked:
            self.make(await ask_unlocking(self.season_app))
        else:
            self.make(Change("Rank list locked", ranking.lock_list))

    @work
    async def action_save_points(self) -> None:
        """Keep this order with a reason, or look at an earlier one and go back to it."""
        from tui.asking.save_points import ask_save_point

        self.make(await ask_save_point(self.season_app))

    # What helps to order it

    @work
    async def action_scores(self) -> None:
        """Score the program under the cursor."""
        from tui.asking.scores import ask_scores

        if not self.table.key:
            self.say(NOTHING)
            return
        self.make(await ask_scores(self.season_app, self.table.key))

    def action_weights(self) -> None:
        """Try out weights."""
        from tui.screens.weights import WeightsScreen

        self.app.push_screen(WeightsScreen())

    def action_compare(self) -> None:
        """Compare the chosen programs, or the one under the cursor with its neighbour."""
        from store.ranking.comparing import MOST
        from tui.screens.comparing import CompareScreen

        ids = self.chosen()
        if len(ids) == 1:
            keys = self.table.keys
            at = keys.index(ids[0])
            ids = (*ids, *keys[at + 1 : at + 2]) if at + 1 < len(keys) else (*keys[at - 1 : at], *ids)
        if len(ids) < 2:
            self.say("There is nothing to compare it with yet.")
        elif len(ids) > MOST:
            way = self.spell("{screen.back} lets the selection go.")
            self.say(f"Two to four programs are compared at once, not {len(ids)}.  {way}")
        else:
            self.app.push_screen(CompareScreen((ids,)))

    def action_close_calls(self) -> None:
        """Go through the close calls."""
        from store.ranking.pairs import close_pairs, open_pairs
        from tui.screens.comparing import CompareScreen

        found = open_pairs(self.season)
        if found:
            self.app.push_screen(CompareScreen(tuple((one.upper_id, one.lower_id) for one in found)))
        elif close_pairs(self.season):
            self.say(self.spell(ALL_ANSWERED))
        else:
            self.say("No two neighbours on the list stand close together by their scores.")

    @work
    async def action_correct_promise(self) -> None:
        """Ask what of the promise to this program still stands."""
        from tui.asking.promises import ask_correction, promise_to

        letter = promise_to(self.season, self.table.key)
        if letter is None:
            self.say("Nothing about ranking stands promised to this program.")
            return
        self.make(await ask_correction(self.season_app, letter))

    def action_sheet(self) -> None:
        """Open the certify sheet."""
        from tui.screens.certifying import CertifyScreen

        if self.season.rank_list.order:
            self.app.push_screen(CertifyScreen())
        else:
            self.say("The list is empty, so there is nothing to certify yet.")

    @work
    async def action_checks(self) -> None:
        """Read everything that speaks against the list."""
        from tui.asking.ranking import read_checks

        await read_checks(self.season_app)
