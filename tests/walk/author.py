"""Someone who draws a whole map in the window, from what another map says, in Russian."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QTableView

from cjm_desktop.journey import naming, words
from cjm_desktop.journey.records import (
    AnyCard,
    Barrier,
    Card,
    Evidence,
    Feeling,
    Hypothesis,
    Lane,
    Link,
    Measurement,
    Metric,
    Opportunity,
    Participation,
    Persona,
    Record,
    Stage,
    Touchpoint,
)
from tests.walk.ground import Ground
from tests.walk.panel import RU, choice, label, number


class Author(Ground):
    """Knows how each kind of thing is made and filled in."""

    def draw(self) -> None:
        """All of it, in an order in which what is chosen in lists is there already."""
        self.about()
        self.departments()
        self.people()
        self.lanes()
        self.grid()
        self.cards()
        self.feelings()
        self.passages()
        self.parts()
        self.metrics()
        self.hypotheses()

    # What lies on it

    def cards(self) -> None:
        """The cards of every lane, each with all its fields."""
        map_id = self.wanted.maps()[0].id
        for lane in self.wanted.lanes(map_id):
            for stage, step in self.wanted.columns(map_id):
                listed = self.wanted.cards(lane.id, stage.id, step.id if step else None)
                for index, card in enumerate(listed):
                    self._card(card, after=listed[index - 1] if index else None)

    def _card(self, card: AnyCard, after: AnyCard | None) -> None:
        user = self.user
        if after is None:
            cell = self._cell(card)

            def act() -> None:
                self._at(cell, double=True)
        else:
            self.select(self.made[after.id])

            def act() -> None:
                user.press("Ins")

        self.making(type(card), card, act)
        user.type_in(card.text)
        user.press("Return")
        self.select(self.made[card.id])
        self.fill(card)

    def _cell(self, card: AnyCard | Feeling) -> QPoint:
        lane_id = self.made[card.lane_id]
        step_id = self.made[card.step_id] if card.step_id else None
        rect = self.opened.cell(lane_id, self.made[card.stage_id], step_id)
        # The foot of a cell: what covers several columns lies above.
        return QPointF(rect.center().x(), rect.bottom() - 3).toPoint()

    def fill(self, card: AnyCard) -> None:
        """Fill in the fields of the card that is selected."""
        self.unfold()
        if isinstance(card, Touchpoint):
            self._touchpoint(card)
        elif isinstance(card, Barrier):
            self._barrier(card)
        elif isinstance(card, Opportunity):
            for name in ("effect", "effort"):
                if getattr(card, name):
                    self.one_of(card, name, name)
            for barrier_id in card.answers:
                barrier = self.wanted.get(Barrier, barrier_id)
                self._under_stage("На какие барьеры отвечает…", barrier)
        self._pick_name("department_id", card.department_id)
        if card.span > 1:
            self.text(card, "span")
        for persona_id in card.persona_ids:
            self._chip(persona_id)
        self.text(card, "detail")
        self.evidence(card)

    def _chip(self, persona_id: str) -> None:
        persona = self.wanted.get(Persona, persona_id)
        self.user.push(persona.role or persona.name, self.panel)

    def _touchpoint(self, card: Touchpoint) -> None:
        for name in ("channel", "planned_channel"):
            if getattr(card, name):
                self.user.pick(label(name), choice("channel", getattr(card, name)), self.panel)
        if card.automated:
            self.user.push("Автоматически", self.panel)
        self.text(card, "owner", "starts")
        for name in ("importance", "expectation", "fulfilment"):
            if getattr(card, name) is not None:
                self.one_of(card, name, "")

    def _barrier(self, card: Barrier) -> None:
        self.select(self.made[card.id])
        self.user.press(str(card.severity))
        self.one_of(card, "frequency", "frequency")
        self.one_of(card, "status", "status")

    def evidence(self, about: Record) -> None:
        """What the thing that is selected rests on."""
        for one in sorted(self.wanted.evidence(about.id), key=lambda one: one.id):
            said = choice("source", one.source)
            self.making(Evidence, one, partial(self._rest_on, said[:1].upper() + said[1:]))
            self.text(one, "people", "out_of")
            self.day(one, "date")
            self.text(one, "detail")
            self.user.push("Назад", self.panel)

    def _rest_on(self, source: str) -> None:
        self.user.choose(lambda: self.user.push("Подтверждение", self.panel), source)

    def _under_stage(self, button: str, card: Card) -> None:
        """Choose a card in a menu that lists them by stages."""
        stage = self.wanted.get(Stage, card.stage_id)
        path = naming.label(stage, RU), naming.label(card, RU)
        self.user.choose(lambda: self.user.push(button, self.panel), *path)

    # What leads over it

    def feelings(self) -> None:
        """The curves of everyone, as it is and as it should be: each alone while it is drawn."""
        lane = next(one for one in self.wanted.all(Lane) if one.holds == "feelings")
        drawn = sorted(self.wanted.feelings(lane.id), key=lambda one: (one.path, one.persona_id))
        shown = ("", "")
        for point in drawn:
            persona = self.wanted.get(Persona, point.persona_id or "")
            if shown != (point.path, persona.id):
                self.user.press("Alt+1" if point.path == "as_is" else "Alt+2")
                self._only(persona)
                shown = (point.path, persona.id)
            self._feeling(point)
        self.user.press("Alt+3")
        self._whose("Все роли")

    def _only(self, persona: Persona) -> None:
        self._whose("Все роли")
        self._whose(persona.role or persona.name)

    def _whose(self, name: str) -> None:
        """Choose whose curves are shown: by a chip, or in the menu that stands for all of them."""
        gathered = self.opened.window.bench.view.chips.gathered
        if gathered.isVisible():
            self.user.choose(lambda: self.user.click(gathered), name)
        else:
            self.user.push(name, self.opened.window)

    def _feeling(self, point: Feeling) -> None:
        cell = self._cell(point)
        self.user.push("Чувство (E)", self.opened.window)
        self.making(Feeling, point, lambda: self._at(cell))
        if point.word:
            self.user.type_in(point.word)
        self.user.press("Return")
        self.text(point, "value", "note")
        if not point.value:
            self.user.write(label("value"), "0", self.panel)
        self.evidence(point)

    def passages(self) -> None:
        """Where touchpoints lead to, how many go there and how long they wait."""
        for link in self.wanted.links(self.wanted.maps()[0].id):
            end = self.wanted.get(Touchpoint, link.to_id)
            self.select(self.made[link.from_id])
            self.unfold()
            self.making(Link, link, partial(self._under_stage, "Переход к…", end))
            if link.share is not None:
                share = f"{label('share')}, %"
                self.user.write(share, number(round(link.share * 100, 1)), self.panel)
            self.span(link, "actual_wait")
            self.span(link, "planned_wait")
            self.user.push("Назад", self.panel)

    def parts(self) -> None:
        """Who takes part in each stage, and where they stand."""
        for stage in self.wanted.stages(self.wanted.maps()[0].id):
            listed = self.wanted.participation(stage.id)
            if listed:
                self.select(self.made[stage.id])
                self.unfold()
            for one in sorted(listed, key=lambda one: one.id):
                self._part(one)

    def _part(self, part: Participation) -> None:
        persona = self.wanted.get(Persona, part.persona_id)
        name = persona.role or persona.name

        def influence() -> None:
            said = choice("involvement", part.involvement)
            self.user.choose(lambda: self.user.push(f"Влияние: {name}", self.panel), said)

        self.making(Participation, part, influence)
        if part.stance:
            none = f"{name}: {choice('stance', '')}"
            said = choice("stance", part.stance)
            self.user.choose(lambda: self.user.push(none, self.panel), said)
        if part.note:
            self.user.write(f"Почему, {name}", part.note, self.panel)

    # What it comes to

    def metrics(self) -> None:
        """The metrics with their values, each made where it is measured."""
        for metric in self.wanted.metrics(self.wanted.maps()[0].id):
            self.select(self.made[metric.about_id])
            self.unfold()
            self.making(Metric, metric, lambda: self.user.push("Метрика", self.panel))
            self.user.type_in(metric.title)
            self.text(metric, "unit", "target")
            self.one_of(metric, "direction", "direction")
            self.switch(metric, "funnel")
            if metric.end:
                self.switch(metric, "end", "Конечная метрика карты")
            self.unfold()
            for one in self.wanted.measurements(metric.id):
                self.making(Measurement, one, partial(self._value, one))

    def _value(self, one: Measurement) -> None:
        """Type a value into the row that waits for the next one, the number last."""
        day = ".".join(reversed(one.date.split("-")))
        sample = "" if one.sample is None else str(one.sample)
        for column, said in ((0, day), (2, sample), (3, one.source), (1, number(one.value))):
            if not said:
                continue
            table = self.user.find(QTableView, words.say("kind.metric", RU), self.panel)
            cell = table.model().index(table.model().rowCount() - 1, column)
            # The table grows with its rows, and the panel with it.
            self.user.scroll_to(table.viewport())
            table.scrollTo(cell)
            self.user.click(table.viewport(), table.visualRect(cell).center())
            self.user.type_in(said)
            self.user.press("Return")

    def hypotheses(self) -> None:
        """What is tested: those at their end before the one that runs, for one runs at a time."""
        order = ("confirmed", "rejected", "idea", "running")
        listed = self.wanted.hypotheses(self.wanted.maps()[0].id)
        for one in sorted(listed, key=lambda one: order.index(one.status)):
            self.select(self.made[one.about_id])
            self.making(Hypothesis, one, lambda: self.user.press("Ctrl+T"))
            self.unfold()
            self._status(one)
            for name in ("if_text", "then_text", "because"):
                # What is known already was filled in.
                self.user.write(label(name), getattr(one, name), self.panel)
            self._pick_name("metric_id", one.metric_id)
            self.text(one, "expected")
            self.day(one, "started")
            self.day(one, "ended")

    def _status(self, one: Hypothesis) -> None:
        said = {"running": "идёт", "confirmed": "верна", "rejected": "неверна"}.get(one.status)
        if said is not None:
            self.user.push(said, self.panel)
        if one.outcome:
            self.user.write("Что получилось?", one.outcome, self.panel)
