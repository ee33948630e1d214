"""What of a map is to be seen, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cjm_desktop.journey.records import Path, Source
from cjm_desktop.journey.sifting import ANYTHING, Only, Rests

Others = Literal["dim", "hide"]


@dataclass(frozen=True, slots=True)
class Options:
    """What to show, and how. Prompts are never drawn on paper."""

    language: str = "en"
    paper: bool = False
    prompts: bool = False
    prompt_stage: str = ""
    """Prompts stand in the empty cells of this stage only; on a blank map in all."""
    stage_ids: tuple[str, ...] = ()
    """Only these stages are to be seen. Empty: all."""
    step_ids: tuple[str, ...] = ()
    """Of them only these steps. Empty: all."""
    lane_ids: tuple[str, ...] = ()
    """Only these lanes are to be seen. Empty: all."""
    path: Path = "both"
    """What lies on the other path only is left out; of both, what the plan changes is marked."""
    persona_ids: tuple[str, ...] = ()
    """Whose cards and curves are in question. Empty: everybody's."""
    rests: Rests = ""
    """Only what rests on evidence is in question, or only what should and does not."""
    sources: tuple[Source, ...] = ()
    """Only what rests on evidence of one of these sources is in question. Empty: of any."""
    only: Only = ANYTHING
    others: Others = "dim"
    """What becomes of the cards and curve points that are not in question."""
    show_header: bool = True
    show_persona: bool = True
    show_legend: bool = True
    show_metrics: bool = True
    show_evidence: bool = True
    """Findings carry a check mark and assumptions a dashed edge."""
    codes: bool = False  # cards carry their short codes, stages and steps their numbers
    blank: bool = False
    """The grid without what lies in it, to be filled by hand."""
    width_by_time: bool = False
    """Columns are as wide as the time they take, as far as their words allow."""
    today: str = ""
    """ISO date shown in the footer; empty: none."""

    @property
    def sifts(self) -> bool:
        """Whether only a part of the map is in question."""
        return bool(self.persona_ids or self.sifts_points)

    @property
    def sifts_points(self) -> bool:
        """Whether single points of a curve may be out of question, not only whole curves."""
        return bool(self.rests or self.sources or self.only)
