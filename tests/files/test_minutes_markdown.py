import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from csu_tui.files.minutes import render, render_markdown
from csu_tui.files.minutes.markdown import escaped
from tests.files.minuted import HOSTILE, report, snapshot, task

GFM = MarkdownIt("gfm-like", {"html": True})
"""GitHub's dialect with raw HTML let through and bare addresses made links: the most that any renderer takes."""
OURS = {"p", "h1", "h2", "ul", "li", "strong", "code"}
LINES = st.lists(st.characters(exclude_categories=["Cs"]), max_size=60).map("".join) | st.text(
    "[](){}<>*_`~\\|#+-=!&:@./ wx1", max_size=40
)


class Read(HTMLParser):
    """The tags and the words of a rendered page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not attrs, attrs

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def read(markdown: str) -> Read:
    return Read(GFM.render(markdown))


def letters(text: str) -> str:
    """What two forms of one paper share: everything but blanks, underlines and the case of headings."""
    return re.sub(r"[\s-]+", "", text).casefold()


@pytest.mark.parametrize("redacted", [False, True])
def test_markdown_says_what_the_text_says_in_the_same_order(redacted: bool) -> None:
    assert letters(read(render_markdown(snapshot(), redacted=redacted)).words) == letters(
        render(snapshot(), redacted=redacted)
    )


@pytest.mark.parametrize(("redacted", "marking"), [(False, "OFFICIAL\\-SENSITIVE"), (True, "OFFICIAL")])
def test_marking_is_the_first_and_last_line(redacted: bool, marking: str) -> None:
    lines = render_markdown(snapshot(), redacted=redacted).split("\n")
    assert (lines[0], lines[-2], lines[-1]) == (marking.replace("\\", ""),) * 2 + ("",)


def test_sections_are_headings_and_their_lines_are_lists() -> None:
    text = render_markdown(snapshot(), redacted=False)
    assert "\n\n# Daily tasking meeting M57\n\n" in text
    assert "\n\n## Actions reviewed\n\n- **A2190** Kent Police, PCSO Amir\n  - **Report** R0988" in text
    assert "\n- **R1042** Nuisance Bikes\n  - **Place** 12 Lullingstone Avenue" in text


def hostile(text: str) -> str:
    one = report(
        reason=text,
        source=text,
        source_ref=text,
        actions=[task(officer=text, free={"text": text})],
        free={"title": text, "text": text, "comment": text},
        personal={"name": text, "house": text, "postcode": text, "unsplit": ""},
    )
    return render_markdown(snapshot(reports=[one], chair=text), redacted=False)


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "[click](https://evil.example) <script>alert(1)</script> ![x](y) <https://a.example> <b>&amp;",
        "www.evil.example and https://evil.example/x_y_ or mail a.b@evil.example, mailto:x@y.example evil.example",
        "# head", "- item", "1. item", "2) item", "+ item", "> quote", "---", "===", "```", "~~~",
        "~~gone~~", "| a | b |",
        "**bold** __bold__ `code` ``co`de`` [ref]: /url", "a@b.example``", "\\", "\\[x](y)", "&lt;b&gt;",
        ":fire: $x^2$",
    ],
)  # fmt: skip
def test_typed_words_never_become_markup_links_or_html(text: str) -> None:
    assert read(hostile(text)).tags <= OURS
    assert read(hostile(text)).tags - {"code"} == read(hostile("plain")).tags
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", hostile(text))


@given(LINES)
def test_any_line_reads_as_it_was_typed(text: str) -> None:
    from csu_tui.domain.text import clean

    for before in ("", "- ", "- **Label** ", "## "):
        page = read(before + escaped(text))
        assert page.tags <= OURS
        assert letters(page.words) == letters(("Label" if "Label" in before else "") + clean(text))
