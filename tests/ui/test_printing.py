"""Printing on a printer that writes into a file: the same pages as the PDF that would be saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjm_desktop import poster
from cjm_desktop.journey import templates
from cjm_desktop.journey.problems import Problem
from cjm_desktop.poster import Job, paper, raster
from cjm_desktop.poster.job import CardWish, Press
from cjm_desktop.poster.laid import Laid, lay_out
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.export import printing
from cjm_desktop.ui.export.choices import usual
from cjm_desktop.ui.export.dialog import ExportDialog
from cjm_desktop.ui.export.foot import Foot
from tests.ui.conftest import OpenMap

DPI = 150
BOARD = printing.Size(1189, 841)
MM_OF_POINT = 25.4 / 72
TOLERANCE = 0.5 * MM_OF_POINT + 0.01
"""mm: Qt writes the boxes of a PDF in whole points."""


def laid(template: str = "sketch", **wanted: object) -> Laid:
    journey = templates.make(template, "en")
    return lay_out(journey, Job(journey.maps()[0].id, **wanted))  # type: ignore[arg-type]


def into(path: Path, size: printing.Size) -> QPrinter:
    """A printer that writes a file, as rough as the test can do with."""
    made = printing.printer_for(size, "test")
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    printing.lay(made, size)
    made.setResolution(DPI)
    return made


def going_on(done: int, total: int) -> bool:
    return done <= total


def picture(pdf: bytes, page: int, width: int = 300) -> Image.Image:
    """A page, made small from a large one: dots made small one by one would flicker."""
    dots = raster.page_image(pdf, page, 4 * width)
    whole = Image.frombytes("RGB", (dots.width, dots.height), dots.data)
    return whole.resize((width, round(width * dots.height / dots.width)))


def apart(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures differ on the whole, of 255."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


@pytest.mark.parametrize(
    "wanted",
    [
        {"paper": paper.parse("A4")},
        {"paper": paper.parse("A4", False)},
        {"paper": paper.parse("300x180mm")},
        {"paper": paper.parse("A3"), "tiles": paper.A4},
        {"paper": paper.parse("A4"), "press": Press()},
        {"paper": paper.parse("A4", False), "cards": CardWish(empty=2)},
    ],
)
def test_what_is_printed_is_the_file(
    qapp: QApplication, tmp_path: Path, wanted: dict[str, object]
) -> None:
    found, path = laid(**wanted), tmp_path / "printed.pdf"
    journey = templates.make("sketch", "en")
    job = Job(journey.maps()[0].id, **wanted)  # type: ignore[arg-type]
    size = printing.page_of(poster.plan(journey, job, with_ink=False))
    assert printing.print_out(found, into(path, size), going_on)
    saved, printed = poster.make_pdf(found), path.read_bytes()
    sizes = raster.page_sizes(printed)
    assert sizes == [pytest.approx(one, abs=TOLERANCE) for one in raster.page_sizes(saved)]
    for page in range(len(sizes)):
        before, after = picture(saved, page), picture(printed, page)
        ink = apart(before, Image.new("RGB", before.size, "white"))
        assert ink > 1, "there is something to see"
        assert apart(before, after.resize(before.size)) < 0.2 * ink
        moved = apart(before, ImageChops.offset(before, 1, 0))
        assert apart(before, after.resize(before.size)) < 0.5 * moved, "less than a mm away"


def test_only_chosen_pages_are_printed_and_as_often_as_wanted(
    qapp: QApplication, tmp_path: Path
) -> None:
    found = laid(paper=paper.parse("A3"), tiles=paper.A4)
    printer = into(tmp_path / "some.pdf", printing.Size(297, 210))
    printer.setPageRanges(QPageRanges.fromString("1,3-4"))
    printer.setCopyCount(2)
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    assert printing.print_out(found, printer, tell)
    copies = 1 if printer.supportsMultipleCopies() else 2
    assert len(raster.page_sizes((tmp_path / "some.pdf").read_bytes())) == 3 * copies
    assert told[-1] == (3 * copies, 3 * copies)


def test_a_page_turns_to_fit_the_paper_that_was_chosen_and_is_never_made_smaller(
    qapp: QApplication, tmp_path: Path
) -> None:
    found = laid(paper=paper.parse("A4"))
    printer = into(tmp_path / "turned.pdf", printing.Size(297, 210))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    assert printing.print_out(found, printer, going_on)
    printed = (tmp_path / "turned.pdf").read_bytes()
    assert raster.page_sizes(printed)[0] == pytest.approx((420, 297), abs=TOLERANCE)
    shown = picture(printed, 0, 420)
    inked = ImageChops.invert(shown.convert("L")).point(lambda one: 255 if one > 40 else 0)
    left, top, right, bottom = inked.getbbox() or (0, 0, 0, 0)
    assert 61 <= left < right <= 359, "in the middle, as large as it is"
    assert 43 <= top < bottom <= 254
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    with pytest.raises(Problem) as refused:
        printing.print_out(found, printer, going_on)
    assert refused.value.key == "poster.paper_small"
    assert "29,7 × 21 см" in refused.value.sentence("ru")


def test_a_printer_has_the_paper_whichever_way_it_lies(qapp: QApplication) -> None:
    papers = [QSizeF(210, 297), QSizeF(841, 1189.2)]
    assert printing.any_is(papers, printing.Size(1189, 841))
    assert not printing.any_is(papers, printing.Size(1189, 860))
    # A file has no papers of its own: what was chosen for it stays.
    assert not printing.has_paper(into(Path("never.pdf"), printing.Size(210, 297)), BOARD)


def test_printing_can_be_stopped(qapp: QApplication, tmp_path: Path) -> None:
    found = laid(paper=paper.parse("A3"), tiles=paper.A4)
    printer = into(tmp_path / "stopped.pdf", printing.Size(297, 210))
    asked: list[int] = []

    def stop(done: int, total: int) -> bool:
        asked.append(done)
        return not done

    assert not printing.print_out(found, printer, stop)
    assert asked[-1] == 1


def test_the_key_that_opened_the_dialog_prints(qtbot: QtBot) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    foot.say()
    foot.show()
    foot.activateWindow()
    qtbot.waitUntil(foot.isActiveWindow)
    asked: list[bool] = []
    foot.asked_print.connect(lambda: asked.append(True))
    for purpose, printed in (("handout", 1), ("picture", 1), ("wall", 2)):
        foot.offer(usual(purpose, "en"))
        foot.allow(on=True)
        qtbot.keyClick(foot, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        assert len(asked) == printed
    foot.allow(on=False)
    qtbot.keyClick(foot, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 2


def test_the_dialog_prints_what_it_shows(
    desk: Desk, open_map: OpenMap, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_map(desk, "sketch")
    assert window.work is not None
    dialog = ExportDialog(window.work, desk, "wall", window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.purposes.buttons["handout"].click()
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    assert dialog.foot.print.text() == "Print 5 pages…"
    assert dialog.foot.print.isDefault()
    with qtbot.waitSignal(dialog.writer.done, timeout=20_000):
        dialog.print_on(into(tmp_path / "a.pdf", printing.Size(210, 297)))
    qtbot.wait(1)
    assert dialog.foot.facts.text() == "Sent to the printer."
    assert dialog.foot.open_file.isHidden()
    sizes = raster.page_sizes((tmp_path / "a.pdf").read_bytes())
    assert sizes == [pytest.approx((210, 297), abs=TOLERANCE)] * 5
    with qtbot.waitSignal(dialog.writer.done, timeout=20_000):
        dialog.print_on(into(tmp_path / "b.pdf", printing.Size(148, 210)))
    qtbot.wait(1)
    assert "does not fit" in dialog.foot.facts.text()
    dialog.purposes.buttons["picture"].click()
    assert dialog.foot.print.isHidden()
    dialog.reject()
