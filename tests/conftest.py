"""What makes the whole suite fast without making any test weaker."""

import os
import shutil
from pathlib import Path

import textual._wait

MEMORY = Path("/dev/shm")
ROOM = 2 << 30
"""Bytes that must be free in memory for it to hold the tests' folders."""

textual._wait.SLEEP_GRANULARITY = 1 / 400
textual._wait.SLEEP_IDLE = 1 / 2000
"""Textual's pilot counts a screen as idle after 20 ms without work, five times a key; 2 ms say the same."""


def pytest_configure() -> None:
    """Keep the tests' folders in memory where there is room: each commit waits 10 ms for a disk, and here for nothing.

    What a kill leaves behind is the same in either; no test can cut the power.
    """
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
