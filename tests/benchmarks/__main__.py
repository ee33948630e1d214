"""`python -m tests.benchmarks [--json]`: measure everything beside its limit."""

import os
import sys
import tempfile
from pathlib import Path

import pytest


def main(arguments: list[str]) -> int:
    """Run all benchmarks; with `--json` print nothing but the figures."""
    wanted = [one for one in arguments if one != "--json"]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "figures.json"
        os.environ["CJM_FIGURES"] = str(place)
        quiet = "--json" in arguments
        saved = os.dup(1)
        try:
            if quiet:
                os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            code = pytest.main(["-m", "benchmark", *(wanted or [str(Path(__file__).parent)])])
        finally:
            sys.stdout.flush()
            os.dup2(saved, 1)
        if quiet:
            print(place.read_text(encoding="utf-8") if place.exists() else "[]")
    return int(code)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
