"""An officer's actions: mine, my agency's or all, oldest due first (SPEC 4.2)."""

from bisect import bisect_left
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType

from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import ActionId, ReportId
from csu_tui.domain.item import Item
from csu_tui.domain.listed import Listed, ListedAction
from csu_tui.domain.reference import action_ref, report_ref
from csu_tui.domain.stroke import ActionFilter
from csu_tui.tui.identity import Me, doubt, known_by_login
from csu_tui.tui.palette import Command
from csu_tui.tui.present.duties import action_row
from csu_tui.tui.present.duty import action_duty
from csu_tui.tui.present.line import Line, Role, piece
from csu_tui.tui.present.page import Page
from csu_tui.tui.present.phrase import plural
from csu_tui.tui.screens.acting_desk import ActingDesk
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.widgets.keys import Hint

MINE, AGENCY, ALL = "MINE", "MY AGENCY", "ALL AGENCIES"
STROKES = (
    ("d", "done", "done", "done, with the outcome; of a visit, call, letter or e-mail also whether reached"),
    ("l", "contact", "contact", "log a visit, call, letter or e-mail to the reporter; it may settle the feedback"),
    ("f", "feedback", "feedback", "whether the reporter has been told"),
    ("o", "redate", "new date", "a new date, with a reason"),
    ("a", "hand_over", "hand over", "hand over to another agency or officer"),
    ("b", "not_possible", "not possible", "not possible: circumstances changed"),
    ("k", "not_undertaken", "not undertaken", "not undertaken: the agency did not do it"),
    ("e", "edit", "edit", "edit the action's words and due date"),
    ("c", "comment", "note", "a note, which joins the action's words with your name"),
)
"""Key, stroke, what the footer says, what help says."""


class ActionsScreen(ActingDesk):
    """My open actions first; w shows others', / narrows them."""

    NAME = "ACTIONS"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, "".join(("stroke('", name, "')")), words, show=False, id=".".join(("actions", name)))
        for key, name, words, _ in STROKES
    ]
    EXPLAINED = (
        ("", "Actions"),
        ("w", "whose: mine, my agency's, all"),
        ("/", "narrow the list by what you type: reference, agency, officer, kind, words, headline, place"),
        *((key, explained) for key, _, _, explained in STROKES),
        ("z", "undo my newest change of this sitting"),
        ("v", "personal details for 15 seconds; it is recorded; moving on ends it"),
        ("enter", "the whole record of its report, from which everything can be done; esc: the list again"),
        ("y", "copy the reference"),
        ("esc", "take the filter away"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.whose = MINE

    def on_mount(self) -> None:
        """Ask once who this is, where the operating-system user does not say."""
        self.call_after_refresh(self.once_on_top, self._ask_once)

    def _ask_once(self) -> None:
        if self.me is None:
            self.ask_who()

    def ask_who(self) -> None:
        """Ask who is at this computer, and remember it."""
        from csu_tui.tui.dialogs.i_am import IAmDialog

        if me := known_by_login(self.desk):
            self.say(" ".join(("Your user", self.desk.login, "belongs to", me.officer, "of", me.agency + ".")))
            return

        def answered(me: Me | None) -> None:
            if me is None:
                self.whose = ALL
            else:
                self.whose = MINE if me.officer_id else AGENCY
                try:
                    self.csu.memory.keep(me.agency, me.officer)
                except RuleError as refusal:
                    self.say(str(refusal), bad=True)
            self.refresh_from_desk()

        lists = (self.desk.agencies(), self.desk.officers())
        self.app.push_screen(IAmDialog(*lists, self.desk.login, doubt(self.desk, self.csu.memory)), answered)

    def commands(self) -> tuple[Command, ...]:
        """Return this screen's keys by name, and what has none."""
        return (*super().commands(), Command("", "I am …: who is at this computer", self.ask_who))

    def fetch(self) -> Listed[ListedAction]:
        """Read the open actions that are looked at."""
        me, wanted = self.me, ActionFilter()
        if self.whose == MINE and me:
            wanted = ActionFilter(me.agency_id, me.officer_id)
        elif self.whose == AGENCY and me:
            wanted = ActionFilter(me.agency_id)
        elif me is None and self.whose != ALL:
            return Listed()
        return self.desk.action_list(wanted, private=self.csu.private)

    def row(self, at: int, *, here: bool, room: int) -> tuple[Line, ...]:
        """Draw an action."""
        return action_row(
            self.rows[at], here=here, room=room, today=self.desk.today(), named=self.whose == ALL, tall=self.tall
        )

    def tell(self) -> tuple[Line, Line]:
        """Say whose they are, how many and how many overdue."""
        rows, today = self.rows, self.desk.today()
        late = bisect_left(rows, today, key=_due)
        whose = {MINE: self.me.officer or self.me.agency, AGENCY: self.me.agency}.get(self.whose, "") if self.me else ""
        words = [piece(" " + self.whose, Role.HEAD), piece("  " + whose if whose else "")]
        words.append(piece("  " + plural(len(rows), "open action")))
        if late:
            words.append(piece("".join((", ", str(late), " overdue")), Role.BAD))
        if len(self.found) != len(rows):
            words.append(piece("".join((" · ", str(len(self.found)), " fit")), Role.WARN))
        return tuple(words), (
            piece(self.sign("w"), Role.KEY),
            piece(" whose  "),
            piece(self.sign("/"), Role.KEY),
            piece(" filter "),
        )

    def empty(self) -> str:
        """Say why there is none."""
        if len(self.rows):
            return "No action has that in it: escape takes the filter away."
        if self.me is None and self.whose != ALL:
            return self.keyed("Who are you? {w} shows everybody's actions.")
        if self.whose == MINE:
            return self.keyed("No open action names you. {w} shows your agency's, {w} again everybody's.")
        return "No open action."

    def page_of(self, item: Item, room: int) -> Page:
        """Lay out the action at the arrow."""
        listed = self.here.action
        action = next((one for one in item.actions if one.id == listed.id), listed)
        subjects = (action_ref(action.id), report_ref(item.report.id))
        record = tuple(one for name in subjects for one in self.desk.changes(name, private=item.report.shown))
        return action_duty(item, action, record, self.desk.today(), room, reveal_left=self.reveal_left, sign=self.sign)

    def report_here(self) -> ReportId | None:
        """Return the report of the action at the arrow."""
        return self.here.action.report_id if self.found else None

    def action_here(self) -> ActionId | None:
        """Return the action at the arrow."""
        return self.here.action.id if self.found else None

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys."""
        acts = tuple(Hint(key, words, key) for key, _, words, _ in STROKES) if self.found else ()
        others = (
            Hint("w", "whose", "w"),
            Hint("/", "filter", "slash"),
            Hint("enter", "the record", "enter"),
            Hint("z", "undo", "z"),
            Hint("v", "reveal", "v"),
            HELP,
        )
        return (acts, others) if acts else (others,)

    def action_whose(self) -> None:
        """W: mine, my agency's, all, and round again."""
        if self.me is None:
            if self.whose == ALL:
                self.ask_who()
            self.whose = ALL
        else:
            order = (MINE, AGENCY, ALL) if self.me.officer_id else (AGENCY, ALL)
            self.whose = order[(order.index(self.whose) + 1) % len(order)] if self.whose in order else order[0]
        self.refresh_from_desk()

    def do_copy(self) -> None:
        """Y: copy the reference."""
        self.csu.copy(action_ref(self.action.id))


def _due(listed: ListedAction) -> date:
    return listed.action.due
