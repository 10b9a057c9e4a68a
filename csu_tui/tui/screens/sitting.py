"""The ground of the meeting screen: the step on screen, what is known of it, and writing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual import on

from csu_tui.desk.desk import Desk
from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import BusyError, RuleError
from csu_tui.domain.ids import StepId
from csu_tui.domain.item import Item
from csu_tui.domain.meeting import Meeting
from csu_tui.domain.stroke import Said
from csu_tui.domain.unit import Agency
from csu_tui.tui.intents import Intents
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.screens.base import DeskScreen
from csu_tui.tui.screens.meeting_keys import EMPTY
from csu_tui.tui.walk import Walk
from csu_tui.tui.widgets.keys import Keys


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What to do with the answer to one write of the meeting; `goes`: to the step that the answer names."""

    done: Callable[[Any], None] | None = None
    undoes: Callable[[], None] | None = None
    goes: bool = False
    again: Callable[[], None] | None = None
    """Asks once more, with the words typed, where somebody else was quicker."""


class Sitting(DeskScreen[None]):
    """What every part of the meeting screen stands on."""

    def __init__(self) -> None:
        super().__init__()
        self.walk = Walk()
        self.meeting: Meeting | None = None
        self.agencies: tuple[Agency, ...] = ()
        self.intents = Intents()
        self.strokes_put = 0
        """How many strokes were queued, moves apart."""
        self.revealed: Item | None = None
        """The report with its personal details, for 15 seconds or until any step."""
        self._item: tuple[StepId, Item] | None = None

    @property
    def step(self) -> Step:
        """The step on screen: a key takes it along, whatever comes next."""
        found = self.walk.step
        if found is None:
            raise RuleError(self.keyed(EMPTY))
        return found

    @property
    def item(self) -> Item:
        """What is known of the step on screen, read once and kept until something was written."""
        step = self.step
        if self._item is None or self._item[0] != step.id:
            self._item = (step.id, self.desk.item(step.id, private=self.csu.private))
        return self._item[1]

    def forget(self) -> None:
        """Read the item anew when it is next drawn."""
        self._item = None

    def action_stroke(self, name: str, number: int = 0) -> None:
        """Do what a key means, or show why not."""
        self.say("")
        try:
            self.stroke(name, number)
        except BusyError:  # the app hears the key again, before those behind it
            raise
        except RuleError as refusal:
            self.say(str(refusal), bad=True)

    def stroke(self, name: str, number: int) -> None:
        """Do what a key means."""
        raise NotImplementedError

    def arrive(self) -> None:
        """Draw the step now on screen and save that it was reached; any step ends a reveal."""
        raise NotImplementedError

    def reach_before(self) -> None:
        """Save the step on screen before a stroke on it: what is decided is never beyond where a meeting goes on."""
        raise NotImplementedError

    def show_keys(self) -> None:
        """Draw the footer for the step on screen."""
        self.query_one(Keys).show(*self.shown_hints())

    def do_end(self) -> None:
        """Go to the checklist."""
        raise NotImplementedError

    def put(
        self,
        job: Callable[[Desk], object],
        *,
        undoes: Callable[[], None] | None = None,
        again: Callable[[], None] | None = None,
    ) -> None:
        """Queue one stroke; what it did is drawn once it is saved. `undoes` runs where it was refused."""
        self.reach_before()
        self.strokes_put += 1
        self.write(job, Asked(undoes=undoes, again=again))

    def put_and_go(self, job: Callable[[Desk], Said], *, undoes: Callable[[], None] | None = None) -> None:
        """Queue one stroke that says which step to go to."""
        self.strokes_put += 1
        self.write(job, Asked(undoes=undoes, goes=True))

    @on(WriteQueue.Saved)
    def _take_answer(self, saved: WriteQueue.Saved) -> None:
        """Draw once for several writes, after the last of them."""
        asked = saved.tag
        if not isinstance(asked, Asked):
            return
        if saved.left == 0 or asked.goes:
            self.refresh_from_desk()
        if saved.left == 0:
            self.intents.clear()
        if asked.done:
            asked.done(saved.result)
        if isinstance(saved.result, Said):
            if asked.goes and saved.result.step is not None and self.walk.to_step(saved.result.step):
                self.arrive()
            self.say(saved.result.words)

    @on(WriteQueue.Refused)
    def _take_refusal(self, refused: WriteQueue.Refused) -> None:
        asked = refused.tag
        if not isinstance(asked, Asked):
            return
        if asked.undoes:
            asked.undoes()
        if refused.stale and asked.again:
            self.call_after_refresh(self.once_on_top, asked.again)

    def asks_again(self, step: Step, words: str, submit: Callable[[Step, str], None]) -> Callable[[], None]:
        """Return what asks again, with the words typed, once somebody else's change is drawn: no words are lost.

        `step` is the one the words were typed for, wherever the screen is; `submit` takes it as it is then.
        """
        hidden = step.sensitive and not self.csu.private

        def ask() -> None:
            from csu_tui.tui.dialogs.words import WordsDialog

            if self.walk.to_step(step.id):
                self.arrive()
                title = "Somebody changed it meanwhile: save your words all the same?"
                now = self.step
                self.ask(WordsDialog(title, words, hidden=hidden), lambda typed: submit(now, typed))

        return ask

    @property
    def hides(self) -> bool:
        """Say whether what is typed now must show as dots (SPEC 10)."""
        return self.step.sensitive and not self.csu.private
