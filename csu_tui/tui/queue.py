"""The session's one queue of writes: a thread beside the screens, in the order of the keys."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.message_pump import MessagePump

from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import RuleError, StaleError

if TYPE_CHECKING:
    from textual.app import App

SLOW = 0.3
"""Seconds after which a person is told why they wait."""

Job = Callable[[Desk], object]


@dataclass(frozen=True, slots=True)
class _Order:
    job: Job
    sender: MessagePump
    tag: object
    asked: float


class WriteQueue:
    """Runs writes one after the other and tells each sender what came of its own.

    A write may wait for another person's; the screens never wait for it.
    """

    @dataclass
    class Saved(Message, bubble=False):
        """A write was done; `result` is what it returned, `left` how many are still to come."""

        result: Any
        tag: object
        left: int

    @dataclass
    class Refused(Message, bubble=False):
        """A write was refused in one sentence and nothing was changed; `stale`: somebody else changed the same."""

        sentence: str
        tag: object
        left: int
        stale: bool

    @dataclass
    class Delivery(Message, bubble=False):
        """For the app: hand `message` to `sender`, now or once nothing covers the screens."""

        sender: MessagePump
        message: Message

    class Asked(Message, bubble=False):
        """For the app: a write was put into the queue."""

    @dataclass
    class Broke(Message, bubble=False):
        """For the app: a write met an error that is no refusal."""

        error: Exception

    def __init__(self, desk: Desk, app: "App[Any]") -> None:
        self._desk = desk
        self._app = app
        self._orders: SimpleQueue[_Order] = SimpleQueue()
        self._changed = threading.Condition()
        self._waiting: list[_Order] = []
        self._thread = threading.Thread(target=self._run, name="csu-tui-writes", daemon=True)

    @property
    def waiting(self) -> int:
        """How many writes are not finished."""
        return len(self._waiting)

    @property
    def slow(self) -> bool:
        """Say whether the oldest unfinished write has waited long enough to be mentioned."""
        oldest = min((order.asked for order in tuple(self._waiting)), default=float("inf"))
        return time.monotonic() - oldest > SLOW

    def put(self, job: Job, *, sender: MessagePump, tag: object = None, unseen: bool = False) -> None:
        """Do `job` after all that came before it; `sender` gets `Saved` or `Refused`, each with `tag`.

        With `unseen` it waits for nobody and nobody is told that it takes its time.
        """
        order = _Order(job, sender, tag, float("inf") if unseen else time.monotonic())
        with self._changed:
            self._waiting.append(order)
        if not self._thread.is_alive():
            self._thread.start()
        self._orders.put(order)
        self._app.post_message(self.Asked())

    def drain(self, timeout: float) -> bool:
        """Wait at most `timeout` seconds until every write is finished; False if one is not."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._waiting, timeout)

    def _run(self) -> None:
        while True:
            order = self._orders.get()
            message: Message
            try:
                result = order.job(self._desk)
            except RuleError as refusal:
                message = self.Refused(str(refusal), order.tag, self.waiting - 1, isinstance(refusal, StaleError))
            except Exception as error:  # it is raised again on the screens' thread, where the crash path is
                self._app.post_message(self.Broke(error))
                return
            else:
                message = self.Saved(result, order.tag, self.waiting - 1)
            # Told before it counts as finished: who drains the queue finds the answer posted.
            self._app.post_message(self.Delivery(order.sender, message))
            with self._changed:
                self._waiting.remove(order)
                self._changed.notify_all()
