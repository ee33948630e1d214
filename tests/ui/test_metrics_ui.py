"""Metrics in the window: values typed and pasted, charts, the end metric, and verdicts in words."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cjm_desktop.journey import moves
from cjm_desktop.journey.pasted import Entry
from cjm_desktop.journey.records import Hypothesis, Metric, Opportunity, Stage
from cjm_desktop.ui.charts import Chart
from cjm_desktop.ui.controls import sized
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.dialogs.pasting import Pasting
from cjm_desktop.ui.inspector.page import Page
from cjm_desktop.ui.inspector.parts.figures import EndView, MetricView
from cjm_desktop.ui.inspector.parts.part import Part
from cjm_desktop.ui.inspector.parts.records import EndMetric, MetricsHere
from cjm_desktop.ui.inspector.parts.values import Values
from cjm_desktop.ui.window import Window
from tests.ui.conftest import MakeDesk, OpenMap, work_of

P = TypeVar("P", bound=Part)
W = TypeVar("W", bound=QWidget)
Key = Qt.Key


@pytest.fixture
def window(desk: Desk, open_map: OpenMap) -> Window:
    """The sample, which has one running hypothesis."""
    return open_map(desk)


def metric(window: Window, title: str) -> Metric:
    return next(one for one in work_of(window).journey.all(Metric) if one.title == title)


def page_of(window: Window, record_id: str) -> Page:
    window.bench.inspector.show_record(record_id)
    assert window.bench.inspector.page is not None
    assert window.bench.inspector.page.record_id == record_id
    return window.bench.inspector.page


def part(page: Page, kind: type[P]) -> P:
    return next(one for one in page.parts if isinstance(one, kind))


def shown(page: QWidget, kind: type[W]) -> list[W]:
    """The widgets of a kind that are not on their way out."""
    return [one for one in page.findChildren(kind) if not one.isHidden()]


def labels(page: QWidget) -> list[str]:
    return [one.text() for one in shown(page, QLabel)]


def rows(window: Window, title: str) -> list[tuple[str, float, int | None, str]]:
    found = work_of(window).journey.measurements(metric(window, title).id)
    return [(one.date, one.value, one.sample, one.source) for one in found]


# Typing


def type_in(part_: Values, row: int, column: int, text: str) -> None:
    """Type into a cell as people do."""
    table = part_.table
    table.setFocus()
    table.setCurrentIndex(part_.model.index(row, column))
    QTest.keyClick(table, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Key.Key_Delete)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Key.Key_Return)
    # The delegate commits in the next round of the loop.
    QApplication.processEvents()


def test_values_are_listed_by_date_and_typed_over(window: Window) -> None:
    page = page_of(window, metric(window, "Offers agreed").id)
    values = part(page, Values)
    texts = [values.model.index(0, at).data() for at in range(4)]
    assert texts == ["Jan 31, 2026", "34.9", "83", "CRM"]
    assert values.model.rowCount() == 7
    steps = len(work_of(window).document.history())
    type_in(values, 0, 1, "30.5")
    type_in(values, 0, 2, "100")
    type_in(values, 0, 3, "")
    assert rows(window, "Offers agreed")[0] == ("2026-01-31", 30.5, 100, "")
    assert len(work_of(window).document.history()) == steps + 3
    window.commands["edit.undo"].trigger()
    assert values.model.index(0, 3).data() == "CRM"


def test_the_last_row_takes_a_new_value(window: Window) -> None:
    page = page_of(window, metric(window, "Offers").id)
    values = part(page, Values)
    type_in(values, 2, 0, "2026-09-30")
    assert len(rows(window, "Offers")) == 2
    assert values.model.index(2, 0).data(Qt.ItemDataRole.EditRole) == "2026-09-30"
    type_in(values, 2, 1, "3,100")
    assert rows(window, "Offers")[-1] == ("2026-09-30", 3100.0, None, "")
    assert values.model.rowCount() == 4
    values.table.selectAll()
    QTest.keyClick(values.table, Key.Key_Delete)
    assert rows(window, "Offers") == []
    window.commands["edit.undo"].trigger()
    assert len(rows(window, "Offers")) == 3


def test_what_is_no_number_is_refused_in_words(window: Window) -> None:
    values = part(page_of(window, metric(window, "Offers").id), Values)
    before = rows(window, "Offers")
    type_in(values, 0, 1, "many")
    assert rows(window, "Offers") == before
    assert "many" in window.banners.sentences()["problem"]


def test_russians_type_dates_and_commas_their_way(make_desk: MakeDesk, open_map: OpenMap) -> None:
    window = open_map(make_desk(language="ru"))
    found = next(one for one in work_of(window).journey.all(Metric) if one.unit == "%")
    values = part(page_of(window, found.id), Values)
    assert values.model.index(0, 0).data() == "31.01.2026"
    assert values.model.index(0, 1).data() == "34,9"
    type_in(values, 0, 1, "30,25")
    type_in(values, 0, 0, "01.02.2026")
    first = work_of(window).journey.measurements(found.id)[0]
    assert (first.date, first.value) == ("2026-02-01", 30.25)


# Pasting

SERIES = "Date\tValue\tn\n03/04/2026\t34%\t120\n05/04/2026\tnone\t90\n06/04/2026\t38.5%\t90\n"


def pasting(window: Window, qtbot: QtBot, text: str, title: str = "Offers") -> Pasting:
    made = Pasting(window, text, metric(window, title), "en")
    qtbot.addWidget(made)
    made.show()
    return made


def previewed(dialog: Pasting) -> list[list[str]]:
    table = dialog.preview
    found = []
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        found.append([one.text() for one in items if one is not None])
    return found


def test_a_paste_shows_what_is_taken_and_what_is_not(window: Window, qtbot: QtBot) -> None:
    dialog = pasting(window, qtbot, SERIES)
    assert previewed(dialog)[0] == ["3 Apr 2026", "34", "120", ""]
    assert dialog.told.text() == "2 values will be taken"
    assert dialog.left_out.text() == "1 line will be left out"
    refused = [dialog.refused.item(at).text() for at in range(dialog.refused.count())]
    assert len(refused) == 1
    assert refused[0].startswith("Line 3: ")
    assert "none" in refused[0]
    assert not dialog.order.isHidden()
    dialog.order.buttons["month"].click()
    assert previewed(dialog)[0][0] == "4 Mar 2026"
    dialog.order.buttons["day"].click()
    assert previewed(dialog)[0][0] == "3 Apr 2026"
    assert not dialog.order.isHidden()


def test_a_line_is_put_right_in_the_paste_itself(window: Window, qtbot: QtBot) -> None:
    dialog = pasting(window, qtbot, SERIES)
    dialog.text.setPlainText(SERIES.replace("none", "35%").replace("06/04", "26/04"))
    assert len(previewed(dialog)) == 3
    assert dialog.refused.isHidden()
    assert dialog.order.isHidden()
    dialog.text.setPlainText("")
    assert not dialog.take.isEnabled()


@pytest.mark.parametrize(("manner", "number"), [("add", 4), ("replace", 2)])
def test_what_is_taken_is_one_step(
    window: Window,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    manner: str,
    number: int,
) -> None:
    def agree(self: Pasting) -> int:
        qtbot.addWidget(self)
        self.manner.buttons[manner].click()
        self.take.click()
        return 1

    monkeypatch.setattr(Pasting, "exec", agree)
    values = part(page_of(window, metric(window, "Offers").id), Values)
    steps = len(work_of(window).document.history())
    QGuiApplication.clipboard().setText(SERIES)
    values.table.setFocus()
    QTest.keyClick(values.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(rows(window, "Offers")) == number
    assert ("2026-04-03", 34.0, 120, "") in rows(window, "Offers")
    assert metric(window, "Offers").unit == "%"
    assert len(work_of(window).document.history()) == steps + 1
    window.commands["edit.undo"].trigger()
    assert len(rows(window, "Offers")) == 2
    assert metric(window, "Offers").unit == ""


def test_text_that_holds_no_values_is_not_pasted(window: Window, qtbot: QtBot) -> None:
    dialog = pasting(window, qtbot, "just a sentence from elsewhere")
    assert dialog.text.toPlainText() == ""
    assert not dialog.take.isEnabled()


# Charts


def test_a_chart_tells_each_value_with_its_sample(window: Window) -> None:
    page = page_of(window, metric(window, "Offers agreed").id)
    chart = shown(page, Chart)[0]
    chart.resize(260, chart.sizeHint().height())
    assert [said for said, _ in chart.words()] == ["before", "after"]
    box = chart.box
    told = chart.told_at(box.right(), box.top())
    assert told == "30 Jun 2026: 47.7\u00a0%, sample of 88, CRM"
    assert chart.told_at(-50, -50) == ""
    assert "sample of 83" in chart.accessibleDescription()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(0, 0), chart.mapToGlobal(QPoint(0, 0)))
    assert chart.event(event)


def test_the_end_metric_stands_beside_every_other_one(window: Window) -> None:
    local, end = metric(window, "Offers agreed"), metric(window, "Repeat orders")
    page = page_of(window, local.id)
    assert len(shown(page, EndView)) == 1
    assert len(shown(page, MetricView)) == 2
    assert {"35.4\u00a0%", "→", "46.5\u00a0%", "target 45"} <= set(labels(page))
    assert {"42.5", "41", "target 50"} <= set(labels(page))
    shown(page, EndView)[0].row.click()
    assert window.bench.inspector.shown == end.id
    assert window.bench.inspector.page is not None
    assert shown(window.bench.inspector.page, EndView) == []


def test_a_stage_shows_its_metrics_and_takes_another(window: Window) -> None:
    work = work_of(window)
    found = metric(window, "Offers")
    about = work.journey.find(found.about_id)
    assert isinstance(about, Stage)
    page = page_of_selected(window, about.id)
    here = part(page, MetricsHere)
    assert {"243", "260"} <= set(labels(here))
    assert len(shown(here, EndView)) == 1
    here._add()
    made = work.journey.get(Metric, window.bench.inspector.shown)
    assert made.about_id == about.id


def page_of_selected(window: Window, record_id: str) -> Page:
    work_of(window).canvas.select((record_id,))
    assert window.bench.inspector.page is not None
    return window.bench.inspector.page


def test_the_end_metric_is_a_switch_and_there_is_one(window: Window) -> None:
    local = metric(window, "Offers agreed")
    switch = part(page_of(window, local.id), EndMetric).findChild(QCheckBox)
    assert switch is not None
    assert not switch.isChecked()
    switch.click()
    assert metric(window, "Offers agreed").end
    assert not metric(window, "Repeat orders").end
    switch.click()
    assert not any(one.end for one in work_of(window).journey.all(Metric))
    window.commands["edit.undo"].trigger()
    assert switch.isChecked()


def test_a_moved_bottleneck_is_said_where_it_must_be_seen(window: Window) -> None:
    work = work_of(window)
    running = work.journey.all(Hypothesis)[0]
    local, end = metric(window, "Offers agreed"), metric(window, "Repeat orders")
    with work.document.edit("step.add_series", name="Both") as draft:
        moves.set_series(draft, local.id, [Entry(f"2026-0{n}-01", 20 + n / 10) for n in range(1, 4)]
                         + [Entry(f"2026-0{n}-15", 60 + n / 10) for n in range(4, 10)])  # fmt: skip
        moves.set_series(draft, end.id, [Entry("2026-03-01", 40), Entry("2026-08-01", 36)])
    for record_id in (running.id, local.id, running.about_id):
        page = page_of(window, record_id) if record_id != running.about_id else (
            page_of_selected(window, record_id)
        )  # fmt: skip
        warnings = [one.text() for one in shown(page, QLabel) if one.property("role") == "warn"]
        assert any("the bottleneck has moved" in one for one in warnings), record_id
    dialog = window.bench.improving.dialog()
    assert "The bottleneck has moved" in dialog.board.cards[running.id].texts
    dialog.deleteLater()


def test_without_values_the_panel_says_so(window: Window) -> None:
    work = work_of(window)
    bare = next(
        one for one in work.journey.all(Opportunity)
        if one.id != work.journey.all(Hypothesis)[0].about_id
    )  # fmt: skip
    with work.document.edit("step.add_metric", name="New") as draft:
        made = moves.add_metric(draft, work.map_id, bare.stage_id, "New")
        idea = moves.add_hypothesis(draft, bare.id, "If", metric_id=made)
    page = page_of(window, idea)
    assert "no value yet" in labels(page)
    values = part(page_of(window, made), Values)
    assert values.model.rowCount(QModelIndex()) == 1


def test_pasting_names_the_columns_it_leaves_out(window: Window, qtbot: QtBot) -> None:
    dialog = pasting(window, qtbot, "Month\tValue\tComment\t\n2026-03\t12\tsale\tx")
    assert dialog.columns_out.isVisible()
    assert dialog.columns_out.text().startswith("Left out: “Comment”, column 4.")
    dialog.text.setPlainText("2026-03\t12")
    assert not dialog.columns_out.isVisible()


def test_headings_and_dates_of_the_values_are_seen_whole(
    make_desk: MakeDesk, open_map: OpenMap
) -> None:
    window = open_map(make_desk(language="ru"))
    numbers = next(one for one in work_of(window).journey.all(Metric))
    table = part(page_of(window, numbers.id), Values).table
    QApplication.processEvents()
    small = QFontMetrics(sized(table.font(), -1))
    for at in range(table.model().columnCount()):
        said = table.model().headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        assert table.columnWidth(at) >= small.horizontalAdvance(said) + 8, said
    assert table.columnWidth(0) >= table.fontMetrics().horizontalAdvance("30.06.2026") + 8
