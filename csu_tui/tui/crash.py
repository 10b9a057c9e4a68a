"""What a person sees when the program fails: one sentence and the path of a log, never a traceback (SPEC 10)."""

import asyncio
import logging
import os
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from rich.console import Console, RenderableType
from textual.app import App

SENTENCE = "csu-tui met an error of its own and had to stop. Everything saved before is kept."


def write_log(error: BaseException, folder: Path | None = None) -> Path | None:
    """Write what failed and where to a new file that its owner alone can read; None where that is impossible.

    Types and places in the code only: messages and values may hold personal details.
    """
    if folder is None:
        from platformdirs import user_log_path

        folder = user_log_path("csu-tui", appauthor=False)
    path = folder / f"crash-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}.log"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write("\n".join(describe(error)) + "\n")
        return path
    return None


def describe(error: BaseException) -> list[str]:
    """Say what failed and where in the code, the cause first, without a single value."""
    lines: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        lines += [f"{type(cause).__module__}.{type(cause).__qualname__}"]
        lines += [f"  {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(cause.__traceback__)]
        cause = cause.__cause__ or cause.__context__ or getattr(cause, "error", None)
    return lines


def tell(error: BaseException | None) -> None:
    """Write the one sentence to standard error."""
    log = write_log(error) if error is not None else None
    where = f" For whoever looks after it: {log}" if log else ""
    sys.stderr.write(f"{SENTENCE}{where}\n")
    sys.stderr.flush()


@contextmanager
def quiet() -> Iterator[None]:
    """Keep Python's own traceback, which prints lines of source, from whatever fails inside."""

    def hook(_kind: type[BaseException], error: BaseException, _where: TracebackType | None) -> None:
        tell(error)

    before, sys.excepthook = sys.excepthook, hook
    yield
    sys.excepthook = before


def status(app: "GuardedApp") -> int:
    """Return the exit status of an app that has ended; one that failed gets its sentence here."""
    if app.crash is not None or app.return_code:
        tell(app.crash)
        return app.return_code or 1
    return 0


class GuardedApp(App[int]):
    """An app that keeps the error it died of to itself."""

    def __init__(self) -> None:
        # Textual turns colours to greys for NO_COLOR, which are colours to a terminal; so none is sent at all.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        # Textual prints its traceback, with the values of local variables, to this console.
        self.error_console = Console(file=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        self.crash: BaseException | None = None
        """The error that ended the app."""

    def bell(self) -> None:
        """Textual rings as it dies, the error in hand: keep that, and stay silent."""
        error = sys.exc_info()[1]
        if error is None or self.return_code != 1:
            super().bell()
        elif self.crash is None:
            self.crash = error

    def panic(self, *renderables: RenderableType) -> None:
        """End with nothing but the sentence."""
        self.crash = self.crash or sys.exc_info()[1] or RuntimeError()
        super().panic(*renderables)

    def guard_loop(self) -> None:
        """Let an error that no task awaited end the app, rather than be logged to the screen."""
        logging.getLogger("asyncio").addHandler(logging.NullHandler())
        asyncio.get_running_loop().set_exception_handler(self._lost)

    def _lost(self, _loop: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception) and self.crash is None:
            self.crash = error
            self.exit(return_code=1)
