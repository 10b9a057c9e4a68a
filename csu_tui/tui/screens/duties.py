"""What the two screens of an officer share: a long list that narrows as one types, and what is known beside it."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from csu_tui.domain.errors import BusyError, RuleError
from csu_tui.domain.ids import ActionId, ReportId
from csu_tui.domain.item import Item
from csu_tui.domain.listed import Listed
from csu_tui.tui.identity import Me, who_am_i
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.line import BLANK, Line, Role, wrapped
from csu_tui.tui.present.page import Page
from csu_tui.tui.screens.base import AGAIN
from csu_tui.tui.screens.stroking import Stroking
from csu_tui.tui.widgets.filter_line import FilterLine, Told
from csu_tui.tui.widgets.keys import Keys
from csu_tui.tui.widgets.long_list import LongList
from csu_tui.tui.widgets.pane import Pane

WIDE = 120
"""Columns from which the details are beside the list."""


class DutiesScreen(Stroking):
    """List, filter, details, writes."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012  Textual's own type
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "move(-1000000000)", show=False),
        Binding("end", "move(1000000000)", show=False),
        Binding("enter", "open", "open", show=False),
        Binding("escape", "back", "back", show=False),
        Binding("slash", "filter", "filter", show=False, id="duties.filter"),
        Binding("w", "whose", "whose", show=False, id="duties.whose"),
        Binding("v", "stroke('reveal')", "reveal", show=False, id="duties.reveal"),
        Binding("z", "stroke('undo')", "undo", show=False, id="duties.undo"),
        Binding("y", "stroke('copy')", "copy", show=False, id="duties.copy"),
    ]
    DEFAULT_CSS = """
    DutiesScreen {
        & #duties { height: 1fr; }
        & LongList { width: 1fr; height: 100%; border: round $secondary; }
        & Pane { width: 1fr; height: 100%; }
        &.-narrow #duties { layout: vertical; }
        &.-narrow LongList { height: 2fr; border: none; }
        &.-narrow Pane { height: 3fr; }
    }
    """
    NAME = ""
    """What the header says."""

    def __init__(self) -> None:
        super().__init__()
        self.me: Me | None = None
        self.rows: Listed[Any] = Listed()
        self.found: list[int] = []
        """The rows that the filter lets through."""
        self.at = 0
        """Where the arrow is among those found."""
        self.told = Told()
        self.narrowing = FilterLine()
        self.list = LongList()
        self.pane = Pane("enter")
        self._number: int | None = None
        """What the arrow is at, by its number: it stays there whatever others do."""
        self._item: tuple[int, Item] | None = None
        self._drawn: int | None = None

    def fetch(self) -> Listed[Any]:
        """Read the list."""
        raise NotImplementedError

    def row(self, at: int, *, here: bool, room: int) -> tuple[Line, ...]:
        """Draw a row of `tall` lines."""
        raise NotImplementedError

    def tell(self) -> tuple[Line, Line]:
        """Say whose the list is and how long, and what is to the right of it."""
        raise NotImplementedError

    def empty(self) -> str:
        """Say why the list is empty."""
        raise NotImplementedError

    def page_of(self, item: Item, room: int) -> Page:
        """Lay out what is beside the list."""
        raise NotImplementedError

    def compose_above(self) -> tuple[Widget, ...]:
        """Lay out what stands above everything."""
        return ()

    def compose_body(self) -> ComposeResult:
        """Lay out the line above, the list and what is beside or below it."""
        yield from self.compose_above()
        yield self.told
        yield self.narrowing
        with Horizontal(id="duties"):
            yield self.list
            yield self.pane

    def read(self) -> None:
        """Read the list; the arrow stays at what it was at, or where that was."""
        self.me = who_am_i(self.desk, self.csu.memory)
        self.rows = self.fetch()
        self._item = None
        if self.csu.private:
            self.hide()
        self._narrow()
        self.renew_reveal()

    def _narrow(self) -> None:
        """Find what fits the filter, the arrow staying where it can."""
        self.found = self.rows.finding(self.narrowing.input.value)
        if self._number is not None and (place := self._place_of(self._number)) is not None:
            self.at = place
        self.at = max(0, min(self.at, len(self.found) - 1))
        self._stand()

    def _place_of(self, number: int) -> int | None:
        rows = self.rows
        return next((place for place, at in enumerate(self.found) if rows.number(at) == number), None)

    def _stand(self) -> None:
        before, self._number = self._number, self.rows.number(self.found[self.at]) if self.found else None
        if before != self._number:
            self._item = None
            self.hide()

    def draw(self) -> None:
        """Draw the list and what is beside it."""
        self.told.show(*self.tell())
        self.list.show(len(self.found), self.at, self._row, self.empty(), self.tall)
        self.draw_details()

    @property
    def tall(self) -> int:
        """How many lines a row has: two beside the details, where a line is short."""
        return 2 if self.app.size.width >= WIDE else 1

    def on_resize(self) -> None:
        """Draw the rows for the new width."""
        if self.is_attached:
            self.list.show(len(self.found), self.at, self._row, self.empty(), self.tall)

    def _row(self, at: int, here: bool, room: int) -> tuple[Line, ...]:
        return self.row(self.found[at], here=here, room=room)

    def draw_details(self) -> None:
        """Draw what is beside the list; it keeps its place while it is about the same."""
        self.pane.show(self._page, again=self._drawn == self._number)
        self._drawn = self._number

    def _page(self, room: int) -> Page:
        if not self.found:
            return Page("")
        try:
            return self.page_of(self.revealed or self.item, room)
        except BusyError:
            self.set_timer(AGAIN, self.refresh_from_desk)
            return Page("", (BLANK, *wrapped("reading again…", room, Role.WARN)))
        except RuleError as refusal:
            return Page("", (BLANK, *wrapped(str(refusal), room, Role.WARN)))

    @property
    def here(self) -> Any:  # noqa: ANN401  each list has its own rows
        """What the arrow is at, as it is drawn."""
        if not self.found:
            raise RuleError(self.empty())
        return self.rows[self.found[self.at]]

    def report_here(self) -> ReportId | None:
        """Return the report of what the arrow is at."""
        raise NotImplementedError

    def action_here(self) -> ActionId | None:
        """Return the action at the arrow, where the list is one of actions."""
        return None

    @property
    def item(self) -> Item:
        """Everything known of the report at the arrow, read once and kept until something was written."""
        report_id = self.report_here()
        if report_id is None:
            raise RuleError(self.empty())
        if self._item is None or self._item[0] != report_id:
            self._item = (report_id, self.desk.report(report_id, private=self.csu.private))
        return self._item[1]

    def top(self) -> Top:
        """Say which screen, and where the arrow is."""
        place = " ".join((str(self.at + 1), "of", str(len(self.found)))) if self.found else ""
        return self.headed(self.NAME, place)

    def do_reveal(self) -> None:
        """Show personal details for 15 seconds."""
        self.begin_reveal(lambda report_id, seen: self.put(lambda desk: desk.reveal(report_id), done=seen))

    def do_undo(self) -> None:
        """Undo my newest change of this sitting; the arrow goes to what comes back by it."""
        before = set(self.rows.numbers())

        def undone(_: object) -> None:
            back = [number for number in self.rows.numbers() if number not in before]
            if len(back) == 1:
                self.go_to(back[0])

        self.put(lambda desk: desk.undo(), done=undone)

    def go_to(self, number: int) -> None:
        """Put the arrow at what has this number, where it is in the list."""
        if (place := self._place_of(number)) is not None:
            self.point(place)

    def action_move(self, by: int) -> None:
        """Arrows."""
        if self.found:
            self.point(max(0, min(self.at + by, len(self.found) - 1)))

    def action_page(self, by: int) -> None:
        """Page keys."""
        self.action_move(by * max(self.list.seen - 1, 1))

    def point(self, at: int) -> None:
        """Put the arrow at a row."""
        self.at = at
        self._stand()
        self.list.point(at)
        self.draw_details()
        self._draw_header()

    @on(LongList.Chosen)
    def _chosen(self, chosen: LongList.Chosen) -> None:
        self.say("")
        self.point(chosen.at)

    def action_filter(self) -> None:
        """/: narrow the list by what is typed."""
        self.narrowing.begin()
        self.query_one(Keys).show(*self.shown_hints())

    @on(Input.Changed)
    def _typed(self) -> None:
        self._narrow()
        self.draw()
        self._draw_header()

    @on(Input.Submitted)
    def _typed_all(self) -> None:
        self.narrowing.end(clear=False)
        self.query_one(Keys).show(*self.shown_hints())

    def action_back(self) -> None:
        """Escape: out of the filter."""
        if self.narrowing.has_class("-used"):
            self.narrowing.end(clear=True)
            self.query_one(Keys).show(*self.shown_hints())
        else:
            self.say(
                self.keyed("There is nothing to leave here: {F2} goes to the meeting, {ctrl+q} leaves the program.")
            )

    def action_open(self) -> None:
        """Enter: the whole record of the report at the arrow, from which every stroke works."""
        from csu_tui.tui.screens.report import ReportScreen

        if (report_id := self.report_here()) is None:
            self.say(self.empty(), bad=True)
            return
        self.hide()
        self.app.push_screen(ReportScreen(report_id, self.action_here()))
