"""`python -m csu_tui` and the `csu-tui` command."""

import sys
from typing import TextIO


def main() -> None:
    """Run one command; the exit status is 0 done, 1 could not, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    from csu_tui.cli.main import run
    from csu_tui.crash import quiet

    with quiet():
        sys.exit(run())


def _speak_utf8(stream: TextIO) -> None:
    """Make a redirected stream take every character: on Windows it would be cp1252."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
