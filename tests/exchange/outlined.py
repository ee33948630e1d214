"""Random maps and random edits of their outlines."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from cjm_desktop.exchange import outline
from cjm_desktop.exchange.outline.content import HOLDS
from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Duration, LaneKind, MapDocument
from cjm_desktop.journey.values import clean_text

NASTY = (
    "", "#", "##", "-", "- -", "@ a, b", "a, b,", "\\", "a\\", "\\, ,", '"', '"a"', "«a»", ":",
    ": 2", "!", "!!! a", "+", "3 d", "a 3d", "a, 3 дня", "a (3 d)", "a \\3d", "a, 3", "2- 4 d",
    "a —", "1. a", "\\1. a", "\\\\1. a", "1.2 a", "⏎", "a\nb", "a\\\nb", "a\\⏎", "\n", " a ",
    "\ta", "a\n# b", "---", "0", "-2", "+1 a", "/5", ":)", "😡 a", "\u202eab", "\u00a0a", "é", "o",
    "* a", "a)", "**a**", ">", "[ ] a", "<b>", "a\u2028b", "5 ч", "First 30 days", "2–4 нед", "a:",
    "Мысль: a", "\\боль:", "pain: b",
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(NASTY),
    st.text('ab 1#-@":!+,\\⏎\n.3dдн()', max_size=8),
    st.text(max_size=6),
).map(clean_text)
SPANS = st.one_of(
    st.none(),
    st.builds(
        Duration,
        st.sampled_from([0.0, 1.0, 2.5, 3.0, 14.0]),
        st.sampled_from(["minutes", "hours", "days", "weeks", "months"]),
    ),
    st.just(Duration(3.0, "weeks", 2.0, 4.0)),
    st.just(Duration(3.0, "weeks", None, 4.0)),
)
KINDS: tuple[LaneKind, ...] = tuple(HOLDS.values())


@st.composite
def maps(draw: st.DrawFn, *, wild: bool = True) -> Journey:
    """A map with all that an outline says and much that it cannot say.

    Args:
        wild: with lanes of whole stages too, for which a text need not keep its lines in place.
    """
    draft = Draft(Journey())
    draft.put(MapDocument(language=draw(st.sampled_from(["ru", "en"]))))
    map_id = moves.add_map(draft, "Карта", state=draw(st.sampled_from(["as_is", "to_be"])))
    people = [moves.add_persona(draft, name, map_id) for name in draw(st.sampled_from(["", "АБ"]))]
    kinds: list[LaneKind] = draw(st.lists(st.sampled_from([*KINDS, "text"]), max_size=7))
    for kind in kinds:
        per = draw(st.sampled_from(["step", "step", "stage"])) if wild else "step"
        moves.add_lane(draft, map_id, kind, per=per)
    for _ in range(draw(st.integers(0, 3))):
        fill_stage(draw, draft, map_id, people)
    refer(draw, draft, map_id)
    return Journey(draft.changed())


def fill_stage(draw: st.DrawFn, draft: Draft, map_id: str, people: list[str]) -> None:
    time = {draw(st.sampled_from(["planned", "actual"])): draw(SPANS)}
    stage_id = moves.add_stage(draft, map_id, draw(TEXTS)[:300], goal="цель", **time)
    fill_place(draw, draft, map_id, (stage_id, None), people)
    for _ in range(draw(st.integers(0, 2))):
        step_id = moves.add_step(
            draft, stage_id, draw(TEXTS)[:300], settle=False, actual=draw(SPANS), waiting=True
        )
        fill_place(draw, draft, map_id, (stage_id, step_id), people)


def fill_place(
    draw: st.DrawFn, draft: Draft, map_id: str, place: tuple[str, str | None], people: list[str]
) -> None:
    for lane in draft.journey.lanes(map_id):
        if lane.holds == "feelings":
            for number in range(draw(st.integers(0, 2))):
                point = moves.set_feeling(
                    draft, lane.id, *place, draw(st.sampled_from([-2.0, -0.333, 0.0, 0.7, 2.0])),
                    draw(st.sampled_from([None, *people])),
                    draw(st.sampled_from(["as_is", "to_be"])), number / 4, draw(TEXTS)[:300],
                )  # fmt: skip
                moves.add_evidence(draft, point, detail="почему")
            continue
        for _ in range(draw(st.integers(0, 2))):
            fields: dict[str, Any] = {"path": draw(st.sampled_from(["both", "both", "to_be"]))}
            if lane.holds == "barriers":
                fields["severity"] = draw(st.integers(1, 3))
            card = moves.add_card(draft, lane.id, *place, draw(TEXTS), votes=2, **fields)
            moves.add_evidence(draft, card, detail="откуда")


def refer(draw: st.DrawFn, draft: Draft, map_id: str) -> None:
    """Let ideas answer barriers, near and far, and pin some notes."""
    cards = [
        card
        for lane in draft.journey.lanes(map_id)
        for card in draft.journey.cards_of_lane(lane.id)
    ]
    barriers = [one.id for one in cards if one.kind == "barrier"]
    if not barriers:
        return
    for card in cards:
        if card.kind == "opportunity":
            answers = draw(st.lists(st.sampled_from(barriers), max_size=2, unique=True))
            moves.set_fields(draft, card.id, answers=tuple(answers))
        elif card.kind == "barrier" and draw(st.booleans()):
            moves.pin_barrier(draft, card.id, card.stage_id, 5, 7)


LINES = st.one_of(
    st.sampled_from(
        [
            "# A", "# A 2 d", "## B", "## B 3 нед", "- c", "- c", "@ d", "@ d, e", '" f', ": 1 g",
            ": -2", "! h", "!!! h", "+ i", "+ i", "", "x", "  y", "1. z", "#", "-", ":",
        ]
    ),
    st.tuples(st.sampled_from(["# ", "## ", "- ", "@ ", '" ', ": ", "! ", "+ ", ""]), TEXTS).map(
        lambda two: two[0] + two[1].replace("\n", " ")
    ),
)  # fmt: skip


NUMBERS = st.integers(0, 999)
"""Places, counted round and round."""


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """A text after a few edits of its lines.

    What is drawn never hangs on the text: that is of a map with random ids, and another one when
    the same draws are tried again.
    """
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 4))):
        deed = draw(st.sampled_from(["insert", "drop", "move", "reword", "cut", "copy"]))
        at, to = draw(NUMBERS) % (len(lines) + 1), draw(NUMBERS)
        new, more = draw(LINES), draw(st.sampled_from(["x", " и ещё", " 3 d", ","]))
        if deed == "insert" or at == len(lines):
            lines.insert(at, new)
        elif deed == "drop":
            del lines[at]
        elif deed == "move":
            line = lines.pop(at)
            lines.insert(to % (len(lines) + 1), line)
        elif deed == "reword":
            lines[at] += more
        elif deed == "cut":
            lines[at] = lines[at][: to % (len(lines[at]) + 1)]
        else:
            lines.insert(to % (len(lines) + 1), lines[at])
    return "\n".join(lines)


def fresh(text: str, language: str) -> Journey:
    """The map that a text makes by itself."""
    draft = Draft(Journey())
    draft.put(MapDocument(language=language))  # type: ignore[arg-type]
    map_id = moves.add_map(draft, "")
    outline.apply(draft, map_id, outline.parse(text))
    return Journey(draft.changed())


def told(journey: Journey) -> str:
    """The outline of the only map of a document."""
    return outline.write(journey, journey.maps()[0].id).text
