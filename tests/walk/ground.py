"""The ground of a map, made by hand: the map, its people, departments, columns and lanes."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QPlainTextEdit,
    QWidget,
)

from cjm_desktop.journey import naming, words
from cjm_desktop.journey.records import (
    Department,
    Lane,
    Persona,
    Stage,
    Step,
)
from cjm_desktop.layout.theme import LIGHT
from tests.walk.panel import RU, Panel, label

HUES = ("Синий", "Зелёный", "Оранжевый", "Розовый", "Красный", "Серый")
"""Names of the colours a person may have, in their order."""


class Ground(Panel):
    """Makes what all else lies on or is chosen from."""

    def about(self) -> None:
        """The map itself, the document and its departments."""
        user, (first, *_) = self.user, self.wanted.maps()
        self.opened.wait(lambda: self.user.all(QWidget, label("scenario"), self.panel))
        self.unfold()
        self.text(first, "title", "scenario", "period")
        self.made[first.id] = self.opened.work.map_id
        user.push("О документе", self.panel)
        self.day(self.wanted.document, "review_date")
        user.push("Назад", self.panel)

    def departments(self) -> None:
        """The departments of the company."""
        self.about_map()
        for one in self.wanted.all(Department):
            self.making(Department, one, lambda: self.user.push("Отдел", self.panel))
            self.user.type_in(one.name)
            self.user.push("Назад", self.panel)

    def about_map(self) -> None:
        """Show the map in the panel."""
        self.user.command("Карта", "Об этой карте")
        self.unfold()

    def people(self) -> None:
        """Everyone, in the gallery."""
        self.user.dialog(lambda: self.user.press("Ctrl+U"), self._people)

    def _people(self) -> None:
        for one in self.wanted.personas(self.wanted.maps()[0].id):
            self.making(Persona, one, lambda: self.user.push("Новый персонаж"))
            self.user.type_in(one.name)
            self.unfold()
            # A new one comes in the segment of who was chosen.
            self.user.write(label("segment"), one.segment, kind=QPlainTextEdit)
            self.text(one, "role", "need", "trigger", "alternatives", "criteria")
            self.text(one, "hooks", "fears", "goals", "quotes")
            for part in one.buying_parts:
                box = self.user.find(QCheckBox, words.say(f"buying_part.{part}", RU))
                self.user.click(box, QPoint(8, box.height() // 2))
            if one.colour:
                self.user.push(HUES[LIGHT.roles.index(one.colour)])
        self.user.push("Закрыть")

    def grid(self) -> None:
        """Stages with their goals and times, their steps, and the lanes that are missing."""
        map_id = self.wanted.maps()[0].id
        for index, stage in enumerate(self.wanted.stages(map_id)):
            if index == 0:
                self.made[stage.id] = self.journey.stages(self.opened.work.map_id)[0].id
                self._at(self.opened.name_of_stage(self.made[stage.id]))
                self.user.press("F2")
            else:
                self.making(Stage, stage, lambda: self.user.press("Ins"))
            self.user.press("Ctrl+A")
            self.user.type_in(stage.title)
            self.user.press("Return")
        for stage in self.wanted.stages(map_id):
            self.select(self.made[stage.id])
            self.unfold()
            self.text(stage, "goal")
            self.span(stage, "actual")
            self.span(stage, "planned")
            for step in self.wanted.steps(stage.id):
                self.making(Step, step, lambda: self.user.push("Подэтап", self.panel))
                self._new_step(step)

    def _new_step(self, step: Step) -> None:
        self.user.press("Ctrl+A")
        self.user.type_in(step.title)
        self.unfold()
        self.switch(step, "waiting")
        self.span(step, "actual")
        self.span(step, "planned")
        self.select(self.made[step.stage_id])

    def lanes(self) -> None:
        """The lanes, those that are missing from the list of all."""
        here = {one.holds: one.id for one in self.journey.lanes(self.opened.work.map_id)}
        missing = []
        for lane in self.wanted.lanes(self.wanted.maps()[0].id):
            if lane.holds in here:
                self.made[lane.id] = here[lane.holds]
            else:
                missing.append(lane)
        self.user.dialog(lambda: self.user.press("Ctrl+L"), lambda: self._lanes(missing))
        for lane in missing:
            self.select(self.made[lane.id])
            self.unfold()
            if lane.title != naming.lane_title(lane.holds, RU):
                self.text(lane, "title")
            if lane.question != naming.lane_question(lane.holds, RU):
                self.text(lane, "question")
            self.one_of(lane, "per", "per")

    def _lanes(self, missing: list[Lane]) -> None:
        add = self.user.find(QAbstractButton, "Добавить дорожку")
        for lane in missing:
            self.user.press("End")
            name = naming.lane_title(lane.holds, RU)

            def act(name: str = name) -> None:
                self.user.choose(lambda: self.user.click(add), name)

            self.making(Lane, lane, act)
        self.user.push("Закрыть")
