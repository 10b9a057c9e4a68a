"""The whole record of one report, from which every stroke of the other screens works (SPEC 4.4)."""

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from csu_tui.domain.action import Action
from csu_tui.domain.change import Change
from csu_tui.domain.errors import RuleError
from csu_tui.domain.heard import Heard
from csu_tui.domain.ids import ActionId, ReportId
from csu_tui.domain.item import Item
from csu_tui.domain.reference import report_ref
from csu_tui.domain.words import ActionStatus
from csu_tui.tui.identity import who_am_i
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.page import Page
from csu_tui.tui.present.record import Record, record_page
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.screens.report_desk import ON_ACTION, ON_BOTH, ON_REPORT, ReportDesk
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.pane import Pane


class ReportScreen(ReportDesk):
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
            for key, name, words, _ in (*ON_ACTION, *ON_REPORT[1:], *ON_BOTH)
        ),
    ]
    EXPLAINED = (
        ("", "One report"),
        ("tab", "the arrow at the next action, open ones first, after the last one at the report (shift+tab back)"),
        *((key, explained) for key, _, _, explained in (*ON_ACTION, *ON_REPORT, *ON_BOTH)),
        ("↑ ↓", "scroll"),
        ("esc", "back"),
    )
    DEFAULT_CSS = "ReportScreen Pane { height: 1fr; }"

    def __init__(self, report_id: ReportId, chosen: ActionId | None = None) -> None:
        super().__init__()
        self.report_id = report_id
        self.chosen = chosen
        self._item: Item | None = None
        self._heard: tuple[Heard, ...] = ()
        self._changes: tuple[Change, ...] = ()
        self._looked: Record | None = None
        """The record as a look shows it, read once."""
        self._drawn = False
        self.pane = Pane()

    def compose_body(self) -> ComposeResult:
        """Lay out the pane."""
        yield self.pane

    def on_mount(self) -> None:
        """Begin at the action that it was opened for."""
        if self.chosen is not None:
            self.call_after_refresh(self._keep_in_sight)

    def read(self) -> None:
        """Read it all; only in PRIVATE with personal details."""
        private = self.csu.private
        self.me = who_am_i(self.desk, self.csu.memory)
        self._item = self.desk.report(self.report_id, private=private)
        self._heard = self.desk.heard(self.report_id, private=private)
        self._changes = self.desk.record_of(self._item)
        if private:
            self.hide()
        self.renew_reveal()
        if self.chosen not in [action.id for action in self._item.actions]:
            self.chosen = None

    @property
    def item(self) -> Item:
        """Everything known of the report."""
        if self._item is None:
            raise RuleError(report_ref(self.report_id) + " could not be read.")
        return self._item

    @property
    def action(self) -> Action:
        """The action at the arrow; the only open one where the arrow is at the report."""
        still = [one for one in self.item.actions if one.status is ActionStatus.OPEN]
        if self.chosen is None and len(still) == 1:
            return still[0]
        if (found := next((one for one in self.item.actions if one.id == self.chosen), None)) is not None:
            return found
        if self.item.actions:
            raise RuleError("The arrow is at the report: tab puts it at an action.")
        raise RuleError("No action was made for this report.")

    def to_action(self, action: Action) -> None:
        """Put the arrow at an action."""
        self.chosen = action.id
        self.refresh_from_desk()

    def report_here(self) -> ReportId | None:
        """Return the report."""
        return self.report_id

    def draw(self) -> None:
        """Draw it, its place kept while it is the same."""
        self.draw_details()

    def draw_details(self) -> None:
        """Draw it, with the details that a look showed."""
        if self._item is None:
            return
        today, left = self.desk.today(), self.reveal_left
        record = self._record(self._item)

        def page(room: int) -> Page:
            return record_page(record, today, room, reveal_left=left, sign=self.sign)[0]

        self.pane.show(page, again=self._drawn)
        self._drawn = True

    def _record(self, item: Item) -> Record:
        """Return what is drawn: while details are shown, with what was said of it in meetings and why it changed."""
        if (shown := self.revealed) is None:
            self._looked = None
            return Record(item, self._heard, self._changes, self.chosen)
        if self._looked is None or self._looked.item is not shown:
            heard = self.desk.heard(self.report_id, private=True)
            self._looked = Record(shown, heard, self.desk.record_of(shown))
        return replace(self._looked, chosen=self.chosen)

    def top(self) -> Top:
        """Say which report."""
        return self.headed("REPORT", report_ref(self.report_id))

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys: those of the action at the arrow first."""
        choose = (Hint("tab", "action", "tab"),) if self._item and self._item.actions else ()
        here = ON_REPORT if self.chosen is None else ON_ACTION
        both = tuple(Hint(key, words, key) for key, _, words, _ in ON_BOTH)
        return tuple(Hint(key, words, key) for key, _, words, _ in here), (
            *both,
            *choose,
            Hint("esc", "back", "escape"),
            HELP,
        )

    def action_leave(self) -> None:
        """Escape: back."""
        self.hide()
        self.dismiss()

    def action_choose(self, by: int) -> None:
        """Tab: the arrow at the next action, those still open first, in turn with the report itself."""
        if self._item is None:
            return
        in_turn = sorted(self._item.actions, key=lambda action: action.status is not ActionStatus.OPEN)
        turn: list[ActionId | None] = [None, *(action.id for action in in_turn)]
        self.chosen = turn[(turn.index(self.chosen) + by) % len(turn)]
        self.show_all()
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        if self._item is not None:
            record = self._record(self._item)
            self.pane.keep_line(record_page(record, self.desk.today(), self.pane.size.width)[1])

    def action_scroll(self, lines: int) -> None:
        """Arrows."""
        self.pane.scroll_lines(lines)

    def action_page(self, pages: int) -> None:
        """Page keys."""
        self.pane.scroll_screens(pages)
