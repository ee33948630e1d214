"""`python -m cjm_desktop` opens the editor."""

import sys

from cjm_desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
