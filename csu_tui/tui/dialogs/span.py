"""Any two dates, or a span by its name."""

from datetime import date, timedelta
from functools import partial

from csu_tui.domain.dates import read_day, say_day
from csu_tui.domain.errors import RuleError
from csu_tui.domain.span import Span, month_of, read_month, read_year, year_of
from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.page import Page

FORMS = "A first day (14/3, 1 Apr 2021), or a whole span: 2020-21, March 2022."


class SpanDialog(Ask[Span]):
    """Asks for the first day and then for the last; a year or a month typed is the whole of it."""

    def __init__(self, today: date) -> None:
        super().__init__("Figures of")
        self._today = today

    def opening(self) -> Page:
        """Ask for the first day, or a span by its name."""
        this, year = month_of(self._today), year_of(self._today)
        days = Span(self._today - timedelta(days=27), self._today)
        spans = (
            ("this month", this),
            ("last month", this.moved(-1)),
            ("the last 28 days", days),
            ("this financial year", year),
            ("last financial year", year.moved(-1)),
        )
        choices = tuple(Choice(words, partial(self.finish, span), "", span.say()) for words, span in spans)
        return Page("From", choices, self._from, about=FORMS, enter="next", preview=self._preview)

    def _from(self, text: str) -> None:
        span = _whole(text)
        if span is not None:
            self.finish(span)
            return
        first = read_day(text, self._today)
        choice = Choice("today", partial(self._to, first, "today"), "", say_day(self._today, self._today))
        about = " ".join(("From", say_day(first, self._today) + "."))
        take = partial(self._to, first)
        self.turn(Page("To", (choice,), take, about=about, enter="shows", preview=self._preview, back=self._restart))

    def _to(self, first: date, text: str) -> None:
        self.finish(Span(first, read_day(text, self._today)))

    def _restart(self) -> None:
        self.turn(self.opening())

    def _preview(self, text: str) -> str:
        try:
            span = _whole(text)
            return span.say() if span else say_day(read_day(text, self._today), self._today)
        except RuleError:
            return ""


def _whole(text: str) -> Span | None:
    """Read a year or a month; None where it is neither."""
    for read in (read_year, read_month):
        try:
            return read(text)
        except RuleError:
            continue
    return None
