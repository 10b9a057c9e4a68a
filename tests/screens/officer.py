"""An officer at a desk of their own: one plain command after the other, every tenth of a second."""

import os
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.screens.room import PROGRAM, environment

BEAT = 0.1  # seconds
AT_ONCE = 3
"""Commands that run at one time, where they take longer than a beat."""
PATIENCE = 60.0


class Officer:
    """Contacts, finishes and re-dates in turn until the block is left; each command has words of its own.

    Redates run over `carried`, finishes take one of `ending` after the other, contacts run over `reports`.
    """

    def __init__(self, folder: Path, *, reports: Sequence[int], carried: Sequence[int], ending: Sequence[int]) -> None:
        self._folder = folder
        self._environment = {**os.environ, **environment(folder)}
        self._reports, self._carried, self._ending = reports, carried, list(ending)
        self._over = threading.Event()
        self._done = threading.Condition()
        self._thread = threading.Thread(target=self._work)
        self.acknowledged: list[list[str]] = []
        """The commands that said they were done."""
        self.refused: list[str] = []
        """What the others said."""

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    def wait_until(self, acknowledged: int) -> None:
        """Wait until this many commands were done, however slow the machine is."""
        with self._done:
            assert self._done.wait_for(lambda: len(self.acknowledged) >= acknowledged, PATIENCE), self.refused

    def _work(self) -> None:
        running: list[tuple[list[str], subprocess.Popen[str]]] = []
        number = 0
        while not self._over.wait(BEAT):
            running = [one for one in running if not self._ended(*one)]
            if len(running) < AT_ONCE:
                number += 1
                command = self._command(number)
                running.append((command, self._start(command)))
        for command, process in running:
            process.wait(PATIENCE)
            self._ended(command, process)

    def _command(self, number: int) -> list[str]:
        words, turn = f"stroke {number}.", number % 3
        if turn == 1 and self._ending:
            return ["done", f"A{self._ending.pop(0)}", words]
        if turn == 2:
            return ["redate", f"A{self._carried[number // 3 % len(self._carried)]}", "20/4", words]
        report = self._reports[number // 3 % len(self._reports)]
        return ["contact", f"R{report}", "visit", "--no-answer", "--note", words]

    def _start(self, command: list[str]) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [*PROGRAM, *command],
            env=self._environment,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def _ended(self, command: list[str], process: "subprocess.Popen[str]") -> bool:
        if process.poll() is None:
            return False
        said = process.communicate()[1]
        with self._done:
            if process.returncode == 0:
                self.acknowledged.append(command)
            else:
                self.refused.append(f"{' '.join(command)}: {said}")
            self._done.notify_all()
        return True
