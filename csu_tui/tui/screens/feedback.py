"""Who is owed an answer, by when, how they want it and whose job it is; and the proof (SPEC 4.3)."""

from datetime import date, timedelta
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from csu_tui.domain.feedback import Proof, overdue, settled
from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import Item
from csu_tui.domain.listed import Listed, ListedFeedback
from csu_tui.domain.reference import report_ref
from csu_tui.tui.present.duties import feedback_row
from csu_tui.tui.present.duty import feedback_duty
from csu_tui.tui.present.line import Line, Role, piece, wrapped
from csu_tui.tui.present.page import Page
from csu_tui.tui.present.phrase import plural
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.screens.telling_desk import TellingDesk
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.paper import Paper

NOTHING = "No report was decided this month or last: there is nothing to prove yet."
"""What stands in the place of the proof."""


class FeedbackScreen(TellingDesk):
    """Those to be told first; s shows the settled ones too."""

    NAME = "FEEDBACK"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "stroke('contact')", "contact", show=False, id="feedback.contact"),
        Binding("f", "stroke('feedback')", "feedback", show=False, id="feedback.change"),
        Binding("b", "seen", "seen before", show=False, id="feedback.seen"),
        Binding("s", "settled", "settled", show=False, id="feedback.settled"),
    ]
    EXPLAINED = (
        ("", "Feedback"),
        ("l", "log a visit, call, letter or e-mail to the reporter; it may settle the feedback"),
        ("f", "the new state of the feedback, by its letter"),
        ("b", "all that was seen before of the report at the arrow"),
        ("s", "the settled ones too, of meetings since the month began that the proof counts"),
        ("w", "whose: everybody's, my agency's"),
        ("/", "narrow the list by what you type"),
        ("z", "undo my newest change of this sitting"),
        ("v", "personal details for 15 seconds; it is recorded; moving on ends it"),
        ("enter", "the whole record of the report, from which everything can be done; esc: the list again"),
        ("y", "copy the reference"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.only_mine = False
        self.with_settled = False
        self.proof = Proof()
        self.month = date.min
        """The first day of the month that the proof is of."""
        self.proven = Paper()

    def compose_above(self) -> tuple[Widget, ...]:
        """Put the proof above everything."""
        return (self.proven,)

    def fetch(self) -> Listed[ListedFeedback]:
        """Read the ledger and the proof: of this month, or of the last one where nothing is decided yet in this."""
        self.month = self.desk.today().replace(day=1)
        self.proof = self.desk.proof(self.month)
        if not self.proof.reports:
            self.month = (self.month - timedelta(days=1)).replace(day=1)
            self.proof = self.desk.proof(self.month)
        return self.desk.ledger_list(
            agency_id=self.me.agency_id if self.only_mine and self.me else None,
            settled_since=self.month if self.with_settled else None,
            private=self.csu.private,
        )

    def draw(self) -> None:
        """Draw the proof, and the rest."""
        this = self.month == self.desk.today().replace(day=1)
        said, role = NOTHING, Role.TEXT
        if self.proof.reports:
            said = self.proof.say("this month" if this else "in " + self.month.strftime("%B %Y"))
            role = Role.WARN if self.proof.outstanding else Role.GOOD
        self.proven.show(lambda room: tuple(wrapped(said, room - 1, role, " ", " ")))
        super().draw()

    def row(self, at: int, *, here: bool, room: int) -> tuple[Line, ...]:
        """Draw one report's line of the ledger."""
        return feedback_row(self.rows[at], here=here, room=room, today=self.desk.today(), tall=self.tall)

    def tell(self) -> tuple[Line, Line]:
        """Say how many are owed an answer and how many are overdue."""
        today = self.desk.today()
        owed = [one.feedback for one in self.rows if not settled(one.feedback)]
        late = sum(overdue(line, today) for line in owed)
        whose = self.me.agency if self.only_mine and self.me else "ALL AGENCIES"
        words = [piece(" " + whose, Role.HEAD), piece("  " + plural(len(owed), "answer") + " owed")]
        if late:
            words.append(piece("".join((", ", str(late), " overdue")), Role.BAD))
        if self.with_settled:
            words.append(piece("".join((" · ", str(len(self.rows) - len(owed)), " settled")), Role.GOOD))
        if len(self.found) != len(self.rows):
            words.append(piece("".join((" · ", str(len(self.found)), " fit")), Role.WARN))
        keys = ((self.sign("w"), " whose  "), (self.sign("s"), " settled  "), (self.sign("/"), " filter "))
        return tuple(words), tuple(one for key, said in keys for one in (piece(key, Role.KEY), piece(said)))

    def empty(self) -> str:
        """Say why there is none."""
        if len(self.rows):
            return "No report has that in it: escape takes the filter away."
        if self.only_mine:
            return self.keyed("Your agency owes nobody an answer. {w} shows everybody's.")
        if self.with_settled or not self.proof.reports:
            yet = "Nobody is owed an answer yet: a report comes here once a meeting decides it. "
            return yet + self.keyed("{F2} is the meeting.")
        return self.keyed("Nobody is owed an answer. {s} shows who was told.")

    def page_of(self, item: Item, room: int) -> Page:
        """Lay out the report at the arrow."""
        record = self.desk.changes(report_ref(item.report.id))
        hidden = self.keyed("as the details say, which are hidden: {v}") if not item.report.shown else ""
        route = self.here.route or hidden
        return feedback_duty(item, record, route, self.desk.today(), room, reveal_left=self.reveal_left, sign=self.sign)

    def report_here(self) -> ReportId | None:
        """Return the report at the arrow."""
        return self.here.feedback.report_id if self.found else None

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        acts = (Hint("l", "contact", "l"), Hint("f", "feedback", "f")) if self.found else ()
        return (
            (
                *acts,
                Hint("s", "without settled" if self.with_settled else "settled too", "s"),
                Hint("w", "whose", "w"),
                Hint("/", "filter", "slash"),
                Hint("enter", "the record", "enter"),
                Hint("z", "undo", "z"),
                Hint("v", "reveal", "v"),
                HELP,
            ),
        )

    def action_settled(self) -> None:
        """S: with those settled, or without."""
        self.with_settled = not self.with_settled
        self.refresh_from_desk()

    def action_whose(self) -> None:
        """W: everybody's, or my agency's."""
        if self.me is None:
            self.say(self.keyed("{F3} asks who you are: then {w} shows your agency's."), bad=True)
            return
        self.only_mine = not self.only_mine
        self.refresh_from_desk()

    def action_seen(self) -> None:
        """B: what was seen before of the report at the arrow."""
        from csu_tui.tui.screens.seen import SeenScreen

        if (report_id := self.report_here()) is not None:
            self.app.push_screen(SeenScreen(report_id))

    def do_copy(self) -> None:
        """Y: copy the reference."""
        self.csu.copy(report_ref(self.item.report.id))
