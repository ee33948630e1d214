"""Running commands in this process, in a folder of their own."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from cjm_desktop import cli


class Answer(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


Cjm = Callable[..., Answer]


@pytest.fixture
def cjm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cjm:
    """Run `cjm` with arguments; relative paths lie in the test's own folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "CJM_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object) -> Answer:
        capsys.readouterr()
        code = cli.main([str(one) for one in arguments])
        return Answer(code, *capsys.readouterr())

    return run
