"""`python -m tests.torture PROMISE [--count N] [--seed N] [--minutes N]`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.torture import (
    faults,
    imports,
    kills,
    mutations,
    places,
    power,
    round_trip,
    sharing,
    texts,
    times,
)
from tests.torture.watch import Watch


class Promise(NamedTuple):
    """What is promised, and how it is tried."""

    what: str
    unit: str
    count: int
    """Of the long form."""
    prove: Callable[[Path, int, int, Watch], None]


PROMISES = {
    "r1": Promise("no acknowledged edit is lost", "kills", 20_000, kills.prove_editing),
    "r1w": Promise("the same, with the window", "kills", 200, kills.prove_window),
    "r2": Promise("the file is old or new, never between", "kills", 10_000, kills.prove_saving),
    "r3": Promise("nothing is lost when the power goes", "power cuts", 50_000, power.prove),
    "r4": Promise("nothing is lost when the disk fails", "faults", 1, faults.prove),
    "r5": Promise("a file that is moved, gone, full ...", "stays", 2_000, places.prove),
    "r6": Promise("a copy made meanwhile is complete", "copies", 2_000, sharing.prove_copies),
    "r7": Promise("nobody is overwritten without a word", "races", 1_000, sharing.prove_races),
    "r8": Promise("undo goes on over restarts", "actions", 30_000, round_trip.prove_undo),
    "r9": Promise("what is saved is what is opened", "maps", 50_000, round_trip.prove_saving),
    "r10": Promise("an edit is on the disk at once", "edits", 5_000, times.prove),
    "s1": Promise("damaged files never open changed", "files", 1_000_000, mutations.prove),
    "s3": Promise("imports and pictures take no more than they may", "bombs", 1, imports.prove),
    "s4": Promise("a text is only a text", "texts", 250, texts.prove),
    "s5": Promise("a shared copy keeps secrets", "secrets", 1_000, sharing.prove_secrets),
}


def main() -> int:
    """Try one promise; 0: it holds."""
    known = "\n".join(f"  {name:4} {one.what} ({one.count} {one.unit})" for name, one in _listed())
    parser = argparse.ArgumentParser(
        prog="python -m tests.torture",
        description="Try a promise many times.",
        epilog=f"promises, and the long form of each:\n{known}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("promise", choices=PROMISES)
    parser.add_argument("--count", type=int, help="how often; for r4 and s3 every so-many-th")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=0, help="begin nothing new after that")
    asked = parser.parse_args()
    promise = PROMISES[asked.promise]
    watch = Watch(asked.minutes * 60, tells=True)
    with tempfile.TemporaryDirectory(prefix="cjm-torture-") as folder:
        try:
            promise.prove(Path(folder), asked.count or promise.count, asked.seed, watch)
        except BaseException:
            print(f"\n{asked.promise} seed {asked.seed}: broken in round {watch.done + 1}")
            raise
    counted = "".join(f", {many} {what}" for what, many in watch.counted.items())
    print(
        f"\r{asked.promise} seed {asked.seed}: {watch.done} {promise.unit} in {watch.took:.0f} s:"
        f" {promise.what}{counted}"
    )
    return 0


def _listed() -> list[tuple[str, Promise]]:
    return list(PROMISES.items())


if __name__ == "__main__":
    sys.exit(main())
