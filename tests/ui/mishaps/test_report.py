"""What a report tells of an error: enough to find it, and not one word of the map."""

from __future__ import annotations

import errno
import faulthandler
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from cjm_desktop.journey.problems import Problem
from cjm_desktop.ui.mishaps import report
from cjm_desktop.ui.mishaps.faults import FaultLog

SECRET = "-".join(("Пилот", "Zebra", "Acme", "4711"))
"""Put together here, so that no line of code in a trace quotes it."""


def caught(fail: Callable[[], object]) -> BaseException:
    try:
        fail()
    except BaseException as error:  # noqa: BLE001 - whatever it is
        return error
    raise AssertionError("nothing was raised")


def number() -> object:
    return int(SECRET)


def entry() -> object:
    return {}[SECRET]


def attribute() -> object:
    return getattr(object(), SECRET)


def file() -> object:
    return Path("/", SECRET).read_text(encoding="utf-8")


def problem() -> object:
    raise Problem("template.broken", name=SECRET)


def table() -> object:
    return apsw.Connection(":memory:").execute(f'SELECT * FROM "{SECRET}"')


def caused() -> object:
    try:
        return int(SECRET)
    except ValueError as error:
        error.add_note(SECRET)
        raise RuntimeError(SECRET) from error


def several() -> object:
    raise ExceptionGroup(SECRET, [ValueError(SECRET), OSError(errno.ENOSPC, SECRET, SECRET)])


def own() -> object:
    raise type("Slip", (Exception,), {"__str__": lambda _self: SECRET})


@pytest.mark.parametrize(
    "fail", [number, entry, attribute, file, problem, table, caused, several, own]
)
def test_no_text_of_the_map_is_in_a_report(fail: Callable[[], object]) -> None:
    error = caught(fail)
    parts = [report.of_error(error)]
    qt = [report.of_qt("warning", f"QPixmap::load: {SECRET}"), report.of_qt("error", SECRET)]
    said = report.whole(report.about("6.9.0"), parts, qt)
    for part in (SECRET, *SECRET.split("-")):
        assert part not in said.replace(f"in {fail.__name__}", "")
    assert type(error).__name__ in said
    assert f"test_report.py:{_line(error)} in {fail.__name__}" in said
    assert str(Path.home()) not in said
    assert str(Path(__file__).parent) not in said


def _line(error: BaseException) -> int:
    trace = error.__traceback__
    assert trace is not None
    assert trace.tb_next is not None
    return trace.tb_next.tb_lineno


def test_what_cannot_come_from_a_map_is_told() -> None:
    assert "FileNotFoundError (ENOENT)" in report.of_error(caught(file))
    assert "Problem (template.broken)" in report.of_error(caught(problem))
    assert "AttributeError (no_such)" in report.of_error(caught(lambda: report.no_such))
    assert "SQLError (SQLite 1)" in report.of_error(caught(table))
    said = report.of_error(caught(caused))
    assert said.index("ValueError") < said.index("was the cause of") < said.index("RuntimeError")
    both = report.of_error(caught(several))
    assert "and ValueError" in both
    assert "and OSError (ENOSPC)" in both
    assert report.of_qt("warning", "QPainter::begin: no device") == "Qt warning: QPainter::begin"
    head = report.about("6.9.0")
    assert "Python 3" in head
    assert "Qt 6.9.0" in head


def test_files_are_named_from_the_program_on() -> None:
    assert report.place(report.__file__) == "cjm_desktop/ui/mishaps/report.py"
    assert report.place("/home/anna/x/site-packages/reportlab/pdf.py") == "reportlab/pdf.py"
    assert report.place("/home/anna/other.py") == "other.py"


def test_an_endless_recursion_is_cut_short() -> None:
    def dig() -> object:
        return dig()

    said = report.of_error(caught(dig))
    assert "RecursionError" in said
    assert len(said.splitlines()) < 100


def test_a_hard_crash_is_told_as_far_as_it_has_the_form(tmp_path: Path) -> None:
    place = tmp_path / "log"
    with place.open("w", encoding="utf-8") as out:
        out.write("Fatal Python error: Segmentation fault\n\n")
        out.flush()
        faulthandler.dump_traceback(out, all_threads=True)
        out.write(f"{SECRET}\n")
    said = report.of_fault(place.read_text(encoding="utf-8"))
    assert said.startswith("Fatal Python error: Segmentation fault")
    assert "in test_a_hard_crash_is_told" in said
    assert SECRET not in said
    assert str(Path(__file__).parent) not in said


def test_a_log_is_told_once_and_a_disk_that_refuses_stops_nothing(tmp_path: Path) -> None:
    assert faulthandler.is_enabled(), "the tests' own, which stays as it is"
    log = FaultLog(tmp_path / "home")
    assert log.begin() == ""
    (tmp_path / "home").mkdir()
    log.place.write_text("Fatal Python error: Aborted\n", encoding="utf-8")
    assert "Aborted" in log.begin()
    assert log.begin() == ""
    log.end()
    assert faulthandler.is_enabled()
    log.place.unlink()
    log.place.mkdir()
    assert log.begin() == ""
