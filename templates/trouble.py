"""What is wrong with a template, as a sentence with its place."""

from __future__ import annotations

from store.errors import SeasonError


class TemplateTrouble(SeasonError):
    """A template may not or cannot be used; `line` counts from 1 and is 0 where no line is to blame."""

    def __init__(self, what: str, line: int = 0, name: str = "") -> None:
        where = f" in line {line}" if line else ""
        which = f" “{name}”" if name else ""
        super().__init__(f"The template{which} cannot be used: {what}{where}.")
        self.what, self.line, self.name = what, line, name

    @property
    def sentence(self) -> str:
        """What is wrong and where, without naming the template: `Line 3: it multiplies.`"""
        return f"Line {self.line}: {self.what}." if self.line else f"{self.what[:1].upper()}{self.what[1:]}."

    def named(self, name: str) -> TemplateTrouble:
        """The same trouble, saying which template it is about."""
        return TemplateTrouble(self.what, self.line, name)
