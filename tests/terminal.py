"""A program in a pseudo-terminal, driven by keys and read as a person reads it (Linux and macOS)."""

import os
import re
import select
import struct
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

import pytest

from tests.glass import Glass

if sys.platform == "win32":
    pytest.skip("pseudo-terminals of POSIX", allow_module_level=True)

import fcntl
import pty
import signal
import termios

_KEYS = {
    **{"enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "escape": "\x1b", "space": " ", "backspace": "\x7f"},
    **{"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F"},
    **{"insert": "\x1b[2~", "delete": "\x1b[3~", "pageup": "\x1b[5~", "pagedown": "\x1b[6~"},
    **{f"f{number}": f"\x1bO{sign}" for number, sign in zip(range(1, 5), "PQRS", strict=True)},
    **{f"f{key}": f"\x1b[{code}~" for key, code in zip(range(5, 13), (15, 17, 18, 19, 20, 21, 23, 24), strict=True)},
}
_QUERY = re.compile(
    rb"\x1b\[(?:\?(?P<mode>\d+)\$p|(?P<attributes>0?c)|(?P<secondary>>0?c)|(?P<status>5n)|(?P<cursor>6n)|(?P<size>18t))"
    rb"|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"
)
_UNKNOWN_MODES = {2027, 2031, 2048}
"""Grapheme clusters, colour-scheme reports, resizes in band: this terminal has none of them."""
_NOT_INHERITED = (
    "CSU_TUI_",
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "TMUX",
    "TERM_PROGRAM",
    "TEXTUAL",
    "COLORTERM",
)
"""How variables begin that would bend what the program does or draws."""
_LONGEST_QUERY = 32
_READS = 1000
_PATIENCE = 20.0  # seconds


class Terminal:
    """One program in a terminal of its own; leaving the block kills it and whatever it started.

    A wait that runs out fails the test and shows the screen. Times are seconds.
    """

    def __init__(
        self,
        argv: Sequence[str | Path],
        *,
        cols: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: Path | str | None = None,
    ) -> None:
        self._glass = Glass(cols, rows)
        self._received = bytearray()
        self._asked = b""
        self._open = True
        environment = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_INHERITED)}
        environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"} | dict(env or {})
        self._fd, theirs = pty.openpty()
        self._tell_size(theirs)
        self._process = subprocess.Popen(
            argv,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            cwd=cwd,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509  one system call, and only so do resizes reach the program
        )
        os.close(theirs)
        os.set_blocking(self._fd, False)
        self._poll = select.poll()  # unlike `select` it takes a descriptor above 1,023
        self._poll.register(self._fd, select.POLLIN)
        self._writes = select.poll()
        self._writes.register(self._fd, select.POLLOUT)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        os.close(self._fd)

    @property
    def raw(self) -> bytes:
        """Everything that the program ever sent, whether it was drawn or not."""
        return bytes(self._received)

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._process.pid

    def screen(self) -> str:
        """Return the rows as now drawn, blanks at their ends left out."""
        self._drain()
        return self._glass.text()

    def send(self, keys: bytes | str) -> None:
        """Send bytes in one write where the terminal takes them at once."""
        left = keys.encode() if isinstance(keys, str) else keys
        end = monotonic() + _PATIENCE
        while left:
            if self._writes.poll(20):
                left = left[os.write(self._fd, left) :]
            self._read(0)  # a program that cannot write does not read either
            assert monotonic() < end, "the program takes no keys"

    def press(self, *keys: str) -> None:
        """Send keys by Textual's names (`enter`, `f3`, `ctrl+q`, `alt+x`) or as the sign itself."""
        self.send("".join(map(_key, keys)))

    def wait_for(self, pattern: str, timeout: float = _PATIENCE) -> str:
        """Read until the pattern is on the screen (`^` and `$` are ends of a row), and return the screen."""
        return self._wait(pattern, timeout, wanted=True)

    def wait_gone(self, pattern: str, timeout: float = _PATIENCE) -> str:
        """Read until the pattern is no longer on the screen, and return the screen."""
        return self._wait(pattern, timeout, wanted=False)

    def settle(self, quiet: float = 0.15, timeout: float = _PATIENCE) -> str:
        """Read until nothing has come for `quiet` seconds, and return the screen."""
        end = monotonic() + timeout
        while self._read(quiet) or (self._glass.updating and self._open):
            assert monotonic() < end, f"never settled:\n{self._glass.text()}"
        return self._glass.text()

    def wait_exit(self, timeout: float = _PATIENCE) -> int:
        """Read until the program has ended, and return its exit status, negative for a signal."""
        end = monotonic() + timeout
        while self._process.poll() is None:
            assert monotonic() < end, f"still running:\n{self._glass.text()}"
            self._read(0.02)
            if not self._open:
                try:
                    return self._process.wait(max(end - monotonic(), 0.01))
                except subprocess.TimeoutExpired:
                    pytest.fail(f"closed its terminal and still runs:\n{self._glass.text()}")
        self._drain()
        return self._process.returncode

    def resize(self, cols: int, rows: int) -> None:
        """Give the window another size; the program is told by SIGWINCH."""
        self._glass.resize(cols, rows)
        self._tell_size(self._fd)

    def kill(self) -> None:
        """End the program and whatever it started by SIGKILL, as a power cut would; it is gone on return."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(_PATIENCE)
        self._drain()

    def _wait(self, pattern: str, timeout: float, *, wanted: bool) -> str:
        looked_for = re.compile(pattern, re.MULTILINE)
        end = monotonic() + timeout
        while True:
            shown = self.screen()
            if bool(looked_for.search(shown)) is wanted:
                return shown
            left = end - monotonic()
            state = "not shown" if wanted else "still shown"
            assert left > 0, f"{pattern!r} {state} after {timeout} s:\n{shown}"
            assert self._open, f"{pattern!r} {state} and the program has ended:\n{shown}"
            self._read(min(left, 0.5))

    def _drain(self) -> None:
        """Take all that has come, but no more than a program that never stops can send meanwhile."""
        for _ in range(_READS):
            if not self._read(0):
                return

    def _read(self, timeout: float) -> bool:
        """Take what has come, waiting at most `timeout` for it; False where nothing came."""
        if not self._open or not self._poll.poll(timeout * 1000):
            return False
        try:
            output = os.read(self._fd, 65536)
        except BlockingIOError:
            return False
        except OSError:  # Linux says EIO where the program has closed its side, macOS an empty read
            output = b""
        if not output:
            self._open = False
            return False
        self._received += output
        self._glass.feed(output)
        self._answer(output)
        return True

    def _answer(self, output: bytes) -> None:
        """Answer what programs ask a terminal; to an unknown question silence is the answer."""
        self._asked += output
        done = 0
        for query in _QUERY.finditer(self._asked):
            done = query.end()
            os.write(self._fd, self._reply(query))
        self._asked = self._asked[done:][-_LONGEST_QUERY:]

    def _reply(self, query: re.Match[bytes]) -> bytes:
        row, column = self._glass.cursor
        if mode := query["mode"]:
            known = 0 if int(mode) in _UNKNOWN_MODES else 2
            return b"\x1b[?%s;%d$y" % (mode, known)
        if colour := query["colour"]:
            return b"\x1b]%s;rgb:%s\x1b\\" % (colour, b"ffff/ffff/ffff" if colour == b"10" else b"0000/0000/0000")
        replies = {
            "attributes": b"\x1b[?62;22c",
            "secondary": b"\x1b[>0;276;0c",
            "status": b"\x1b[0n",
            "cursor": b"\x1b[%d;%dR" % (row, column),
            "size": b"\x1b[8;%d;%dt" % (self._glass.rows, self._glass.cols),
        }
        return replies[query.lastgroup or ""]

    def _tell_size(self, fd: int) -> None:
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", self._glass.rows, self._glass.cols, 0, 0))


def _take_terminal() -> None:
    """Make standard input the controlling terminal; runs in the child."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _key(key: str) -> str:
    if key in _KEYS or len(key) == 1:
        return _KEYS.get(key, key)
    modifier, _, sign = key.partition("+")
    if modifier == "ctrl" and re.fullmatch(r"[a-z@\[\\\]^_]", sign):
        return chr(ord(sign.upper()) & 0x1F)
    if modifier == "alt" and sign:
        return "\x1b" + _key(sign)
    raise ValueError(f"no key is called {key!r}")
