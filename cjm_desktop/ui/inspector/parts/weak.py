"""Parts about the map as a whole: how long it takes, where it is weak, what is done by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm_desktop.journey import naming, plans, times
from cjm_desktop.journey.durations import rough
from cjm_desktop.journey.records import Department, Duration, Link, Step
from cjm_desktop.journey.times import Slow, Which, Whole
from cjm_desktop.ui.inspector.head import icon_of
from cjm_desktop.ui.inspector.parts.mapwide import (
    Command,
    Content,
    Entry,
    Facts,
    MapWide,
    Sentence,
)

if TYPE_CHECKING:
    from cjm_desktop.journey.contacts import ByHand
    from cjm_desktop.journey.weakness import Weakness

_ASKED = ("touchpoints", "barriers", "owners")
"""Lanes whose cards these parts look at."""


class Figures(MapWide):
    """What is made from stages, contacts, barriers, feelings and passages."""

    def state(self) -> object:
        journey, map_id = self.journey, self.record_id
        lanes, stages = journey.lanes(map_id), journey.stages(map_id)
        # Lists stay the same objects until something in them changes.
        return (
            self.language, self.every, stages, [journey.steps(one.id) for one in stages], lanes,
            [journey.cards_of_lane(one.id) for one in lanes if one.holds in _ASKED],
            [journey.feelings(one.id) for one in lanes if one.holds == "feelings"],
            journey.links(map_id), journey.personas(map_id), journey.all(Department),
        )  # fmt: skip


class MapTime(Figures):
    """How long a map takes, as it is and as planned, and what takes longest."""

    def content(self) -> Content:
        known, planned = self._total("known"), self._total("planned")
        if known.span is None and planned.span is None:
            return [Sentence(self.tr("No stage says yet how long it takes."))]
        shown: list[Entry | Sentence | Facts | Command] = [
            Facts(
                (self._fact(self.tr("As it is"), known), self._fact(self.tr("As planned"), planned))
            )
        ]
        if self._total("actual").said < known.said:
            said = self.tr("Where nobody knows how long it takes, the plan counts.")
            shown.append(Sentence(said))
        slow = times.slowest(self.journey, self.record_id)
        if slow:
            shown.append(Sentence(self.tr("What takes longest"), "secondary"))
        return [*shown, *(self._slow(one) for one in slow)]

    def _total(self, which: Which) -> Whole:
        return times.total(self.journey, self.record_id, which)

    def _fact(self, name: str, whole: Whole) -> tuple[str, str, str]:
        said = self.say("weak.stages_said", said=whole.said, n=whole.stages)
        return name, self._span(whole.span), said

    def _span(self, span: Duration | None) -> str:
        """A time with its range: `12 days (7–19)`."""
        if span is None:
            return "–"
        between = naming.bounds(rough(span), self.language)
        return f"{self._amount(span)} ({between})" if between else self._amount(span)

    def _amount(self, span: Duration | None) -> str:
        return naming.amount(rough(span), self.language) if span is not None else "–"

    def _slow(self, one: Slow) -> Entry:
        record, more = one.record, list[str]()
        if isinstance(record, Step):
            more.append(plans.where(self.journey, record.stage_id, None, self.language))
        if one.times.compared in ("slower", "faster"):
            more.append(self.say("weak.planned", span=self._amount(one.times.planned)))
        name = naming.called(self.journey, record, self.language)
        sign = "arrow-right" if isinstance(record, Link) else icon_of(record, self.journey)
        # A passage cannot be chosen on the map: it stands where it begins.
        where = record.from_id if isinstance(record, Link) else record.id
        return Entry(where, sign, name, self._amount(one.times.known), tuple(more))

    @property
    def summary(self) -> str:
        """How long it is together, beside the heading."""
        span = self._total("known").span if self.isVisible() else None
        return self._amount(span) if span is not None else ""


class WeakPoints(Figures):
    """Where the journey is weak, the weakest first, each with its place and its reasons."""

    order = 1

    def content(self) -> Content:
        from cjm_desktop.journey import weakness  # seen after the map

        found = weakness.of_map(self.journey, self.record_id)
        self.found = len(found)
        if not found:
            said = self.tr("None yet. Barriers, feelings, waits and expectations show them.")
            return [Sentence(said)]
        said = self.tr("At the right how bad it is: 100 is the worst there can be.")
        entries = [self._entry(one) for one in found[: self.most]]
        return [Sentence(said), *self.listed(entries, len(found))]

    def _entry(self, one: Weakness) -> Entry:
        from cjm_desktop.journey import weak_words

        said = weak_words.said(self.journey, one, self.language)
        more = (said.where, *said.why)
        return Entry(one.record.id, str(one.rank), said.what, str(one.percent), more)


class Manual(Figures):
    """What people still do by hand, most worth automating first, and the list of it as a file."""

    order = 2

    def content(self) -> Content:
        from cjm_desktop.journey import contacts

        found = contacts.by_hand(self.journey, self.record_id)
        self.found = len(found)
        if not found:
            return [Sentence(self.tr("Nothing on this map is done by hand."))]
        entries = [self._entry(one) for one in found[: self.most]]
        save = Command("map.automation", self.tr("Save the list…"), "table-export")
        return [*self.listed(entries, len(found)), save]

    def _entry(self, one: ByHand) -> Entry:
        """Who does it how, what comes next, what stands in the way."""
        from cjm_desktop.journey.weak_words import short

        channel = self.say(f"channel.{one.channel}") if one.channel else ""
        lines = [", ".join(part for part in (one.owner, channel) if part)]
        if one.following is not None:
            lines.append(self._next(one, short(one.following, self.language)))
        if one.barriers:
            said = "; ".join(short(barrier, self.language) for barrier in one.barriers)
            lines.append(self.say("weak.in_the_way", barriers=said))
        name = short(one.contact, self.language)
        return Entry(one.contact.id, "message-2", name, "", tuple(lines))

    def _next(self, one: ByHand, name: str) -> str:
        """What follows, what starts that, and how long it is waited for."""
        key = "weak.next_by" if one.next_starts else "weak.next"
        then = self.say(key, name=name, starts=one.next_starts)
        if one.wait is None:
            return then
        span = naming.duration(rough(one.wait), self.language)
        return self.say("weak.wait", then=then, span=span)
