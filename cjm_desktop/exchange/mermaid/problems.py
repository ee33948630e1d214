"""What a Mermaid text can be refused for: one sentence, and the line it is in."""

from __future__ import annotations

from cjm_desktop.journey.problems import Problem


class MermaidError(Problem):
    """A text that mermaid 11.17.2 would not take either.

    Args:
        key: of the sentence in `resources/words`.
        line: its number in the file, from 1.
        values: what else to fill in.
    """

    def __init__(self, key: str, line: int, **values: object) -> None:
        super().__init__(key, line=line, **values)
        self.line = line
