"""The ledger and the reporter: feedback, contacts, and personal details for 15 seconds."""

import time
from collections.abc import Callable
from dataclasses import replace

from textual.timer import Timer

from csu_tui.domain.item import Item
from csu_tui.domain.words import FeedbackState
from csu_tui.tui.screens.reviewing import Reviewing
from csu_tui.tui.screens.sitting import Asked

REVEAL = 15.0
"""Seconds that personal details stay on screen."""
TICK = 0.5
"""Seconds between two looks at how long they still do."""
_NEVER_SETTLED = frozenset({FeedbackState.ANONYMOUS, FeedbackState.DECLINED})


class Telling(Reviewing):
    """Feedback, contact, reveal."""

    clock: Callable[[], float] = staticmethod(time.monotonic)
    """Counts the seconds of a reveal."""
    _timer: Timer | None = None
    _ends = 0.0
    _looks = 0
    """Counts the looks asked for and ended: the answer to an older one is dropped."""

    def do_feedback(self) -> None:
        """Ask for the new state of the ledger."""
        from csu_tui.tui.dialogs.feedback import FeedbackChange, FeedbackDialog

        feedback = self.item.feedback
        dialog = FeedbackDialog(feedback, self.desk.phrases("not appropriate"), hidden=self.sensitive)

        def change(to: FeedbackChange) -> None:
            self.put(
                lambda desk: desk.set_feedback(
                    feedback, to.state, reason=to.reason, means=to.means, wish_changed=to.wish_changed
                )
            )

        self.ask(dialog, change)

    def do_contact(self) -> None:
        """Ask for one attempt to reach the reporter."""
        from csu_tui.tui.dialogs.contact import ContactDialog

        item = self.item
        own = next((agency.id for agency in self.agencies if agency.own), None)
        report_id = item.report.id
        allowed = item.feedback.state not in _NEVER_SETTLED
        dialog = ContactDialog(self.agencies, own, hidden=self.sensitive, settle_allowed=allowed)
        self.ask(dialog, lambda made: self.put(lambda desk: desk.contact(report_id, made)))

    def do_reveal(self) -> None:
        """Show personal details for 15 seconds, once the look is recorded; again restarts."""
        if self.csu.private:
            self.say("Details are shown already: F7 hides them.")
            return
        step = self.step
        self._looks += 1
        look = self._looks

        def seen(item: Item) -> None:
            if look == self._looks and self.step.id == step.id:
                self.revealed = replace(item, step=self.step)
                self._ends = self.clock() + REVEAL
                self._restart(self.set_interval(TICK, self.tick_reveal))
                self.draw()

        self.write(lambda desk: desk.reveal(step.report_id), Asked(seen))

    @property
    def reveal_left(self) -> int | None:
        """How many seconds personal details are still shown; None where they are not."""
        return None if self.revealed is None else max(1, round(self._ends - self.clock()))

    def tick_reveal(self) -> None:
        """Count a reveal down, and end it in its time."""
        if self.clock() >= self._ends:
            self.hide()
        else:
            self.draw()

    def hide(self) -> None:
        """End a reveal, also one still on its way."""
        self._looks += 1
        self._restart(None)
        if self.revealed is not None:
            self.revealed = None
            self.draw()

    def _restart(self, timer: Timer | None) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = timer
