"""Search: every report by its words, as one types (SPEC 4.4)."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from csu_tui.domain.errors import BusyError, RuleError
from csu_tui.domain.found import Found
from csu_tui.domain.item import Item
from csu_tui.domain.search import Query, read_query
from csu_tui.tui.palette import Command
from csu_tui.tui.present.found import EXPLAINED, NONE, SHARED_ONLY, SHORT, TALL, found_row
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.line import BLANK, Line, Role, piece, wrapped
from csu_tui.tui.present.page import Page
from csu_tui.tui.present.report import report_page
from csu_tui.tui.screens.base import AGAIN, DeskScreen
from csu_tui.tui.widgets.filter_line import FilterLine, Told
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.long_list import LongList
from csu_tui.tui.widgets.pane import Pane

WIDE = 120
"""Columns from which the report at the arrow is beside the list."""
PAGE = 100
"""Reports found at most: another word finds fewer."""


class SearchScreen(DeskScreen[None]):
    """What is typed is looked for at once; arrows move while one types, Enter opens the whole record.

    What a chair types here is shown as it is typed: it is no personal input, and nothing of it is kept.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012  Textual's own type
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("enter", "open", "the record", show=False),
        Binding("escape", "leave", "clear, then back", show=False),
    ]
    EXPLAINED = (
        ("", "Search"),
        ("letters", "look for what is typed: words, “words in a row”, the beginning of a word, a reference"),
        ("agency:", "also category: place: ref: from: to: narrow it down; “two words” stand in quotation marks"),
        ("↑ ↓", "move through what is found"),
        ("enter", "the whole record, from which everything can be done"),
        ("esc", "take what was typed away; then back to where you were"),
    )
    DEFAULT_CSS = """
    SearchScreen {
        & #found { height: 1fr; }
        & LongList { width: 1fr; height: 100%; }
        & Pane { width: 1fr; height: 100%; }
        &.-narrow Pane { display: none; }
        & FilterLine { display: block; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[Found, ...] = ()
        self.at = 0
        self.reason = EXPLAINED
        """Why the list is empty."""
        self.looked = False
        """What was typed could be looked for."""
        self.told = Told()
        self.line = FilterLine()
        self.list = LongList()
        self.pane = Pane("enter")
        self._drawn = 0

    def compose_body(self) -> ComposeResult:
        """Lay out the line of typing, what was found, and the report at the arrow."""
        yield self.line
        yield self.told
        with Horizontal(id="found"):
            yield self.list
            yield self.pane

    def on_mount(self) -> None:
        """Let what is typed be looked for."""
        self.line.begin()

    def on_screen_resume(self) -> None:
        """Go on typing where one came back."""
        super().on_screen_resume()
        if self.is_mounted:
            self.line.begin()

    @property
    def typed(self) -> str:
        """What is looked for."""
        return self.line.input.value

    def read(self) -> None:
        """Look for what is typed; the arrow stays at its report where that is still found."""
        before = self.found[self.at].report_id if self.found else None
        try:
            query = read_query(self.typed, self.desk.today())
            self.found = self.desk.search(self.typed, private=self.csu.private, limit=PAGE)
        except BusyError:
            raise  # the last picture stays, and it is asked again
        except RuleError as refusal:
            self.found, self.reason, self.looked = (), str(refusal), False
        else:
            self.looked = not (query.short or query.empty)
            self.reason = self._why(query)
        numbers = [one.report_id for one in self.found]
        self.at = numbers.index(before) if before in numbers else 0

    def draw(self) -> None:
        """Draw what was found."""
        self.told.show(*self._tell())
        self.list.show(len(self.found), self.at, self._row, self.reason, TALL)
        self._draw_report()

    def _tell(self) -> tuple[Line, Line]:
        count = len(self.found)
        many = " ".join(("the best", str(count), "— another word finds fewer"))
        said = many if count >= PAGE else " ".join((str(count), "found")) if self.looked else ""
        hidden = "names and details are searched too" if self.csu.private else self.keyed(SHARED_ONLY)
        return (piece(" " + said, Role.STRONG),), (piece(hidden + " ", Role.WARN if self.csu.private else Role.DIM),)

    def _why(self, query: Query) -> str:
        if not self.looked:
            return SHORT if query.short else EXPLAINED
        return NONE if self.found else self.desk.barren(self.typed, private=self.csu.private) or NONE

    def _row(self, at: int, here: bool, room: int) -> tuple[Line, ...]:
        return found_row(self.found[at], here=here, room=room, today=self.desk.today())

    def _draw_report(self) -> None:
        if not self.has_class("-wide"):
            return
        report_id = self.found[self.at].report_id if self.found else 0
        item: Item | None = None
        sentence = ""
        try:
            item = self.desk.report(self.found[self.at].report_id, private=self.csu.private) if self.found else None
        except BusyError:
            self.set_timer(AGAIN, self.refresh_from_desk)
            return
        except RuleError as refusal:
            sentence = str(refusal)
        today = self.desk.today()

        def page(room: int) -> Page:
            if item is None:
                return Page("", (BLANK, *wrapped(sentence, room, Role.WARN)) if sentence else ())
            return report_page(item, None, today, room, sign=lambda key: self.sign("ReportScreen." + key))

        self.pane.show(page, again=self._drawn == report_id)
        self._drawn = report_id

    def on_resize(self, _: events.Resize) -> None:
        """Draw the report beside the list where there is room for it now."""
        if self.is_attached:
            self.call_after_refresh(self._draw_report)

    def top(self) -> Top:
        """Say where the arrow is."""
        place = " ".join((str(self.at + 1), "of", str(len(self.found)))) if self.found else ""
        return self.headed("SEARCH", place)

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Show the keys that are not letters."""
        moving = (Hint("enter", "the record", "enter"), Hint("↓", "next", "down")) if self.found else ()
        leave = Hint("esc", "clear" if self.typed else "back", "escape")
        return ((*moving, leave, Hint("F7", "SHARED" if self.csu.private else "PRIVATE", "f7")),)

    def commands(self) -> tuple[Command, ...]:
        """Return this screen's keys by name; a question mark is typed like any other sign."""
        return (*super().commands(), Command("", "What can be typed, and the keys", self.action_explain))

    @on(Input.Changed)
    def _typing(self) -> None:
        self.refresh_from_desk()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_open()

    def action_move(self, by: int) -> None:
        """Arrows."""
        if self.found:
            self.at = max(0, min(self.at + by, len(self.found) - 1))
            self.list.point(self.at)
            self._draw_report()
            self._draw_header()

    def action_page(self, by: int) -> None:
        """Page keys."""
        self.action_move(by * max(self.list.seen - 1, 1))

    def action_open(self) -> None:
        """Enter: the whole record of the report at the arrow."""
        if not self.found:
            self.say("Nothing is found: there is no record to open.", bad=True)
            return
        from csu_tui.tui.screens.report import ReportScreen

        self.app.push_screen(ReportScreen(self.found[self.at].report_id))

    def action_leave(self) -> None:
        """Escape: take what was typed away; then back."""
        if self.typed:
            self.line.input.value = ""
        else:
            self.dismiss()

    @on(LongList.Chosen)
    def _clicked(self, chosen: LongList.Chosen) -> None:
        if chosen.at == self.at:
            self.action_open()
        else:
            self.action_move(chosen.at - self.at)
