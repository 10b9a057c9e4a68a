"""Keys by Textual's names, as an xterm sends them."""

_NAMED = {
    **{"enter": "\r", "tab": "\t", "escape": "\x1b", "space": " ", "backspace": "\x7f", "shift+tab": "\x1b[Z"},
    **{"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F"},
    **{"insert": "\x1b[2~", "delete": "\x1b[3~", "pageup": "\x1b[5~", "pagedown": "\x1b[6~"},
    **{"f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~", "f6": "\x1b[17~"},
    **{"f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~", "f10": "\x1b[21~", "f11": "\x1b[23~", "f12": "\x1b[24~"},
    **{"left_square_bracket": "[", "right_square_bracket": "]", "slash": "/", "question_mark": "?", "plus": "+"},
    **{"comma": ",", "full_stop": ".", "minus": "-"},
}


def encode(key: str) -> bytes:
    """Return the bytes of one key; raises KeyError for a name that is none."""
    if key in _NAMED:
        return _NAMED[key].encode()
    if len(key) == 1:
        return key.encode()
    held, _, letter = key.rpartition("+")
    if held == "ctrl" and len(letter) == 1 and letter.isascii() and letter.isalpha():
        return bytes([ord(letter.lower()) & 0x1F])
    if held == "alt":
        return b"\x1b" + encode(letter)
    raise KeyError(f"no key is named {key!r}")
