"""The whole record of one report, from which every stroke of the other screens works (SPEC 4.4)."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from csu_tui.domain.action import Action
from csu_tui.domain.change import Change
from csu_tui.domain.errors import RuleError
from csu_tui.domain.heard import Heard
from csu_tui.domain.ids import ActionId, ReportId
from csu_tui.domain.item import Item
from csu_tui.domain.reference import action_ref, report_ref
from csu_tui.domain.words import ActionStatus
from csu_tui.tui.identity import who_am_i
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.page import Page
from csu_tui.tui.present.record import Record, record_page
from csu_tui.tui.screens.acting import Acting
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.screens.group_starting import GroupStarting
from csu_tui.tui.screens.signing import Signing
from csu_tui.tui.screens.stroking import Stroking
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from csu_tui.tui.dialogs.group import Picked

ON_ACTION = (
    ("d", "done", "done", "done, with the outcome; of a visit, call, letter or e-mail also whether reached"),
    ("b", "not_possible", "not possible", "not possible: circumstances changed"),
    ("k", "not_undertaken", "not undertaken", "not undertaken: the agency did not do it"),
    ("o", "redate", "new date", "a new date, with a reason"),
    ("a", "hand_over", "hand over", "hand over to another agency or officer"),
    ("c", "comment", "note", "a note, which joins the action's words with your name"),
)
"""Key, stroke, what the footer says, what help says."""
ON_REPORT = (
    ("l", "contact", "contact", "log a visit, call, letter or e-mail to the reporter; it may settle the feedback"),
    ("f", "feedback", "feedback", "whether the reporter has been told"),
    ("e", "edit", "edit", "at an action its words and due date; at the report its risk, category, qualifier, place"),
    ("g", "group", "group", "its Task and Finish Group; or put it into one, or start one"),
    ("R", "case_review", "case review", "ASB Case Review: raise one, or decide or close the one that stands"),
    ("z", "undo", "undo", "undo my newest change of this sitting"),
    ("v", "reveal", "reveal", "personal details for 15 seconds; it is recorded; leaving ends it"),
    ("y", "copy", "copy", "copy the reference of what the arrow is at"),
)


class ReportScreen(Stroking, Signing, Acting, GroupStarting):
    """Shows one report with its actions, contacts, meetings and changes; tab puts the arrow at the next action."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,left,enter", "leave", "back", show=False),
        Binding("tab", "choose(1)", "next action", show=False),
        Binding("shift+tab", "choose(-1)", "action before", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        *(
            Binding(key, "".join(("stroke('", name, "')")), words, show=False, id=".".join(("report", name)))
            for key, name, words, _ in (*ON_ACTION, *ON_REPORT)
        ),
    ]
    EXPLAINED = (
        ("", "One report"),
        ("tab", "the arrow at the next action, after the last one at the report (shift+tab back)"),
        *((key, explained) for key, _, _, explained in (*ON_ACTION, *ON_REPORT)),
        ("↑ ↓", "scroll"),
        ("esc", "back"),
    )
    DEFAULT_CSS = "ReportScreen Pane { height: 1fr; }"

    def __init__(self, report_id: ReportId) -> None:
        super().__init__()
        self._report_id = report_id
        self._item: Item | None = None
        self._heard: tuple[Heard, ...] = ()
        self._changes: tuple[Change, ...] = ()
        self._chosen: ActionId | None = None
        self._drawn = False
        self.pane = Pane()

    def compose_body(self) -> ComposeResult:
        """Lay out the pane."""
        yield self.pane

    def read(self) -> None:
        """Read it all; only in PRIVATE with personal details. At first the arrow is at the first open action."""
        private = self.csu.private
        first = self._item is None
        self.me = who_am_i(self.desk, self.csu.memory)
        self._item = self.desk.report(self._report_id, private=private)
        self._heard = self.desk.heard(self._report_id, private=private)
        self._changes = self.desk.record_of(self._item)
        if private:
            self.hide()
        standing = [action.id for action in self._item.actions]
        if first:
            still = (action.id for action in self._item.actions if action.status is ActionStatus.OPEN)
            self._chosen = next(still, None)
        elif self._chosen not in standing:
            self._chosen = None

    @property
    def item(self) -> Item:
        """Everything known of the report."""
        if self._item is None:
            raise RuleError(report_ref(self._report_id) + " could not be read.")
        return self._item

    @property
    def action(self) -> Action:
        """The action at the arrow."""
        if (found := next((one for one in self.item.actions if one.id == self._chosen), None)) is not None:
            return found
        if self.item.actions:
            raise RuleError("The arrow is at the report: tab puts it at an action.")
        raise RuleError("No action was made for this report.")

    def to_action(self, action: Action) -> None:
        """Put the arrow at an action."""
        self._chosen = action.id
        self.refresh_from_desk()

    def report_here(self) -> ReportId | None:
        """Return the report."""
        return self._report_id

    def draw(self) -> None:
        """Draw it, its place kept while it is the same."""
        self.draw_details()

    def draw_details(self) -> None:
        """Draw it, with the details that a look showed."""
        if self._item is None:
            return
        today, left = self.desk.today(), self.reveal_left
        record = Record(self.revealed or self._item, self._heard, self._changes, self._chosen)

        def page(room: int) -> Page:
            return record_page(record, today, room, reveal_left=left)[0]

        self.pane.show(page, again=self._drawn)
        self._drawn = True

    def top(self) -> Top:
        """Say which report."""
        return Top(
            "REPORT",
            self.desk.now(),
            place=report_ref(self._report_id),
            private=self.csu.private,
            clock_is_set=self.desk.clock_is_set,
            read_only=self.desk.read_only,
        )

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys: those of the action at the arrow first."""
        choose = (Hint("tab", "action", "tab"),) if self._item and self._item.actions else ()
        on_report = tuple(Hint(key, words, key) for key, _, words, _ in ON_REPORT)
        leave = (*choose, Hint("esc", "back", "escape"), HELP)
        if self._chosen is None:
            return ((*on_report, *leave),)
        return tuple(Hint(key, words, key) for key, _, words, _ in ON_ACTION), (*on_report, *leave)

    def do_edit(self) -> None:
        """Edit the action at the arrow, or the report."""
        if self._chosen is not None:
            self.edit_action(self.open_action)
            return
        from csu_tui.tui.dialogs.edit import EditReportDialog

        report = self.item.report
        dialog = EditReportDialog(report, self.desk.categories())
        self.ask(dialog, lambda edit: self.put(lambda desk: desk.edit_report(report, edit)))

    def do_comment(self) -> None:
        """Ask for a note on the action at the arrow."""
        self.ask_note()

    def do_reveal(self) -> None:
        """Show personal details for 15 seconds."""
        self.begin_reveal(lambda report_id, seen: self.put(lambda desk: desk.reveal(report_id), done=seen))

    def do_undo(self) -> None:
        """Undo my newest change of this sitting."""
        self.put(lambda desk: desk.undo())

    def do_copy(self) -> None:
        """Copy the reference of what the arrow is at."""
        self.csu.copy(report_ref(self._report_id) if self._chosen is None else action_ref(self._chosen))

    def do_group(self) -> None:
        """Go to its group; where it has none, ask which takes it."""
        from csu_tui.tui.dialogs.group import Begin, PickGroupDialog

        item, report_id = self.item, self._report_id
        if theirs := next((one.group_id for one in item.groups if not one.closed), None):
            from csu_tui.tui.screens.group import GroupScreen

            self.app.push_screen(GroupScreen(theirs))
            return

        place = item.report.place.public()
        named = "" if item.report.sensitive else ", ".join(part for part in (place.street, place.locality) if part)

        def picked(one: "Picked") -> None:
            group_id = one.group_id
            if group_id is None:
                self.ask_start(named, Begin("this report", (report_id,)))
            else:
                self.put(lambda desk: desk.add_to_group(group_id, (report_id,)))

        groups = self.desk.groups(open_only=True, private=self.csu.private)
        if groups:
            self.ask(PickGroupDialog(groups, self.desk.today()), picked)
        else:
            self.ask_start(named, Begin("this report", (report_id,)))

    def action_leave(self) -> None:
        """Escape: back."""
        self.hide()
        self.dismiss()

    def action_choose(self, by: int) -> None:
        """Tab: the arrow at the next action, in turn with the report itself."""
        if self._item is None:
            return
        turn: list[ActionId | None] = [None, *(action.id for action in self._item.actions)]
        self._chosen = turn[(turn.index(self._chosen) + by) % len(turn)]
        self.show_all()
        record = Record(self._item, self._heard, self._changes, self._chosen)
        self.pane.keep_line(record_page(record, self.desk.today(), self.pane.size.width)[1])

    def action_scroll(self, lines: int) -> None:
        """Arrows."""
        self.pane.scroll_lines(lines)

    def action_page(self, pages: int) -> None:
        """Page keys."""
        self.pane.scroll_screens(pages)
