"""The strokes of an officer's desk: queued in key order, each with what was seen; clashes told in words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on

from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import BusyError, RuleError
from csu_tui.domain.stroke import Said
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.screens.revealing import Revealing


@dataclass(frozen=True, slots=True, eq=False)
class Put:
    """What to do with the answer to one write of a desk: `again` asks once more where somebody else was quicker."""

    done: Callable[[Any], None] | None = None
    again: Callable[[], None] | None = None


class Stroking(Revealing):
    """Write, and hear what came of it."""

    LOOKS: ClassVar[frozenset[str]] = frozenset({"copy"})
    """Strokes that change nothing, and so work on a read-only screen too."""

    def put(
        self,
        job: Callable[[Desk], object],
        *,
        done: Callable[[Any], None] | None = None,
        again: Callable[[], None] | None = None,
    ) -> None:
        """Queue one stroke; what it did is drawn once it is saved."""
        self.write(job, Put(done, again))

    @on(WriteQueue.Saved)
    def _take_answer(self, saved: WriteQueue.Saved) -> None:
        if not isinstance(saved.tag, Put):
            return
        if saved.left == 0:
            self.refresh_from_desk()
        if saved.tag.done:
            saved.tag.done(saved.result)
        if isinstance(saved.result, Said):
            self.say(saved.result.words)

    @on(WriteQueue.Refused)
    def _take_refusal(self, refused: WriteQueue.Refused) -> None:
        if isinstance(refused.tag, Put) and refused.stale and refused.tag.again:
            self.call_after_refresh(self.once_on_top, refused.tag.again)

    def action_stroke(self, name: str) -> None:
        """Do what a key means, or show why not."""
        if name not in self.LOOKS and self.looks_only():
            return
        try:
            getattr(self, "do_" + name)()
        except BusyError:  # the app hears the key again, before those behind it
            raise
        except RuleError as refusal:
            self.say(str(refusal), bad=True)
