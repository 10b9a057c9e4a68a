"""One-line widgets: the header, the agenda in one line, and what was said."""

from csu_tui.tui.present.header import Top, header
from csu_tui.tui.present.line import Line, Role, cut, piece, wrapped
from csu_tui.tui.widgets.drawn import Lines


class Header(Lines):
    """The line at the top."""

    DEFAULT_CSS = "Header { height: 1; background: $panel; }"
    top: Top | None = None

    def show(self, top: Top) -> None:
        """Draw this from now on; nothing is repainted where it looks the same."""
        if top != self.top:
            before, self.top = self.lines(self.size.width), top
            if self.lines(self.size.width) != before:
                self.refresh()

    def lines(self, room: int) -> tuple[Line, ...]:
        """Draw the header."""
        return (header(self.top, room),) if self.top else ()


WAITS = "it takes a moment: somebody else may be writing"
"""Why a write takes longer than one notices."""


class Notice(Lines):
    """What was done, or why not: a mark, a word and a sentence; two lines where it is long."""

    DEFAULT_CSS = "Notice { height: auto; min-height: 1; max-height: 2; }"

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.bad = False
        self.saving = False

    def say(self, words: str, *, bad: bool = False) -> None:
        """Show a sentence until the next; a refusal still standing is kept before it."""
        if (words, bad) == (self.words, self.bad):
            return
        before = self._height()
        self.words, self.bad = words, bad
        self.refresh(layout=self._height() != before)

    def show_saving(self, saving: bool) -> None:
        """Show or take away the sign that a write waits."""
        if saving != self.saving:
            before = self._height()
            self.saving = saving
            self.refresh(layout=self._height() != before)

    def lines(self, room: int) -> tuple[Line, ...]:
        """Draw the sentence, and "saving…" before it where a write waits."""
        lead = (piece(" saving…  ", Role.WARN),) if self.saving else ()
        if not self.words:
            return (cut((*lead, piece(WAITS)) if lead else (), room),)
        if self.bad:
            mark = piece(" ! Not done: ", Role.BAD)
        else:  # what ends so is still going on
            mark = piece(" … ", Role.WARN) if self.words.endswith("…") else piece(" ✓ ", Role.GOOD)
        indent = sum(len(text) for text, _ in (*lead, mark))
        first, *rest = wrapped(self.words, max(room - indent - 1, 10), Role.STRONG if self.bad else Role.TEXT)
        return ((*lead, mark, *first), *((piece(" " * indent), *row) for row in rest[:1]))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """Return one line, or two for a long sentence."""
        return len(self.lines(width))

    def _height(self) -> int:
        return len(self.lines(self.size.width))
