"""Decision and feedback stay in sight, however long a text is."""

import pytest

from csu_tui.tui.present.line import Line, line, line_width
from csu_tui.tui.present.page import LONGEST, Page, capped
from csu_tui.tui.widgets.pane import arrange


def rows(word: str, count: int) -> tuple[Line, ...]:
    return tuple(line(" ".join((word, str(at)))) for at in range(count))


def drawn(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(text for text, _ in one) for one in lines]


def test_a_page_that_fits_is_drawn_as_it_comes() -> None:
    lines, most = arrange(Page("R1", rows("head", 2), rows("text", 3), rows("foot", 1)), 40, 10, 0)
    assert drawn(lines) == ["head 0", "head 1", "text 0", "text 1", "text 2", "foot 0"]
    assert most == 0


@pytest.mark.parametrize("top", [0, 7, 1000])
def test_head_and_foot_stay_while_the_text_scrolls(top: int) -> None:
    lines, most = arrange(Page("R1", rows("head", 3), rows("text", 100), rows("foot", 2)), 40, 16, top)
    shown = drawn(lines)
    assert len(shown) == 16
    assert shown[:3] == ["head 0", "head 1", "head 2"]
    assert shown[-2:] == ["foot 0", "foot 1"]
    assert "more lines" in shown[-3]
    assert most == 90


def test_every_line_of_a_long_text_can_be_reached() -> None:
    page = Page("R1", rows("head", 8), rows("text", 60), rows("foot", 9))
    _, most = arrange(page, 40, 11, 0)
    seen = {row for top in range(most + 1) for row in drawn(arrange(page, 40, 11, top)[0])}
    wanted = {*drawn(page.head), *drawn(page.middle), *drawn(page.foot)}
    assert wanted <= seen


@pytest.mark.parametrize("height", range(1, 30))
def test_no_page_is_higher_than_its_pane(height: int) -> None:
    lines, _ = arrange(Page("R1", rows("head", 9), rows("text", 50), rows("foot", 12)), 30, height, 5)
    assert len(lines) <= height
    assert all(line_width(one) <= 30 for one in lines)


def test_a_text_too_long_to_draw_is_cut_and_says_so() -> None:
    text, said = capped("x" * (LONGEST + 1))
    assert len(text) == LONGEST
    assert "20001 signs in all" in "".join(drawn(said))


def test_what_is_pinned_stands_in_its_place_where_all_fits_and_above_the_foot_where_not() -> None:
    short = Page("R1", rows("head", 1), rows("text", 4), rows("foot", 1), (2, 4))
    assert drawn(arrange(short, 40, 10, 0)[0]) == ["head 0", "text 0", "text 1", "text 2", "text 3", "foot 0"]
    long = Page("R1", rows("head", 1), rows("text", 60), rows("foot", 1), (50, 52))
    for top in (0, 1000):
        assert drawn(arrange(long, 40, 12, top)[0])[-3:] == ["text 50", "text 51", "foot 0"]


def test_what_followed_the_pinned_lines_has_a_heading_of_its_own_where_they_are_away() -> None:
    page = Page("R1", rows("head", 1), rows("text", 10), rows("foot", 1), (2, 4), rows("heading", 1))
    assert "heading 0" not in drawn(arrange(page, 40, 12, 0)[0])
    assert drawn(arrange(page, 40, 11, 0)[0])[1:5] == ["text 0", "text 1", "heading 0", "text 4"]
