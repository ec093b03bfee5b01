"""Forms in plain words: one question a line, and at the end the command that the answers make."""
