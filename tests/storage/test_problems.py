"""What a system refuses is called by what one can do about it."""

from pathlib import Path

import pytest

from cjm_desktop import exchange
from cjm_desktop.journey.problems import Problem
from cjm_desktop.storage import reader
from cjm_desktop.storage.problems import LinksAround, TooLong, translated


def test_a_name_that_is_too_long_and_a_link_round_to_itself_are_no_fault_of_the_disk(
    tmp_path: Path,
) -> None:
    """Both were told as a disk that refuses."""
    round_about = tmp_path / "round.cjm"
    round_about.symlink_to(round_about)
    with pytest.raises(LinksAround, match="leads back to itself"):
        reader.read(round_about)
    with pytest.raises(TooLong, match="shorter"), translated("map.cjm"):
        (tmp_path / ("n" * 300)).write_bytes(b"")


def test_who_imports_a_table_is_told_that_tables_are_not_read(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("stage,step\nOne,Two\n", encoding="utf-8")
    with pytest.raises(Problem) as refused:
        exchange.read_any(table, "auto", exchange.Options())
    assert "Tables are not read" in refused.value.sentence("en")
    assert "Таблицы не читаются" in refused.value.sentence("ru")
