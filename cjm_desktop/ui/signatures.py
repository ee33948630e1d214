"""What PySide6 knows of the signatures of its functions, read when it is first asked for.

PySide6 carries the sources of a helper that writes the sentence about a call with wrong arguments,
and signatures for `inspect`. It compiles them at every start, with the patterns they search by:
a third of the time until an empty window is seen. Few runs ask for either.

There is no cleaner way in PySide6 6.11: its importer stands before any other in `sys.meta_path`,
and its loader touches each module right away, which ends what `importlib.util.LazyLoader` puts off.
Without this the first window takes 1.22 to 1.26 times as long as a bare one, with it 1.03 to 1.06.

It is safe because `compile` does for every file but four what it always does, is put back whatever
the import does, and only while the program has a single thread. Where PySide6 names its files
otherwise some day, nothing is put off, and the program starts a little later.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

LATE = frozenset(
    f"shibokensupport/signature/{one}.py"
    for one in ("parser", "layout", "lib/pyi_generator", "lib/enum_sig")
)
"""Of the helper's sources those nothing is asked of while Qt is loaded."""
_STAND_IN = """
def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    own = globals()
    del own["__getattr__"]
    exec(compile({source!r}, {file!r}, "exec"), own)
    return own[name]
"""


@contextmanager
def read_late() -> Iterator[None]:
    """Put the reading of the helper off while PySide6 is imported for the first time."""
    compiling: Any = builtins.compile

    def put_off(source: Any, file: Any, *how: Any, **more: Any) -> Any:
        if file in LATE:
            source = _STAND_IN.format(source=source, file=file)
        return compiling(source, file, *how, **more)

    # Typed as anything: of its many ways to be called only the file matters here.
    held: Any = builtins
    held.compile = put_off
    try:
        yield
    finally:
        held.compile = compiling
