"""A dialog of several steps stays where it is and as high as it is."""

from pathlib import Path

import pytest

from tests.factories import steps
from tests.tui.playing import Play, playing
from tests.tui.sitting import BOTH, sitting


def frame(play: Play) -> object:
    return play.app.screen.query_one("#frame").region


@pytest.mark.parametrize("size", BOTH)
@pytest.mark.parametrize(
    ("opens", "keys"),
    [
        ("e", ["tab"] * 6),
        ("+", ["enter", *["tab"] * 8]),
        ("g", ["tab"] * 5),
        ("0", ["tab"] * 4),
        ("R", ["m", "escape", "n", "escape"]),
        ("l", ["c", "y"]),
        ("f", ["x", "escape"]),
    ],
)
async def test_a_dialog_does_not_jump_from_step_to_step(
    tmp_path: Path, size: tuple[int, int], opens: str, keys: list[str]
) -> None:
    desk = sitting(tmp_path, {}, {})
    desk.raise_case_review(steps(desk)[0].report_id)
    async with playing(desk, size) as play:
        await play.press({"+": "plus"}.get(opens, opens))
        stood = {frame(play)}
        for key in keys:
            await play.press(key)
            stood.add(frame(play))
        assert len(stood) == 1
