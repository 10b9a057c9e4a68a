"""A question with two answers, and the keys explained."""

import pytest

from csu_tui.tui.dialogs.confirm import ConfirmDialog
from csu_tui.tui.dialogs.help import HelpDialog
from tests.tui.dialogs.stage import HOSTILE, NOTHING, SIZES, ask

ROWS = (("", HOSTILE), (HOSTILE, "first " * 40), *(("k", HOSTILE),) * 30, ("end", "the last row"))


def question() -> ConfirmDialog:
    return ConfirmDialog(HOSTILE, HOSTILE, HOSTILE)


async def test_y_and_n_answer() -> None:
    assert (await ask(question(), "y")).answer is True
    assert (await ask(question(), "N")).answer is False


async def test_enter_alone_confirms_nothing() -> None:
    assert (await ask(question(), "enter", "space", "x")).answer is NOTHING


async def test_escape_gives_none() -> None:
    assert (await ask(question(), "escape")).answer is None


@pytest.mark.parametrize("size", SIZES)
async def test_help_scrolls_to_its_last_row_and_closes(size: tuple[int, int]) -> None:
    seen = await ask(HelpDialog(HOSTILE, ROWS), size=size)
    assert "[ALPHA-1] [/x]" in seen.text
    assert "the last row" not in seen.text
    assert "the last row" in (await ask(HelpDialog("Keys", ROWS), "end", size=size)).text
    assert (await ask(HelpDialog("Keys", ROWS), "question_mark", size=size)).answer is None
