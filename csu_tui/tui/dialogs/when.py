"""A new due date."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from csu_tui.domain.dates import read_due, say_day
from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.days import DATES, say_due
from csu_tui.tui.dialogs.page import Page, phrase_page

_OFTEN = (("the next working day", "+1"), ("in 2 working days", "+2"), ("in 5 working days", "+5"))


@dataclass(frozen=True, slots=True)
class NewDate:
    """The day an action is carried over to, and why."""

    day: date
    why: str


class DueDialog(Ask[NewDate]):
    """Asks for the day, typed the British way or picked, and then why."""

    def __init__(self, title: str, today: date, phrases: tuple[str, ...], *, hidden: bool = False) -> None:
        super().__init__(title)
        self._today = today
        self._phrases = phrases
        self._hidden = hidden

    def opening(self) -> Page:
        """Ask for the day."""
        choices = tuple(Choice(words, partial(self._dated, text), "", self._say(text)) for words, text in _OFTEN)
        return Page("New date", choices, self._dated, about=DATES, enter="next", preview=self._say)

    def _say(self, text: str) -> str:
        return say_due(text, self._today)

    def _dated(self, text: str) -> None:
        due = read_due(text, self._today)
        about = "To " + say_day(due.day, self._today) + (" (" + due.note + ")" if due.note else "")
        take = partial(self._explained, due.day)
        self.turn(phrase_page("Why", self._phrases, take, hidden=self._hidden, about=about, back=self._restart))

    def _restart(self) -> None:
        self.turn(self.opening())

    def _explained(self, day: date, why: str) -> None:
        self.finish(NewDate(day, why))
