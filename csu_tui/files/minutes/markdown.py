"""Minutes as Markdown: the same words in the same order, and no typed word can become markup."""

import re
from itertools import count, pairwise

from csu_tui.domain.snapshot import Snapshot
from csu_tui.domain.text import clean
from csu_tui.files.minutes.page import Page
from csu_tui.files.minutes.render import write_minutes

_INSIDE = re.compile(r"[\\`*_{}\[\]<>|~&$!#^=]")
_BEGINS_A_BLOCK = re.compile(r"^(\d+)([.)])|^([-+])")
_LINKS = re.compile(r"@|://|www\.|\w\.[^\W\d_]{2}|:[a-z_+-][\w+-]*:|^(mailto|xmpp):", re.IGNORECASE)
"""What renderers turn into links or pictures by themselves, escaped or not: such a word stands as code."""
_TICKS = re.compile(r"`+")


def render_markdown(snapshot: Snapshot, *, redacted: bool) -> str:
    """Render minutes as CommonMark: headings, lists and paragraphs, LF, one newline at the end.

    Content, order and redaction are those of the plain text (SPEC 6). A word that a renderer would make a link of,
    such as an e-mail address, stands as code.
    """
    page = MarkdownPage()
    write_minutes(page, snapshot, redacted=redacted)
    return page.text()


def escaped(text: str) -> str:
    """Make one line of text safe anywhere in Markdown; runs of blanks become one."""
    return " ".join(_word(word, at == 0) for at, word in enumerate(clean(text).split()))


def _word(word: str, first: bool) -> str:
    if _LINKS.search(word):
        return _code(word)
    safe = _INSIDE.sub(r"\\\g<0>", word)
    return _BEGINS_A_BLOCK.sub(r"\1\\\2\3", safe) if first else safe


def _code(word: str) -> str:
    """Quote a word as code, with more backticks than any run of them inside."""
    inside = {len(run) for run in _TICKS.findall(word)}
    fence = "`" * next(length for length in count(1) if length not in inside)
    room = " " if word.startswith("`") or word.endswith("`") else ""
    return f"{fence}{room}{word}{room}{fence}"


class MarkdownPage(Page):
    """The page's paragraphs, sections and columns as paragraphs, headings and nested lists."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[tuple[int, str]] = []
        """Each block with its depth as a list item, -1 for a paragraph or a heading."""

    def title(self, text: str) -> None:
        """Write what the page is about."""
        self._blocks.append((-1, f"# {escaped(text)}"))

    def line(self, text: str, indent: int = 0, hang: int | None = None) -> None:  # noqa: ARG002  nothing hangs here
        """Write a paragraph, or where it is indented an item of the list above it."""
        if indent:
            self._item(escaped(text), indent)
        elif shown := escaped(text):
            self._blocks.append((-1, shown))

    def blank(self) -> None:
        """Blocks are apart as it is."""

    def heading(self, title: str) -> None:
        """Begin a section."""
        self._blocks.append((-1, f"## {escaped(title).capitalize()}"))

    def columns(self, left: str, at: int, right: str, indent: int = 0) -> None:  # noqa: ARG002  no columns here
        """Write an item, its left side in bold."""
        label = escaped(left)
        self._item(f"**{label}** {escaped(right)}" if label else escaped(right), indent)

    def text(self) -> str:
        """Return the page with one newline at its end."""
        said = [f"{'  ' * depth}- {text}" if depth >= 0 else text for depth, text in self._blocks]
        lines = said[:1]
        for (above, below), line in zip(pairwise(depth for depth, _ in self._blocks), said[1:], strict=True):
            lines += [line] if above >= 0 and below >= 0 else ["", line]
        return "\n".join(lines) + "\n"

    def _item(self, text: str, indent: int) -> None:
        above = self._blocks[-1][0] if self._blocks else -1
        wanted = 0 if indent == 0 else 1 if indent <= 2 else 2  # noqa: PLR2004  the text's own indents
        if text:
            self._blocks.append((min(wanted, above + 1), text))
