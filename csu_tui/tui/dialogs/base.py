"""What all dialogs share: a frame, a line for what is wrong, a footer, and leaving."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Static

from csu_tui.domain.text import clean, shorten

T = TypeVar("T")
WIDTH = 76
"""Cells of a dialog's frame where there is room."""
LONGEST = 300
"""Cells of one line of somebody else's words that a dialog draws; the rest is cut and says so with `…`."""


def shown(text: str, room: int = LONGEST) -> Content:
    """Make somebody's words drawable: harmless, one line, no markup, never endless."""
    return Content(shorten(clean(text[: 4 * room]), room))


def frame_room(columns: int) -> int:
    """Return how many cells a dialog has inside its frame on a terminal this wide."""
    return max(1, min(columns, WIDTH) - 4)


@dataclass(frozen=True, slots=True)
class Hint:
    """One key of the footer, which a click presses too; without an action it only informs."""

    key: str
    words: str
    action: str = ""

    def content(self) -> Content:
        """Draw the key in bold and what it does."""
        drawn = Content.assemble((self.key, "bold"), " ", self.words)
        return drawn.stylize(Style.from_meta({"@click": "screen." + self.action})) if self.action else drawn


WAITING = Hint("F1–F9", "wait until this is closed")


class Dialog(ModalScreen[T | None]):
    """A framed question above a screen; Escape gives None."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-middle"), (30, "-tall")]  # noqa: RUF012  an instance attribute of Screen
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;

        & #frame {
            width: 76;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            padding: 0 0 0 1;
            scrollbar-gutter: stable;
            border: round $primary;
            border-title-style: bold;
            border-title-color: $text;
            background: $surface;
            color: $text;
            overflow-y: auto;
            overflow-x: hidden;
            scrollbar-size: 0 1;
        }
        & Static { height: auto; }
        & #body { height: auto; }
        & #subject { text-style: bold; }
        & #notice { color: $warning; text-style: bold; }
        & #notice { min-height: 1; }
        & #hints {
            link-color: $text;
            link-style: none;
            link-background: transparent;
            link-color-hover: $text;
            link-style-hover: underline;
            link-background-hover: $panel;
        }
        &.-short #notice.-empty { display: none; }
    }
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading = title
        self.subject = ""
        """What it is about, on its first line: set before it is opened, in words that the room may read."""
        self._hints_now: tuple[Hint, ...] = ()
        self.left = False
        """True once it has been answered or left: what is typed after that is for the screen below."""

    def compose(self) -> ComposeResult:
        """Lay out frame, body, notice and footer."""
        with Vertical(id="frame"):
            if self.subject:
                yield Static(shown(self.subject, 120), id="subject", markup=False)
            with Vertical(id="body"):
                yield from self.compose_body()
            yield Static(id="notice", classes="-empty", markup=False)
            yield Static(id="hints", markup=False)

    def compose_body(self) -> ComposeResult:
        """Lay out what the dialog asks."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Put the title into the frame."""
        self.query_one("#frame").border_title = shown(self.heading, 120)

    def say(self, words: str, *, bad: bool = True) -> None:  # noqa: ARG002  every sentence here stands out alike
        """Show one sentence above the footer; empty takes it away."""
        notice = self.query_one("#notice", Static)
        notice.update(Content.assemble("! ", shown(words)) if words else "")
        notice.set_class(not words, "-empty")

    def hint(self, hints: Iterable[Hint]) -> None:
        """Show the keys that work now, a key and what it does on one line."""
        self._hints_now = (*hints, WAITING)
        self._draw_hints()

    def on_resize(self) -> None:
        """Break the footer's lines anew, and take the height anew."""
        for part in self.query("#body, #hints"):
            part.styles.min_height = None
        self._draw_hints()

    def keep_height(self) -> None:
        """Never be lower than now, so that nothing jumps as questions come and go."""
        for part in self.query("#body, #hints"):
            least = part.styles.min_height
            part.styles.min_height = max(part.size.height, int(least.value) if least else 0)

    def _draw_hints(self) -> None:
        room = frame_room(self.app.size.width)
        lines: list[Content] = []
        for drawn in (hint.content() for hint in self._hints_now):
            if lines and lines[-1].cell_length + drawn.cell_length + 3 <= room:
                lines[-1] = Content("   ").join((lines[-1], drawn))
            else:
                lines.append(drawn)
        self.query_one("#hints", Static).update(Content("\n").join(lines))

    def finish(self, answer: T | None) -> None:
        """Close with an answer, once."""
        if not self.left:
            self.left = True
            self.dismiss(answer)

    def action_leave(self) -> None:
        """Close without an answer."""
        self.finish(None)
