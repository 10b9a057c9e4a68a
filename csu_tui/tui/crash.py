"""An app that keeps the error it died of to itself, for one sentence afterwards (SPEC 10)."""

import asyncio
import logging
import os
import sys
from collections.abc import Mapping
from typing import Any

from rich.console import Console, RenderableType
from textual.app import App

from csu_tui.crash import tell


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
