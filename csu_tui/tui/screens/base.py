"""What our screens share: header, body, notice and footer; reading again; and a word for every key."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import BusyError, RuleError
from csu_tui.domain.meeting import Meeting
from csu_tui.tui.news import DeskChanged
from csu_tui.tui.palette import Command
from csu_tui.tui.present.header import Top
from csu_tui.tui.present.keyed import keyed
from csu_tui.tui.queue import WriteQueue
from csu_tui.tui.widgets.bar import Header, Notice
from csu_tui.tui.widgets.keys import Hint, Keys

if TYPE_CHECKING:
    from csu_tui.tui.app import CsuApp

T = TypeVar("T")
AGAIN = 0.2
"""Seconds until what could not be read, because somebody was writing, is read again."""
CLOCK = 20.0
"""Seconds between two looks at the clock."""
READ_ONLY = "This screen is read-only: nothing can be changed from here."
"""What every key says that would write, where `--read-only` or the file does not allow it."""
EVERYWHERE = (
    ("", "On every screen"),
    ("F2", "the meeting: the open one, or what waits"),
    ("F3", "actions: mine, my agency's, everybody's"),
    ("F4", "feedback: who is owed an answer"),
    ("F5", "search: any report by its words, a reference, a date"),
    ("F6", "figures: of a year, a month or any two dates, with the records behind each"),
    ("F7", "SHARED or PRIVATE: whether personal details are drawn"),
    ("F8", "blank the screen; any key brings it back"),
    ("F9", "set-up: agencies, officers, lists, numbers, wording"),
    ("ctrl+p", "every command by name"),
    ("ctrl+q", "leave; an open meeting stays open"),
)
"""The keys of the app, for the help of every screen."""


class DeskScreen(Screen[T]):
    """A screen that reads the desk, draws what it read, and reads again when somebody wrote."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark", "explain", "help", show=False)]
    EXPLAINED: ClassVar[tuple[tuple[str, str], ...]] = ()
    """What `?` says of each key of this screen."""

    def compose(self) -> ComposeResult:
        """Lay out header, body, notice and footer."""
        yield Header()
        yield from self.compose_body()
        yield Notice()
        yield Keys()

    def compose_body(self) -> ComposeResult:
        """Lay out what is this screen's own."""
        raise NotImplementedError

    def read(self) -> None:
        """Read from the desk and keep it; may raise RuleError."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw what was read."""
        raise NotImplementedError

    def top(self) -> Top:
        """Return what the header says."""
        raise NotImplementedError

    def headed(self, title: str, place: str = "", meeting: Meeting | None = None) -> Top:
        """Return a header under a title, with what every header says: the day, and what the room may see."""
        return Top(
            title,
            self.desk.now().replace(second=0, microsecond=0),
            meeting,
            place=place,
            private=self.csu.private,
            clock_is_set=self.desk.clock_is_set,
            read_only=self.desk.read_only,
        )

    def hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Return the rows of keys that work now; the last of a row stays where room is short."""
        raise NotImplementedError

    def shown_hints(self) -> tuple[tuple[Hint, ...], ...]:
        """Return the footer's rows with the keys that this person chose."""
        chosen = self.csu.chosen_keys(type(self).__name__)
        return tuple(tuple(hint.moved(chosen) for hint in row) for row in self.hints()) if chosen else self.hints()

    def sign(self, key: str) -> str:
        """Return how people read a key of this screen, or of another as `MeetingScreen.g`."""
        screen, _, key = key.rpartition(".")
        return self.csu.sign(key, screen or type(self).__name__)

    def keyed(self, sentence: str) -> str:
        """Put keys, as this person chose them, into a sentence of ours: `{E} ends the meeting`."""
        return keyed(sentence, self.sign)

    @property
    def csu(self) -> "CsuApp":
        """The app, by its own type."""
        return cast("CsuApp", self.app)

    @property
    def desk(self) -> Desk:
        """The desk."""
        return self.csu.desk

    def on_mount(self) -> None:
        """Read and draw, then follow the clock."""
        self.refresh_from_desk()
        self.set_interval(CLOCK, self._draw_header)
        self.watch(self.app, "private", self.refresh_from_desk, init=False)
        self.watch(self.app, "saving", self.query_one(Notice).show_saving, init=False)
        if self.desk.note:
            self.say(self.desk.note)

    @on(DeskChanged)
    def refresh_from_desk(self) -> None:
        """Read again and draw; while somebody writes the last picture stays."""
        if not self.is_attached:
            return
        try:
            self.read()
        except BusyError:
            self.set_timer(AGAIN, self.refresh_from_desk)
        except RuleError as refusal:
            self.say(str(refusal), bad=True)
        else:
            self.show_all()

    _stood_before = False
    _postponed: tuple[Callable[[], None], ...] = ()

    def on_screen_resume(self) -> None:
        """Draw what changed while another screen stood above; the first time, just mounted, nothing has."""
        if self.is_mounted and self._stood_before:
            self.refresh_from_desk()
        self._stood_before = True
        if self._postponed:
            question, *later = self._postponed
            self._postponed = tuple(later)
            self.call_after_refresh(self.once_on_top, question)

    def once_on_top(self, question: Callable[[], None]) -> None:
        """Ask a question that no key called for, or wait while something stands above: it never takes others' letters.

        It may read: while somebody writes it is asked a little later.
        """
        if self.app.screen is not self:
            self._postponed = (*self._postponed, question)
            return
        try:
            question()
        except BusyError:
            self.set_timer(AGAIN, partial(self.once_on_top, question))
        except RuleError as refusal:
            self.say(str(refusal), bad=True)

    def ask(self, dialog: Any, take: Callable[[Any], None]) -> None:  # noqa: ANN401  each dialog has its own answer
        """Open a dialog; `take` gets its answer, never None."""

        def answered(answer: Any) -> None:  # noqa: ANN401
            if answer is not None:
                take(answer)

        self.app.push_screen(dialog, answered)

    def say(self, words: str, *, bad: bool = False) -> None:
        """Show one sentence until the next key."""
        self.query_one(Notice).say(words, bad=bad)

    def looks_only(self) -> bool:
        """Say whether nothing can be written here, and tell whoever pressed a key that would."""
        if self.desk.read_only:
            self.say(READ_ONLY, bad=True)
        return self.desk.read_only

    def write(self, job: Callable[[Desk], object], tag: object) -> None:
        """Put a write of this screen into the queue."""
        self.csu.writes.put(job, sender=self, tag=tag)

    def show_all(self) -> None:
        """Draw everything anew without reading."""
        self.draw()
        self._draw_header()
        self.query_one(Keys).show(*self.shown_hints())

    @on(WriteQueue.Refused)
    def _say_refusal(self, refused: WriteQueue.Refused) -> None:
        self.say(refused.sentence, bad=True)
        self.refresh_from_desk()

    def commands(self) -> tuple[Command, ...]:
        """Return this screen's keys by name, for the palette."""
        return tuple(
            Command(hint.key, hint.words.capitalize(), partial(self.csu.press, hint.press))
            for row in self.shown_hints()
            for hint in row
        )

    def action_explain(self) -> None:
        """?: what the keys of this screen do."""
        from csu_tui.tui.dialogs.help import HelpDialog

        explained = ((self.sign(sign), self.keyed(words)) for sign, words in (*self.EXPLAINED, *EVERYWHERE))
        self.app.push_screen(HelpDialog("Keys", tuple(explained)))

    @on(Keys.Pressed)
    def _press(self, pressed: Keys.Pressed) -> None:
        self.csu.press(pressed.key)

    def on_key(self, event: events.Key) -> None:
        """Take `alt+x` as Escape and the letter, sent quickly; say that a key means nothing here."""
        if event.key.startswith("alt+") and event.is_printable:
            event.stop()
            self.csu.hear_first(events.Key("escape", None), events.Key(event.key.removeprefix("alt+"), event.character))
        elif event.key not in self.active_bindings:
            event.stop()
            shown = event.character if event.is_printable and event.character else event.key
            self.say(shown + " means nothing here: ? shows the keys.", bad=True)
        else:
            self.say("")

    def _draw_header(self) -> None:
        self.query_one(Header).show(self.top())


HELP = Hint("?", "help", "question_mark")
