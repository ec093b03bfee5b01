"""How well the conduct checks do on the labelled drafts: precision and recall of each, and of all.

.venv/bin/python -m tests.measure_checks [--misses]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass, field

from templates.conduct.checking import check_letter
from templates.conduct.findings import Finding, Level
from templates.conduct.sentences import split_sentences
from tests.labelled_drafts import LEVELS, SETS, Labelled, labelled_drafts


@dataclass(slots=True)
class Tally:
    """What one check did over a set of drafts."""

    wanted: int = 0
    """Drafts in which it should speak."""
    found: int = 0
    """Those of them in which it did, at the right place."""
    false: int = 0
    """Findings where there is no fault."""

    @property
    def recall(self) -> float | None:
        """Found of those there are; none when there are none."""
        return self.found / self.wanted if self.wanted else None

    @property
    def precision(self) -> float | None:
        """Found of all it said; none when it said nothing."""
        return self.found / (self.found + self.false) if self.found + self.false else None


@dataclass(slots=True)
class Measured:
    """What all the checks did over a set of drafts."""

    drafts: int = 0
    """How many drafts."""
    clean: int = 0
    """How many of them without a fault."""
    tallies: dict[str, Tally] = field(default_factory=lambda: {check: Tally() for check in LEVELS})
    """The tally of each check."""
    stops_on_clean: list[str] = field(default_factory=list)
    """A line for each STOP on a clean draft."""
    hard_missed: list[str] = field(default_factory=list)
    """A line for each fault that had to be found without fail and was not."""
    lines: list[str] = field(default_factory=list)
    """A line for each miss and each false alarm."""

    @property
    def total(self) -> Tally:
        """All checks together; a STOP on a clean draft counts as two false ones."""
        own = self.tallies.values()
        false = sum(one.false for one in own) + len(self.stops_on_clean)
        return Tally(sum(one.wanted for one in own), sum(one.found for one in own), false)


def measured(drafts: Iterable[Labelled]) -> Measured:
    """The checks run over those drafts and compared with their labels."""
    result = Measured()
    for draft in drafts:
        result.drafts += 1
        result.clean += draft.clean
        findings = check_letter(draft.season, draft.letter, now=draft.now)
        _count_wanted(result, draft, findings)
        _count_false(result, draft, findings)
    return result


def _count_wanted(result: Measured, draft: Labelled, findings: tuple[Finding, ...]) -> None:
    for check in sorted(draft.wanted):
        places = [words for own, words in draft.finds if own == check]
        missing = [words for words in places if not any(_touches(draft, one, check, words) for one in findings)]
        result.tallies[check].wanted += 1
        result.tallies[check].found += not missing
        for words in missing:
            line = f"{check} missed  {draft.name}: {words or 'the whole letter'}"
            result.lines.append(line)
            if draft.hard:
                result.hard_missed.append(line)


def _count_false(result: Measured, draft: Labelled, findings: tuple[Finding, ...]) -> None:
    for one in findings:
        if one.check in draft.wanted | draft.either:
            continue
        line = f"{one.check} false   {draft.name}: {' '.join(one.text.split()) or one.message}"
        result.lines.append(line)
        result.tallies.setdefault(one.check, Tally()).false += 1
        if draft.clean and one.level is Level.STOP:
            result.stops_on_clean.append(line)


def _touches(draft: Labelled, finding: Finding, check: str, words: str) -> bool:
    """Whether it is that check's, and about words of the sentence that holds those."""
    text = " ".join(finding.text.split())
    if finding.check != check:
        return False
    if not words or not text or words in text or text in words:
        return True
    sentences = (*split_sentences(draft.letter.subject), *split_sentences(draft.letter.body))
    return any(words in whole and text in whole for whole in (" ".join(one.text.split()) for one in sentences))


def table(result: Measured) -> str:
    """The figures as a Markdown table, a row for each check and one for all."""
    rows = [
        "| check | level | should | found | missed | false | precision | recall |",
        "|---|---|--:|--:|--:|--:|--:|--:|",
    ]
    rows += [_row(check, LEVELS.get(check, ""), tally) for check, tally in sorted(result.tallies.items())]
    return "\n".join([*rows, _row("all", "", result.total)])


def _row(name: str, level: str, tally: Tally) -> str:
    missed = tally.wanted - tally.found
    shares = f"{_share(tally.precision)} | {_share(tally.recall)}"
    return f"| {name} | {level} | {tally.wanted} | {tally.found} | {missed} | {tally.false} | {shares} |"


def _share(share: float | None) -> str:
    """The share as printed; a dash where there was nothing to judge."""
    return "–" if share is None else f"{share:.3f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="show each miss and each false alarm")
    misses = parser.parse_args().misses
    drafts = labelled_drafts()
    for folder, title in SETS.items():
        result = measured(draft for draft in drafts if draft.folder == folder)
        print(f"## {title}: {result.drafts}, {result.clean} of them clean\n\n{table(result)}\n")
        print(f"STOPs on clean drafts, counted twice: {len(result.stops_on_clean)}")
        print(f"Hard ones missed: {len(result.hard_missed)}\n")
        if misses:
            print("\n".join([*result.lines, ""]))


if __name__ == "__main__":
    main()
