"""What a terminal shows: pyte's picture, the answers to a program's questions, and updates seen only when whole."""

import re
from codecs import getincrementaldecoder

import pyte

_SEQUENCE = re.compile(
    rb"\x1b\[(?P<intro>[<=>?]?)(?P<params>[0-9;:]*)(?P<middle>[ -/]*)(?P<final>[@-~])"
    rb"|\x1b(?P<string>[\]P_^X])[^\x07\x1b]*(?:\x07|\x1b\\)"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[<=>?]?[0-9;:]*[ -/]*|[\]P_^X][^\x07\x1b]*\x1b?)?\Z")
_LONGEST_STRING = 1 << 20
_SYNCHRONISED = 2026
_KNOWN_MODES = {_SYNCHRONISED: 2}
"""The modes of which it says that it has them, and that they are off."""
_OWN_TITLE = re.compile(rb"\x1b\][02];([^\x07\x1b]*)")


class Screen:
    """The rows of a terminal; `visible` changes only outside a synchronised update."""

    def __init__(self, cols: int, rows: int) -> None:
        self._screen = pyte.Screen(cols, rows)
        self._stream = pyte.Stream(self._screen)
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._rest = b""
        self._updating = False
        self._drawn: str | None = None
        self._saved = ""
        self.title = ""

    @property
    def visible(self) -> str:
        """The rows as a person sees them, without trailing blanks."""
        if self._updating:
            return self._saved
        if self._drawn is None:
            self._drawn = "\n".join(line.rstrip() for line in self._screen.display)
        return self._drawn

    def resize(self, cols: int, rows: int) -> None:
        """Take another size; the program draws again by itself."""
        self._screen.resize(rows, cols)
        self._drawn = None

    def feed(self, received: bytes) -> bytes:
        """Take what the program sent and return what a terminal answers."""
        text, self._rest = self._rest + received, b""
        unfinished = _UNFINISHED.search(text, max(0, len(text) - _LONGEST_STRING))
        if unfinished:
            text, self._rest = text[: unfinished.start()], text[unfinished.start() :]
        answers, at = [], 0
        for sequence in _SEQUENCE.finditer(text):
            self._draw(text[at : sequence.start()])
            at = sequence.end()
            answers.append(self._obey(sequence))
        self._draw(text[at:])
        return b"".join(answers)

    def _obey(self, sequence: re.Match[bytes]) -> bytes:
        """Draw by one escape sequence, or answer it."""
        if sequence["string"]:
            if title := _OWN_TITLE.match(sequence[0]):
                self.title = title[1].decode("utf-8", "replace")
            return b""
        intro, params, middle, final = (sequence[part] for part in ("intro", "params", "middle", "final"))
        if (intro, final) in {(b"?", b"h"), (b"?", b"l")} and b"2026" in params.split(b";"):
            self._update(begin=final == b"h")
        # pyte would read other private sequences, such as the kitty keyboard's, as the plain ones of the same letter.
        elif not middle and (not intro or (intro == b"?" and final in b"hlJK")) and final not in b"cn":
            self._draw(sequence[0])
        return self._answer(intro, params, middle + final)

    def _answer(self, intro: bytes, params: bytes, final: bytes) -> bytes:
        """Answer a question; the kitty keyboard (`CSI ? u`) is not spoken here, and who does not know it is silent."""
        if (intro, final) == (b"?", b"$p"):
            mode = int(params or b"0")
            return b"\x1b[?%d;%d$y" % (mode, _KNOWN_MODES.get(mode, 0))
        if (intro, final) == (b"", b"n"):
            return {b"5": b"\x1b[0n", b"6": self._position()}.get(params, b"")
        if final == b"c":
            return {b"": b"\x1b[?62;22c", b">": b"\x1b[>41;354;0c"}.get(intro, b"")
        return b""

    def _position(self) -> bytes:
        cursor = self._screen.cursor
        return b"\x1b[%d;%dR" % (cursor.y + 1, min(cursor.x, self._screen.columns - 1) + 1)

    def _update(self, *, begin: bool) -> None:
        if begin and not self._updating:
            self._saved = self.visible
        self._updating = begin

    def _draw(self, text: bytes) -> None:
        if text:
            self._stream.feed(self._decoder.decode(text))
            self._drawn = None
