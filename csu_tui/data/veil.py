"""The veil: words that a room may not read are indexed as other words, each begun with a sign that no query can hold.

So what SHARED asks for never meets a word that it may not find: neither is it shown, nor does a name that every report
has cost a walk through all of them (FTS5 looks at each row of a word before it drops those of other columns).
"""

import re
import unicodedata

from csu_tui.domain.search import ACCENT

VEIL = "\u01c0"
"""A letter to FTS5, without case or accent, that English text never has; where somebody wrote it, it parts words."""
_LATIN = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_BEGINS = re.compile(rf"(?<![{_LATIN}])(?<![{_LATIN}][{ACCENT}])(?<![{_LATIN}][{ACCENT}][{ACCENT}])(?=[^\W_])")
"""Before every letter and figure but those behind a Latin one: wherever FTS5, of whatever age, may begin a word."""
_STRANGE = re.compile(r"[^\w\x00-\x7f\u00a0-\u00bf\u00d7\u00f7\u0300-\u036f\u2010-\u205e]")
"""Signs of which FTS5 may make a word if they are younger than its tables: a new emoji, for one."""
_PICTURE = re.compile("([\U0001f000-\U0001fbff]+)")
"""Those of them that people write, emoji, which would make one word with what they stand beside."""


def bare(text: str) -> str:
    """Return a text as it may be indexed, or asked for, where a room may read it: without the veil's own sign.

    Accents are put on their letters, and blanks around emoji, for an FTS5 too old to know one takes it for a letter.
    """
    return _PICTURE.sub(r" \1 ", unicodedata.normalize("NFC", text.replace(VEIL, " ")))


def veiled(text: str) -> str:
    """Return a text with every word of it veiled, strange signs left out; words of a query are veiled alike."""
    return _BEGINS.sub(VEIL, _STRANGE.sub(" ", bare(text)))


def unveiled(text: str) -> str:
    """Return a text as it was before it was veiled."""
    return text.replace(VEIL, "")
