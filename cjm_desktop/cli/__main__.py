"""`python -m cjm_desktop.cli` is `cjm`."""

import sys

from cjm_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
