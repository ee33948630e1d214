"""Every promise about people's work, tried as often as one has time for.

    python -m tests.torture r3 --count 50000 --seed 1

tries the promise R3 so many times and ends with a line of figures; `--minutes 10` ends it earlier,
and without a name all promises are listed. What the suite runs of each is a short form of the same.
"""
