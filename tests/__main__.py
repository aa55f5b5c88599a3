"""`python3 -m tests`: sets everything up in a fresh checkout, then runs the checks and the tests."""

import os
import sys

from playground.__main__ import prepare

if __name__ == "__main__":
    prepare("tests", "test")
    # Before anything imports Qt: the tests need no display, and on somebody's screen they would be in the way.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.check import main

    raise SystemExit(main(sys.argv[1:]))
