"""The meeting: one agenda, walked with one key."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from csu_tui.domain.errors import BusyError, RuleError
from csu_tui.domain.words import StepKind
from csu_tui.tui.present.action import action_page
from csu_tui.tui.present.group import group_page
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.line import BLANK, Role, line, wrapped
from csu_tui.tui.present.page import Page
from csu_tui.tui.present.report import report_page
from csu_tui.tui.screens import meeting_keys
from csu_tui.tui.screens.base import AGAIN
from csu_tui.tui.screens.keeping import Keeping
from csu_tui.tui.widgets.agenda_line import AgendaLine
from csu_tui.tui.widgets.agenda_list import AgendaList
from csu_tui.tui.widgets.keys import Hint
from csu_tui.tui.widgets.pane import Pane


class MeetingScreen(Keeping):
    """Agenda and step on screen; the parts it is built of are what a chair does."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012  Textual's own type
    BINDINGS = meeting_keys.BINDINGS
    EXPLAINED = meeting_keys.EXPLAINED
    DEFAULT_CSS = """
    MeetingScreen {
        & #panes { height: 1fr; }
        & AgendaList { width: 38; height: 100%; }
        & Pane { width: 1fr; height: 100%; }
        &.-wide AgendaLine { display: none; }
        &.-narrow AgendaList { display: none; width: 1fr; }
        &.-narrow.-listing AgendaList { display: block; }
        &.-narrow.-listing Pane { display: none; }
        &.-listing AgendaList { border: round $accent; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.line = AgendaLine()
        self.list = AgendaList()
        self.pane = Pane()

    def compose_body(self) -> ComposeResult:
        """Lay out the agenda in one line or as a list, and the pane."""
        yield self.line
        with Horizontal(id="panes"):
            yield self.list
            yield self.pane

    def on_mount(self) -> None:
        """Go on with the meeting, or follow it: a write, and so only once something is drawn."""
        self.call_after_refresh(self.begin)

    def stroke(self, name: str, number: int) -> None:
        """Call the method of a stroke."""
        method = getattr(self, "do_" + name)
        method(number) if number else method()

    def action_key(self, key: str) -> None:
        """Do what a key means on the step on screen, or say what it is for."""
        step = self.walk.step
        kind = step.kind if step else None
        meant = meeting_keys.meaning(key, kind)
        if meant is None:
            self.say(meeting_keys.elsewhere(key, kind, self.sign), bad=True)
        elif meant.name in meeting_keys.LOOKS or not self.looks_only():
            self.action_stroke(meant.name, meant.number or 0)

    def read(self) -> None:
        """Read the agenda; its step on screen stays, at first it is the one reached. The item is read when drawn."""
        agenda = self.desk.agenda(private=self.csu.private)
        if agenda.meeting is None:
            # Ended or abandoned; what stands above sees to it itself. Textual's `is_current` is true below it, too.
            if self.app.screen is self:
                self.csu.action_meeting()
            return
        self.agencies = self.desk.agencies()
        before, self.meeting = self.meeting, agenda.meeting
        first = before is None or before.id != agenda.meeting.id
        self.walk.take(agenda.steps)
        self.look_who_drives()
        if first or (self.follows and before and before.step != agenda.meeting.step):
            self.walk.to_number(max(agenda.meeting.step, 1))
            first = True
        self.forget()
        if self.csu.private:
            self.hide()
        if self.left_behind():
            self.hide()
        self.renew_reveal()
        self._again = not first

    _again = False

    def draw(self) -> None:
        """Draw agenda and step; one handler for both, so that a key costs one frame."""
        self.list.show(self.walk.steps, self.walk.number)
        self.line.show(self.walk.steps, self.walk.number, self.sign("tab"))
        self.pane.show(self._page, again=self._again)
        self._again = True

    def arrive(self) -> None:
        """Draw the step on screen; the step reached is saved just after."""
        self.hide()
        self._again = False
        self.draw()
        self._draw_header()
        self.show_keys()
        self.call_after_refresh(self.reach)

    def _page(self, room: int) -> Page:
        """Lay out the step on screen; called only when a frame is drawn."""
        step, today = self.walk.step, self.desk.today()
        if step is None:
            words = self.keyed("Nothing is on the agenda: {+} raises a report, {E} ends the meeting.")
            return Page("", (BLANK, *wrapped(words, room, Role.STRONG)))
        try:
            if step.kind is StepKind.GROUP:
                shown = self.revealed_group or self.group_here
                return group_page(shown, step, today, room, reveal_left=self.reveal_left, sign=self.sign)
            item = self.revealed or self.item
        except BusyError:
            self.set_timer(AGAIN, self.refresh_from_desk)
            return Page("", (BLANK, line(step.headline.upper(), Role.STRONG), BLANK, line("reading again…", Role.WARN)))
        except RuleError as refusal:
            return Page("", (BLANK, *wrapped(str(refusal), room, Role.WARN)))
        left = self.reveal_left
        if step.kind is StepKind.ACTION:
            for action in item.actions:
                if action.id == step.action_id:
                    return action_page(item, action, today, room, reveal_left=left, sign=self.sign)
        meeting_id = self.meeting.id if self.meeting else None
        return report_page(item, meeting_id, today, room, reveal_left=left, sign=self.sign)

    def top(self) -> Top:
        """Return the header."""
        return Top(
            "DAILY TASKING",
            self.desk.now().replace(second=0, microsecond=0),
            self.meeting,
            self.meeting.window if self.meeting else None,
            " ".join((str(self.walk.number), "of", str(len(self.walk.steps)))),
            self.csu.private,
            self.desk.clock_is_set,
            self.desk.read_only,
            self.meeting.driver if self.meeting and self.follows else "",
        )

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Return the keys that work on the step on screen."""
        return meeting_keys.footer(self.walk.step, self.agencies, follows=self.follows)

    def do_scroll(self, by: int) -> None:
        """Arrows: the text, or the list where it is open."""
        if self.listing:
            self.walk_list(by)
        else:
            self.pane.scroll_lines(by)

    def do_page(self, by: int) -> None:
        """Page up and down."""
        self.pane.scroll_screens(by)

    @on(AgendaList.Chosen)
    def _chosen(self, chosen: AgendaList.Chosen) -> None:
        self.say("")
        self.chosen(chosen.step)

    @on(AgendaLine.Pressed)
    def _list(self) -> None:
        self.do_list()
