"""How fast it is: each figure beside its limit, most of them ratios measured in one run.

    python -m tests.benchmarks [--json] [PATH...]

runs them all on a quiet machine and tells every figure (`--json`: nothing but them, as a list of
`name`, `value`, `limit`, `unit`; a figure without a limit only explains another one). The same
tests stand in the suite under `-m benchmark`. A limit may be missed twice over before a test
fails, except where the test says so: machines have other things to do.

test_start.py   from a fresh process to the window, beside an empty PySide6 window
test_file.py    an edit, undo and redo beside the disk's own sync; opening beside reading the rows
test_canvas.py  frames of pan, zoom and drag on up to 50 000 cards; from release to repainted
test_rich.py    all of it on a map of 1 000 cards with everything in use and a role map beside it
test_outline.py a letter in an outline of 300 lines, to the map that says so
test_poster.py  A0 of 10 000 cards beside Qt's PDF writer; 64 sheets beside one page
"""
