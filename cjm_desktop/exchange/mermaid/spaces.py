"""What JavaScript takes for white space; Python's own notion differs in some characters."""

SPACES = (
    "\t\n\v\f\r \u00a0\u1680"
    + "".join(map(chr, range(0x2000, 0x200B)))
    + "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
BREAKS = "\n\r\u2028\u2029"
"""Those that end a line for `^` and `.`."""
SPACE = f"[{SPACES}]"
"""One of them, in a regular expression."""
