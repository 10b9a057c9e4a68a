"""An app that leads to Set-up, and asks a new unit its three questions."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from csu_tui.domain.errors import BusyError
from csu_tui.domain.stroke import Said
from csu_tui.domain.unit import Questions
from csu_tui.tui.palette import Command
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.roaming import RoamingApp

if TYPE_CHECKING:
    from csu_tui.tui.dialogs.first import FirstAnswers

FIRST = "First questions: the unit's name, who you are"
NOTHING = Questions(unit=False, person=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked and answered, so that a refusal does not lose it."""

    questions: Questions
    answers: "FirstAnswers"


class UnitApp(RoamingApp):
    """Where the unit says what it is called and how it works."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f9", "setup", "set-up", show=False, id="setup")]

    def places(self) -> tuple[Command, ...]:
        """Return what the palette opens from everywhere; the first questions while any is open, put off or not."""
        words = "Set-up: agencies, officers, kinds, categories, phrases, numbers, wording"
        setup = Command(self.sign("F9"), words, self.action_setup)
        if not self._still_open():
            return (*super().places(), setup)
        return (*super().places(), setup, Command("", FIRST, self.action_questions))

    def action_setup(self) -> None:
        """F9: the unit's lists and settings; where they stand below, as they were left."""
        from csu_tui.tui.screens.setup import SetupScreen

        if any(isinstance(screen, SetupScreen) for screen in self.screen_stack):
            while not isinstance(self.screen, SetupScreen):
                self.pop_screen()
        else:
            self.push_screen(SetupScreen())

    def action_questions(self) -> None:
        """Ask what nobody has answered yet."""
        self._ask(self._still_open())

    def ask_first(self) -> None:
        """Ask a new unit three questions, and a second person who they are; not where F3 has been told already.

        In a window too small for it, or while somebody else saves, the next start asks.
        """
        with suppress(BusyError):
            questions = NOTHING if self.covered else self.desk.to_ask()
            if not questions.unit and self.memory.read() is not None:
                questions = NOTHING
            self._ask(questions)

    def _still_open(self) -> Questions:
        if self.desk.read_only:
            return NOTHING
        try:
            return self.desk.unanswered()
        except BusyError:
            return NOTHING

    def _ask(self, questions: Questions, given: "FirstAnswers | None" = None, refusal: str = "") -> None:
        if not questions:
            return
        from csu_tui.tui.dialogs.first import FirstAnswers, FirstDialog

        def answered(answers: FirstAnswers | None) -> None:
            kept = answers or FirstAnswers()
            self.writes.put(
                lambda desk: desk.start_unit(kept.unit, kept.name, kept.agency_id),
                sender=self,
                tag=Asked(questions, kept),
            )

        lists = (self.desk.agencies(), self.desk.officers())
        dialog = FirstDialog(questions, *lists, self.desk.login, given or FirstAnswers(), refusal, self.sign)
        self.push_screen(dialog, answered)

    @on(WriteQueue.Saved)
    def _first_answered(self, saved: WriteQueue.Saved) -> None:
        if isinstance(saved.tag, Asked) and isinstance(saved.result, Said):
            self.say(saved.result.words)

    @on(WriteQueue.Refused)
    def _first_refused(self, refused: WriteQueue.Refused) -> None:
        """Ask again with what was typed."""
        if isinstance(refused.tag, Asked):
            refused.prevent_default()  # the dialog itself says why
            self._ask(refused.tag.questions, refused.tag.answers, refused.sentence)
