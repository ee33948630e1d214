"""The export dialog: what is chosen is what is previewed is what is written."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cjm_desktop.journey.offers import CUT_OUT
from cjm_desktop.poster.tiles import Spot
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.export.choices import Choices, last_purpose, remembered, to_keep
from cjm_desktop.ui.export.dialog import ExportDialog
from cjm_desktop.ui.export.figures import amount
from cjm_desktop.ui.look import Look
from tests.ui.conftest import OpenMap, Show

MM = 72 / 25.4


def sizes(path: Path) -> list[tuple[float, float]]:
    pdf = pypdfium2.PdfDocument(path)
    found = [(page.get_width() / MM, page.get_height() / MM) for page in pdf]
    pdf.close()
    return found


def written(dialog: ExportDialog, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.writer.done, timeout=20_000):
        dialog.save_to(path)
    qtbot.wait(1)


@pytest.mark.parametrize("purpose", ["wall", "picture"])
def test_it_opens_on_what_is_chosen_and_says_that_the_preview_comes(
    desk: Desk, open_map: OpenMap, qtbot: QtBot, purpose: str
) -> None:
    window = open_map(desk, "sketch")
    assert window.work is not None
    window.work.set_look(rests="assumed" if purpose == "wall" else "")
    dialog = ExportDialog(window.work, desk, purpose, window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.parts.filtered.isVisible() is (purpose == "wall")
    if purpose == "wall":
        assert dialog.parts.told.text() == "assumptions"
        dialog.parts.filtered.click()
        assert not dialog.choices.filtered
    assert dialog.viewer.preview.accessibleDescription() == "Preparing the preview…"
    assert dialog.viewer.reading.isHidden()
    assert dialog.focusWidget() is dialog.purposes.buttons[purpose]
    assert dialog.purposes.buttons[purpose].isChecked()
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    assert dialog.viewer.preview.accessibleDescription() != "Preparing the preview…"
    assert dialog.viewer.reading.isVisible()
    # The Tab key goes down the left column before it goes on to the preview.
    met = dialog.purposes.buttons[purpose].nextInFocusChain()
    while met is not dialog.viewer.preview:
        if met is dialog.parts.boxes["codes"]:
            break
        met = met.nextInFocusChain()
    assert met is not dialog.viewer.preview
    dialog.reject()


def test_in_a_narrow_window_it_opens_on_the_list_of_purposes(
    desk: Desk, open_map: OpenMap, qtbot: QtBot
) -> None:
    window = open_map(desk, "sketch")
    window.resize(1024, 700)
    assert window.work is not None
    dialog = ExportDialog(window.work, desk, "picture", window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.focusWidget() is dialog.purpose_list
    assert dialog.purpose_list.currentData() == "picture"
    dialog.reject()


def test_the_poster_is_previewed_and_saved_in_one_piece(
    desk: Desk, open_map: OpenMap, show_export: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = show_export(open_map(desk, "sketch"), desk)
    picture = dialog.viewer.preview._picture
    assert picture.width() / picture.height() == pytest.approx(1189 / 841, abs=0.01)
    assert dialog.viewer.finished.text() == "119 × 84 cm"
    written(dialog, tmp_path / "a.pdf", qtbot)
    assert sizes(tmp_path / "a.pdf") == [
        (pytest.approx(1189, abs=0.1), pytest.approx(841, abs=0.1))
    ]
    assert "Saved" in dialog.foot.facts.text()
    dialog.reject()


def test_a_poster_from_sheets(
    desk: Desk, open_map: OpenMap, show_export: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_map(desk)
    dialog = show_export(window, desk)
    dialog.purposes.buttons["sheets"].click()
    qtbot.waitUntil(lambda: dialog.ready and bool(dialog.details.sizing.table.rows), timeout=20_000)
    table = dialog.details.sizing.table
    assert [one.sheets for one in table.rows] == sorted(one.sheets for one in table.rows)
    assert table.rows[0].too_small
    assert not table.rows[-1].too_small
    assert dialog.foot.facts.text().startswith("25 sheets and the assembly plan · ink ")
    # By keyboard: one row up, then the sheet B4 opened from the preview.
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert dialog.choices.sheets == 16
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    dialog.viewer.preview.picked.emit(Spot(1, 3))
    assert dialog.viewer.view.choice == "sheet"
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    picture = dialog.viewer.preview._picture
    assert picture.width() / picture.height() == pytest.approx(297 / 210, abs=0.01)
    written(dialog, tmp_path / "sheets.pdf", qtbot)
    pages = sizes(tmp_path / "sheets.pdf")
    assert len(pages) == 17
    assert all(page == pytest.approx((297, 210), abs=0.1) for page in pages)
    dialog.reject()
    # The choices are kept with the map.
    again = show_export(window, desk)
    assert again.choices.purpose == "sheets"
    assert again.choices.sheets == 16
    again.reject()


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_picture(
    desk: Desk, open_map: OpenMap, show_export: Show, tmp_path: Path, qtbot: QtBot, kind: str
) -> None:
    dialog = show_export(open_map(desk, "b2b"), desk, "picture")
    dialog.details.format.buttons[kind].click()
    dialog.details.dpi.setCurrentIndex(0)
    dialog.details.dpi.activated.emit(0)
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    assert dialog.foot.save.text() == f"Save {kind.upper()}…"
    path = tmp_path / f"picture.{kind}"
    facts, head = dialog.foot.facts.text(), dialog.viewer.reading.head.text()
    assert "slide" in dialog.viewer.reading.body.text()
    assert "away" not in head
    assert dialog.viewer.reading.stages.isHidden()
    written(dialog, path, qtbot)
    if kind == "png":
        with Image.open(path) as picture:
            assert picture.size == (round(594 / 25.4 * 96), round(420 / 25.4 * 96))
        said = "{} × {} pixels".format(*picture.size)
        assert facts.startswith(f"{said} · about ")
        assert head == said
        assert dialog.details.dpi.currentText() == "96: 2245 × 1587"
        kilobytes = int(facts.rsplit(None, 2)[1])
        assert kilobytes == pytest.approx(path.stat().st_size / 1000, rel=0.35)
    else:
        assert path.read_text(encoding="utf-8").rstrip().endswith("</svg>")
    dialog.reject()


def test_a_page_slides_and_sheets_for_people(
    desk: Desk, open_map: OpenMap, show_export: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = show_export(open_map(desk, "sample-b2b"), desk, "picture")
    dialog.details.tone.buttons["outline"].click()
    dialog.details.format.buttons["pptx"].click()
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    assert "PowerPoint" in dialog.details.sparing.text()
    assert dialog.details.tone.isHidden()
    assert dialog.choices.job("map", Look()).tone == "colour"
    assert "14 slides" in dialog.foot.facts.text()
    assert dialog.viewer.sheets.name.text() == "1 / 14"
    first = dialog.viewer.preview._picture.toImage()
    qtbot.mouseClick(dialog.viewer.sheets.on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    assert dialog.viewer.sheets.name.text() == "2 / 14"
    assert dialog.viewer.preview._picture.toImage() != first
    for kind, begins in (("html", b"<!DOCTYPE html>"), ("pptx", b"PK")):
        written(dialog, tmp_path / f"map.{kind}", qtbot)
        assert (tmp_path / f"map.{kind}").read_bytes().startswith(begins)
    dialog.purposes.buttons["report"].click()
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    pages = dialog.foot.facts.text()
    sheets = dialog.details.extras.report
    sheets.setCurrentIndex(1)
    sheets.activated.emit(1)
    assert dialog.choices.report == "personas"
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    assert dialog.foot.facts.text() != pages
    dialog.reject()


def test_a_file_is_offered_only_while_it_is_what_is_chosen(
    desk: Desk, open_map: OpenMap, show_export: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = show_export(open_map(desk, "sketch"), desk, "picture")
    written(dialog, tmp_path / "first.png", qtbot)
    assert dialog.foot.open_file.isVisible()
    assert dialog.foot.open_folder.isVisible()
    dialog.details.format.buttons["svg"].click()
    assert dialog.foot.open_file.isHidden()
    assert dialog.foot.open_folder.isHidden()
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    assert dialog.foot.facts.text() == "sharp at any size"
    written(dialog, tmp_path / "second.svg", qtbot)
    assert dialog.foot.open_file.isVisible()
    dialog.reject()


def test_a_picture_too_large_to_be_opened_is_refused_before_it_is_saved(
    desk: Desk, open_map: OpenMap, show_export: Show, qtbot: QtBot
) -> None:
    dialog = show_export(open_map(desk, "sketch"), desk, "picture")
    index = dialog.details.sizing.paper.findData("own")
    dialog.details.sizing.paper.setCurrentIndex(index)
    dialog.details.sizing.paper.activated.emit(index)
    dialog.details.sizing.own_width.setValue(5000)
    dialog.details.sizing.own_height.setValue(5000)
    dialog.details.dpi.setCurrentIndex(2)
    dialog.details.dpi.activated.emit(2)
    qtbot.waitUntil(lambda: "too large" in dialog.viewer.preview._sentence, timeout=20_000)
    assert not dialog.foot.save.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(
    ("size", "english", "russian"),
    [
        (400, "10 KB", "10 КБ"),
        (64_000, "60 KB", "60 КБ"),
        (949_999, "950 KB", "950 КБ"),
        (1_000_000, "1 MB", "1 МБ"),
        (1_260_000, "1.3 MB", "1,3 МБ"),
        (23_456_000, "23 MB", "23 МБ"),
    ],
)
def test_sizes_of_files(desk: Desk, size: int, english: str, russian: str) -> None:
    assert amount(size, "en") == english
    desk.translation.switch("ru")
    assert amount(size, "ru") == russian


def test_writing_is_stopped_by_the_button_esc_and_closing_and_the_dialog_stays(
    desk: Desk, open_map: OpenMap, show_export: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = show_export(open_map(desk, "b2b"), desk)
    dialog.purposes.buttons["sheets"].click()
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    path = tmp_path / "made" / "stopped.pdf"
    path.parent.mkdir()
    for stop in (
        dialog.foot.leave.click,
        lambda: qtbot.keyClick(dialog, Qt.Key.Key_Escape),
        dialog.close,
    ):
        with qtbot.waitSignal(dialog.writer.done, timeout=20_000):
            dialog.save_to(path)
            stop()
        assert list(path.parent.iterdir()) == []
        assert dialog.isVisible()
        assert "Nothing was written" in dialog.foot.facts.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_cannot_be_printed_is_said_in_the_preview(
    desk: Desk, open_map: OpenMap, show_export: Show, qtbot: QtBot
) -> None:
    dialog = show_export(open_map(desk, "sketch"), desk)
    dialog.purposes.buttons["sheets"].click()
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    index = dialog.details.sizing.paper.findData("own")
    dialog.details.sizing.paper.setCurrentIndex(index)
    dialog.details.sizing.paper.activated.emit(index)
    dialog.details.sizing.own_width.setValue(50_000)
    dialog.details.sizing.own_height.setValue(50_000)
    qtbot.waitUntil(lambda: bool(dialog.viewer.preview._sentence), timeout=20_000)
    assert not dialog.foot.save.isEnabled()
    dialog.reject()


def test_in_a_small_window_the_purposes_become_a_list(
    desk: Desk, open_map: OpenMap, show_export: Show, qtbot: QtBot
) -> None:
    window = open_map(desk, "b2b")
    window.resize(1024, 700)
    dialog = show_export(window, desk)
    assert dialog.width() <= 1024
    assert not dialog._left.isVisible()
    assert dialog.purpose_list.isVisible()
    index = dialog.purpose_list.findData("handout")
    dialog.purpose_list.setCurrentIndex(index)
    dialog.purpose_list.activated.emit(index)
    assert dialog.choices.purpose == "handout"
    dialog.reject()


def test_choices_survive_what_somebody_wrote_into_the_file() -> None:
    kept = to_keep({}, Choices(purpose="sheets", sheets=9, margin=5))
    assert remembered(kept, "sheets", "en").sheets == 9
    assert last_purpose(kept) == "sheets"
    for nonsense in (
        None,
        3,
        [],
        {"sheets": 5},
        {"sheets": {"margin": 400, "size": "A9", "dpi": "x"}},
    ):
        assert remembered(nonsense, "sheets", "ru") == remembered({}, "sheets", "ru")
        assert last_purpose(nonsense) == "wall"


def test_the_job_follows_what_is_looked_at() -> None:
    job = Choices(purpose="sheets", by="sheets", tiles="A3", sheets=4).job("m", Look(path="as_is"))
    assert job.shows.path == "as_is"
    seen = Look(path="as_is", rests="assumed", persona_ids=("p",), others="hide")
    assert Choices().job("m", seen).shows.sifts
    whole = Choices(filtered=False).job("m", seen).shows
    assert (whole.sifts, whole.path) == (False, "as_is")
    assert job.tiles is not None
    assert job.tiles.name == "A3"
    assert job.sheets == 4
    own = Choices(size="own", own_width=700, own_height=500).job("m", Look())
    assert (own.finished.width, own.finished.height) == (700, 500)
    assert own.tiles is None


def test_cards_and_the_print_shop_show_their_own_choices_and_write_what_they_show_export(
    desk: Desk, open_map: OpenMap, show_export: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = show_export(open_map(desk, "blank"), desk)
    extras, path = dialog.details.extras, tmp_path / "made.pdf"
    dialog.purposes.buttons["cards"].click()
    qtbot.waitUntil(
        lambda: "nothing of" in dialog.viewer.preview.accessibleDescription(), timeout=20_000
    )
    shown = {name for name, box in extras.boxes.items() if not box.isHidden()}
    assert shown == set(CUT_OUT)
    # What is not offered says why in words, not in a tooltip.
    assert "select on the map first" in extras.why.text()
    assert extras.why.isVisible()
    extras.empty.setValue(3)
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    assert dialog.viewer.sheets.name.text() == "1 / 2"
    qtbot.mouseClick(dialog.viewer.sheets.on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    assert dialog.viewer.sheets.name.text() == "2 / 2"
    written(dialog, path, qtbot)
    assert len(sizes(path)) == 2
    dialog.purposes.buttons["press"].click()
    assert not extras.boxes["curves"].isHidden()
    assert extras.boxes["barriers"].isHidden()
    extras.bleed.setValue(3)
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    written(dialog, path, qtbot)
    pdf = pypdfium2.PdfDocument(path)
    trim, bleed = pdf[0].get_trimbox(), pdf[0].get_bleedbox()
    pdf.close()
    assert trim[0] - bleed[0] == pytest.approx(3 * MM, abs=0.1)
    dialog.reject()
