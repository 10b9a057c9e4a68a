"""A terminal for tests: a program in a real pseudo-terminal, its screen read as a person would see it.

    with Terminal([sys.executable, "-m", "csu_tui"], cols=120, rows=40) as terminal:
        terminal.wait_for(r"DAILY TASKING")
        terminal.press("1", "n")

Nothing here sleeps: every wait is a `select` on the terminal until a deadline.
"""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.terminal_keys import encode
from tests.terminal_screen import Screen

_READ = 65536
_GIVE_UP = 5.0
"""Seconds that a program gets to end after it was killed or hung up on."""
_GLANCE = 0.02
"""Seconds between two looks at whether the program has ended."""
_INHERITED = ("CSU_TUI_", "TEXTUAL", "TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PYTEST_")


class Terminal:
    """One program in its own pseudo-terminal; leaving the block kills it if it still runs.

    `env` adds to the environment, from which everything named CSU_TUI_… and what bends a terminal are taken first.
    A failed wait raises AssertionError that shows the screen.
    """

    def __init__(
        self,
        argv: Sequence[str | Path],
        *,
        cols: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        self._argv = [str(part) for part in argv]
        self._size = (cols, rows)
        kept = {key: value for key, value in os.environ.items() if not key.startswith(_INHERITED)}
        self._env = {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", **(env or {})}
        self._cwd = cwd
        self._screen = Screen(cols, rows)
        self._received = bytearray()
        self._unsent = bytearray()
        self._master = -1
        self._pid = 0
        self._status: int | None = None
        self._hung_up = False

    def __enter__(self) -> Self:
        pid, master = pty.fork()
        if pid == 0:
            self._become_program()
        self._pid, self._master = pid, master
        os.set_blocking(master, False)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._status is None:
                self.kill()
        finally:
            os.close(self._master)
            self._hung_up = True

    @property
    def pid(self) -> int:
        """The program's process number."""
        return self._pid

    @property
    def raw(self) -> bytes:
        """Everything that the program has ever sent."""
        return bytes(self._received)

    @property
    def title(self) -> str:
        """The terminal's title, as last set by the program."""
        return self._screen.title

    def screen(self) -> str:
        """Return what a person sees now, a line per row without its trailing blanks.

        Within a synchronised update (DEC mode 2026) it is the picture before it.
        """
        self._pump(0)
        return self._screen.visible

    def send(self, words: bytes | str) -> None:
        """Type bytes or text exactly as they are, in one write as far as the program reads."""
        self._unsent += words.encode() if isinstance(words, str) else words
        self._pump(0)

    def press(self, *keys: str) -> None:
        """Press keys by Textual's names, in one write: `"enter"`, `"n"`, `"shift+tab"`, `"ctrl+q"`, `"f7"`."""
        self.send(b"".join(encode(key) for key in keys))

    def wait_for(self, pattern: str, timeout: float = 20) -> str:
        """Wait until the screen matches a regular expression (`^` and `$` are of a row) and return the screen."""
        sought = re.compile(pattern, re.MULTILINE)
        return self._wait(lambda: sought.search(self._screen.visible) is not None, f"{pattern!r} to be seen", timeout)

    def wait_gone(self, pattern: str, timeout: float = 20) -> str:
        """Wait until the screen no longer matches, and return the screen."""
        sought = re.compile(pattern, re.MULTILINE)
        return self._wait(lambda: sought.search(self._screen.visible) is None, f"{pattern!r} to be gone", timeout)

    def settle(self, quiet: float = 0.15, timeout: float = 20) -> str:
        """Wait until the program has sent nothing for `quiet` seconds, and return the screen."""
        deadline = time.monotonic() + timeout
        while self._pump(quiet):
            if time.monotonic() > deadline:
                raise AssertionError(f"the program did not fall silent in {timeout} s\n{self._framed()}")
        return self._screen.visible

    def resize(self, cols: int, rows: int) -> None:
        """Change the size of the window; the program is told by SIGWINCH."""
        self._pump(0)
        self._size = (cols, rows)
        self._screen.resize(cols, rows)
        self._set_size(self._master)

    def kill(self) -> None:
        """End the program at once (SIGKILL), as a power cut would, and wait until it is gone."""
        if self._status is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            self.wait_exit(_GIVE_UP)

    def wait_exit(self, timeout: float = 20) -> int:
        """Wait until the program has ended and return its exit status; minus the signal where one ended it."""
        deadline = time.monotonic() + timeout
        while self._status is None:
            self._pump(_GLANCE)
            self._reap()
            if self._status is None and time.monotonic() > deadline:
                raise AssertionError(f"the program did not end in {timeout} s\n{self._framed()}")
        while self._pump(0):
            pass
        return self._status

    def _become_program(self) -> None:
        """Replace this forked copy by the program; never returns."""
        try:
            self._set_size(pty.STDIN_FILENO)
            if self._cwd is not None:
                os.chdir(self._cwd)
            os.execvpe(self._argv[0], self._argv, self._env)
        except OSError as error:
            os.write(2, f"{self._argv[0]}: {error.strerror}\n".encode())
        finally:
            os._exit(127)

    def _set_size(self, descriptor: int) -> None:
        cols, rows = self._size
        fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def _wait(self, reached: Callable[[], bool], awaited: str, timeout: float) -> str:
        deadline = time.monotonic() + timeout
        self._pump(0)
        while not reached():
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(f"waited {timeout} s for {awaited}\n{self._framed()}")
            if self._hung_up:
                raise AssertionError(f"the program ended before {awaited}\n{self._framed()}")
            self._pump(left)
        return self._screen.visible

    def _pump(self, wait: float) -> bool:
        """Send what waits to be sent, read what there is within `wait` seconds; False where nothing came."""
        if self._hung_up:
            select.select([], [], [], wait)
            return False
        deadline = time.monotonic() + wait
        while True:
            left = max(deadline - time.monotonic(), 0)
            readable, writable, _ = select.select([self._master], [self._master] if self._unsent else [], [], left)
            if writable:
                self._write()
            if readable:
                return self._read()
            if not writable and time.monotonic() >= deadline:
                return False

    def _write(self) -> None:
        try:
            sent = os.write(self._master, self._unsent)
        except BlockingIOError:
            return
        except OSError:  # the program has gone
            sent = len(self._unsent)
        del self._unsent[:sent]

    def _read(self) -> bool:
        try:
            received = os.read(self._master, _READ)
        except BlockingIOError:
            return False
        except OSError:  # Linux says EIO once the last program has closed the terminal
            received = b""
        if not received:
            self._hung_up = True
            return False
        self._received += received
        self._unsent += self._screen.feed(received)
        return True

    def _reap(self) -> None:
        found, status = os.waitpid(self._pid, os.WNOHANG)
        if found:
            self._status = os.waitstatus_to_exitcode(status)

    def _framed(self) -> str:
        cols, _ = self._size
        edge = "+" + "-" * cols + "+"
        return "\n".join((edge, self._screen.visible, edge))
