"""S3, in short: every 13th of the imports, and all pictures, that would take the machine.

All of them: `python -m tests.torture s3`.
"""

import sys
from pathlib import Path

import pytest

from tests.hostile import bombs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="measured with getrusage")


def test_none_of_them_takes_the_machine(tmp_path: Path) -> None:
    from tests.torture import imports
    from tests.torture.watch import Watch

    imports.prove(tmp_path, 13, 1, Watch())


def test_there_are_enough_of_them() -> None:
    assert len(bombs.IMPORTS) >= 35
    assert len(bombs.PICTURES) >= 15
