"""How the user wants maps to look on the screen; nothing of it is kept in the map."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cjm_desktop.journey.records import Path, Source
from cjm_desktop.journey.sifting import ANYTHING, Only, Rests, Sieve
from cjm_desktop.layout.options import Options, Others


@dataclass(frozen=True, slots=True)
class Look:
    """What the window shows of a map and in which clothes.

    Args:
        language: of the interface, "ru" or "en"; a map speaks its document's own language.
        dark: the interface is dark. The map stays on white paper.
        dark_map: the map too is dark, only because the user asked for it.
        path: which path of the customer is shown.
        persona_ids: whose curves and cards stand out; empty: everyone's.
        rests, sources: what of it stands out by what it rests on; empty: everything.
        only: what of it stands out by what it is.
        others: whether what does not stand out is dimmed or hidden.
        width_by_time: columns are as wide as the time they take.
        codes: cards carry their short codes, stages and steps their numbers.
        prompts: empty cells say what belongs there.
        font_size: of the interface, pixels.
    """

    language: str = "en"
    dark: bool = False
    dark_map: bool = False
    path: Path = "both"
    persona_ids: tuple[str, ...] = ()
    rests: Rests = ""
    sources: tuple[Source, ...] = ()
    only: Only = ANYTHING
    others: Others = "dim"
    width_by_time: bool = False
    codes: bool = False
    prompts: bool = True
    font_size: int = 13

    @property
    def shown(self) -> Options:
        """What of a map is seen, on the screen and on paper alike."""
        return Options(
            path=self.path,
            persona_ids=self.persona_ids,
            rests=self.rests,
            sources=self.sources,
            only=self.only,
            others=self.others,
            width_by_time=self.width_by_time,
            codes=self.codes,
        )

    @property
    def sieve(self) -> Sieve:
        """What stands out, whatever the path."""
        return Sieve(
            frozenset(self.persona_ids), self.rests, frozenset(self.sources), only=self.only
        )

    @property
    def sifted(self) -> bool:
        """Whether only a part of the map stands out."""
        return not self.sieve.open

    @property
    def unsifted(self) -> Look:
        """The same with everything standing out."""
        return replace(self, persona_ids=(), rests="", sources=(), only=ANYTHING)

    @property
    def hides(self) -> bool:
        """Whether a part of the map is not there: what looks empty may hold something."""
        return self.sifted and self.others == "hide"
