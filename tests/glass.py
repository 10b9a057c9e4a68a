"""What a person would see of a program's output: pyte, with what programs use and pyte lacks."""

import codecs
import re
from functools import cache

import pyte
from pyte.modes import IRM
from pyte.screens import Char
from wcwidth import wcwidth

_SEQUENCE = re.compile(
    rb"\x1b\[(?P<prefix>[<=>?!]*)(?P<numbers>[0-9:;]*)(?P<middle>[ -/]*)(?P<final>[@-~])"
    rb"|\x1b[\]P_^X](?:[^\x07\x1b]|\x1b(?!\\))*(?:\x07|\x1b\\)"
    rb"|\x1b[ #%()*+./-][ -~]"
    rb"|\x1b[0-OQ-WYZ\\`-~]"
)
_STRINGS = (b"\x1b]", b"\x1bP", b"\x1b_", b"\x1b^", b"\x1bX")
_BEGIN, _END = b"\x1b[?2026h", b"\x1b[?2026l"


@cache
def _cell(sign: str) -> Char | None:
    """Return what a sign of one cell looks like, None for any other."""
    return Char(sign) if wcwidth(sign) == 1 else None


class _Sheet(pyte.Screen):
    """A screen without colours, which draws a run of ordinary signs at once: most of what a program sends."""

    def __init__(self, cols: int, rows: int) -> None:
        super().__init__(cols, rows)
        self._rows: list[str] = []
        self._wide = cols

    def draw(self, data: str) -> None:
        at, end = self.cursor.x, self.cursor.x + len(data)
        cells = [cell for sign in data if (cell := _cell(sign)) is not None]
        if len(cells) < len(data) or self.charset or IRM in self.mode or end > self.columns:
            super().draw(data)
            return
        self.buffer[self.cursor.y].update(zip(range(at, end), cells, strict=True))
        self.cursor.x = end
        self.dirty.add(self.cursor.y)

    def rows(self) -> list[str]:
        """Return the rows as drawn, each made anew only where something was drawn on it since."""
        if (len(self._rows), self._wide) != (self.lines, self.columns):
            self._rows, self._wide = [""] * self.lines, self.columns
            self.dirty.update(range(self.lines))
        for at in self.dirty:
            if at < self.lines:
                self._rows[at] = "".join(self.buffer[at][x].data for x in range(self.columns)).rstrip()
        self.dirty.clear()
        return self._rows


class Glass:
    """A terminal's glass; output inside a synchronised update (DEC 2026) is not on it before the update ends."""

    def __init__(self, cols: int, rows: int) -> None:
        self.cols, self.rows = cols, rows
        self._screen = _Sheet(cols, rows)
        self._primary: _Sheet | None = None
        """The normal screen, kept while the alternate one is shown."""
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._held = b""
        self._ready = bytearray()
        """What is to be drawn, colours and unknown sequences left out."""

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column, from 1."""
        return self._screen.cursor.y + 1, self._screen.cursor.x + 1

    @property
    def updating(self) -> bool:
        """Say whether the program has begun a synchronised update and not ended it."""
        return self._held.startswith(_BEGIN)

    def feed(self, output: bytes) -> None:
        """Take output as it arrives, cut anywhere."""
        self._held += output
        while self._held:
            if self.updating:
                end = self._held.find(_END)
                if end < 0:
                    return
                self._paint(self._held[len(_BEGIN) : end])
                self._held = self._held[end + len(_END) :]
                continue
            begin = self._held.find(_BEGIN)
            ready = self._whole(self._held) if begin < 0 else begin
            self._paint(self._held[:ready])
            self._held = self._held[ready:]
            if begin < 0:
                return

    def text(self) -> str:
        """Return the rows as drawn, blanks at their ends left out."""
        return "\n".join(self._screen.rows())

    def resize(self, cols: int, rows: int) -> None:
        """Take another size; the program repaints."""
        self.cols, self.rows = cols, rows
        for screen in filter(None, (self._screen, self._primary)):
            screen.resize(rows, cols)

    def _whole(self, output: bytes) -> int:
        """Return how much of the output is not the beginning of a sequence still to come."""
        start = output.rfind(b"\x1b")
        if start < 0 or _SEQUENCE.match(output, start):
            string = max(output.rfind(sign) for sign in _STRINGS) if start >= 0 else -1
            if string >= 0 and not _SEQUENCE.match(output, string):
                return string
            return len(output)
        return start

    def _paint(self, output: bytes) -> None:
        at = 0
        for match in _SEQUENCE.finditer(output):
            self._draw(output[at : match.start()])
            at = match.end()
            if match["final"]:
                self._control(match)
            elif match[0][1:2] not in b"]P_^X":
                self._draw(match[0])
        self._draw(output[at:])
        self._flush()

    def _control(self, match: re.Match[bytes]) -> None:
        """Act on one CSI sequence; those that pyte would draw as letters are left out."""
        prefix, numbers, final = match["prefix"], match["numbers"], match["final"]
        if prefix == b"?" and final in b"hl" and b"1049" in numbers.split(b";"):
            self._switch(alternate=final == b"h")
        elif prefix not in b"?" or match["middle"] or final in b"uqtcn":
            return
        elif final != b"m":
            self._draw(match[0])

    def _switch(self, *, alternate: bool) -> None:
        self._flush()
        if alternate and self._primary is None:
            self._primary, self._screen = self._screen, _Sheet(self.cols, self.rows)
        elif not alternate and self._primary is not None:
            self._screen, self._primary = self._primary, None
        self._stream = pyte.Stream(self._screen)

    def _draw(self, output: bytes) -> None:
        self._ready += output

    def _flush(self) -> None:
        """Give pyte what is ready, in one piece: it takes its time over each."""
        if self._ready:
            self._stream.feed(self._decode(bytes(self._ready)))
            self._ready.clear()
