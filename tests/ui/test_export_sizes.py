"""The export dialog: how the size is said, what only one purpose asks, and little room."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from cjm_desktop.document import Document
from cjm_desktop.journey import templates
from cjm_desktop.journey.records import Barrier, Stage
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.export.dialog import ExportDialog
from cjm_desktop.ui.export.saving import Written
from tests.ui.conftest import OpenMap, Show


def choose(dialog: ExportDialog, name: str, key: str, qtbot: QtBot) -> None:
    """Choose from one of the lists, as a user does."""
    sizing, extras = dialog.details.sizing, dialog.details.extras
    combo = getattr(sizing, name, None) or getattr(extras, name)
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)


def test_the_size_is_said_in_three_ways_and_kept_in_the_file(
    desk: Desk, open_map: OpenMap, show_export: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_map(desk, "sketch", tmp_path / "a.cjm")
    dialog = show_export(window, desk)
    dialog.purposes.buttons["sheets"].click()
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    sizing = dialog.details.sizing
    assert sizing.table.isVisible()
    assert sizing.count.value() == sizing.table.rows[-1].sheets
    table = sizing.table.texts
    assert table[:4] == ("Sheets", "Poster, cm", "Text, pt", "Read up to")
    sizing.count.setValue(7)
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    plan = dialog._shown.plan if dialog._shown else None
    assert plan is not None
    assert plan.rows * plan.columns <= 7
    choose(dialog, "by", "distance", qtbot)
    assert not sizing.table.isVisible()
    sizing.away.setValue(0.6)
    sizing.margin.setValue(2)
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    assert dialog.viewer.reading.head.text() == "Readable from up to 0.6\u00a0m away"
    assert "margin of 2\u00a0mm" in dialog.viewer.reading.warning.text()
    dialog.reject()
    assert window.work is not None
    window.work.document.publish()
    window.work.document.close()
    # Another program opens the file.
    document = Document.open(tmp_path / "a.cjm", desk.home)
    again = show_export(desk.take(document), desk)
    assert again.choices.purpose == "sheets"
    assert (again.choices.way, again.choices.away, again.choices.margin) == ("distance", 0.6, 2)
    assert again.details.sizing.by.currentData() == "distance"
    again.reject()


def test_a_roll_gives_way_where_a_distance_says_the_size(
    desk: Desk, open_map: OpenMap, show_export: Show, qtbot: QtBot
) -> None:
    dialog = show_export(open_map(desk, "sketch"), desk)
    choose(dialog, "paper", "roll-914", qtbot)
    choose(dialog, "by", "distance", qtbot)
    assert dialog.choices.size == "A0"
    assert all("roll" not in one for one in dialog.choices.sizes)
    dialog.reject()


def test_what_is_selected_is_cut_out_and_a_template_printed_blank(
    desk: Desk, open_map: OpenMap, show_export: Show, qtbot: QtBot
) -> None:
    window = open_map(desk)
    assert window.work is not None
    chosen = [window.work.journey.all(Barrier)[0].id, window.work.journey.all(Stage)[0].id]
    window.work.canvas.select(chosen)
    dialog = show_export(window, desk, "cards")
    extras = dialog.details.extras
    assert extras.boxes["selected"].isChecked()
    assert extras.boxes["selected"].text() == "Only what is selected: 1 card"
    assert extras.boxes["barriers"].isHidden()
    asked = dialog._subject()[1].cards
    assert asked is not None
    assert asked.card_ids == (chosen[0],)
    extras.boxes["selected"].click()
    assert not extras.boxes["barriers"].isHidden()
    dialog.purposes.buttons["blank"].click()
    choose(dialog, "template", "b2c", qtbot)
    assert dialog._shown is not None
    assert dialog._shown.plan is not None
    shown = {title for _, title in dialog._shown.plan.laid.stages}
    assert shown == {one.title for one in templates.make("b2c", "en").all(Stage)}
    offer = dialog.viewer.reading.offer
    assert offer.isHidden(), "as large as notes need"
    choose(dialog, "paper", "A0", qtbot)
    assert not offer.isHidden()
    assert offer.text() == "Glue it from sheets, 137 × 107 cm"
    offer.click()
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    assert dialog.choices.in_sheets
    assert min(dialog._shown.plan.laid.cells or (0,)) >= 79.9
    assert offer.isHidden()
    dialog.reject()


def test_nothing_is_out_of_reach_where_it_is_narrow(
    desk: Desk, open_map: OpenMap, show_export: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_map(desk, "sketch")
    dialog = show_export(window, desk)
    legend = dialog.parts.boxes["show_legend"]
    assert dialog._left.isAncestorOf(legend)
    dialog.resize(976, 640)
    assert dialog._right.isAncestorOf(legend)
    # What a layout takes over is shown in the next round of the loop.
    qtbot.wait(1)
    dialog._right.ensureWidgetVisible(legend)
    assert legend.visibleRegion().boundingRect().width() >= legend.sizeHint().width() - 8
    legend.click()
    assert not dialog.choices.show_legend
    # Every button of the foot has room once a file was written, with large letters too.
    dialog.foot.setStyleSheet("font-size: 20px")
    dialog.foot.end(Written(tmp_path / "a.pdf", written=True), "en")
    assert dialog.foot.minimumSizeHint().width() <= dialog.width()
    assert dialog.foot.open_file.accessibleName() == "Open the file"
    dialog.resize(1360, 800)
    assert dialog._left.isAncestorOf(legend)
    assert not legend.isChecked()
    dialog.reject()
