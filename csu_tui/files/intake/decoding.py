"""A file's bytes as text."""

import codecs

from csu_tui.domain.errors import RuleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 65_536
_PLAIN_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1a\x1b\x1c\x1d\x1e\x1f")
_FEW = 8
_TOO_MANY = {"utf-8": 0.05, "cp1252": 0.01}
"""The share of control characters from which bytes are no text: a few are data, and what is UTF-8 is rarely else."""


def decode(content: bytes, name: str) -> tuple[str, str]:
    """Return the text and the name of its encoding; what is not text raises RuleError naming the file.

    Without a mark it is UTF-8, and a byte that UTF-8 does not know is read as cp1252: files that mix the two occur.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            body = content[len(mark) :]
            return (_utf16(body, encoding, name) if "16" in encoding else _utf8(body)[0]), encoding
    sample = content[:_LOOKED_AT]
    guess = _unmarked_utf16(sample)
    if guess:
        return _utf16(content, guess, name), guess
    controls = sum(byte < ord(" ") and byte not in _PLAIN_CONTROLS for byte in sample)
    text, encoding = _utf8(content)
    if controls > max(_FEW, len(sample) * _TOO_MANY[encoding]):
        raise RuleError(f"{name} is not a text file, so no reports can be read from it.")
    return text, encoding


def _unmarked_utf16(sample: bytes) -> str:
    """Recognise UTF-16 without a mark: every other byte of plain English is NUL."""
    pairs = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if pairs and odd > pairs * 0.6 and even < pairs * 0.1:
        return "utf-16-le"
    if pairs and even > pairs * 0.6 and odd < pairs * 0.1:
        return "utf-16-be"
    return ""


def _utf16(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise RuleError(f"{name} is damaged: its UTF-16 text breaks off at byte {error.start + 1}.") from None


def _utf8(content: bytes) -> tuple[str, str]:
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("utf-8", "csu-tui-cp1252"), "cp1252"


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    # Five bytes mean nothing in cp1252; browsers read them as the C1 controls of the same number, so nothing is lost.
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in wrong), error.end


codecs.register_error("csu-tui-cp1252", _as_cp1252)
