"""What a key costs, counted instead of timed (ARCHITECTURE 6): frames, bytes, statements."""

import sys
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from tests.counted import counting
from tests.factories import MORNING, import_reports, make_desk, open_meeting
from tests.terminal import Terminal
from tests.tui.playing import Play, playing

WIDE = (120, 40)
CELLS = WIDE[0] * WIDE[1]
ROWS = [{"title": f"Report {n}", "text": "some words " * 30} for n in range(60)]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk in a meeting on sixty reports, where nobody else writes."""
    desk = make_desk(tmp_path)
    import_reports(desk, *ROWS)
    open_meeting(desk)
    monkeypatch.setattr(desk, "changed", lambda: False)
    return desk


class Frames:
    """How often an app has drawn since it was last asked."""

    def __init__(self, play: Play) -> None:
        self._drawn = 0
        play.app.post_display_hook = self._draw  # type: ignore[method-assign]

    def taken(self) -> int:
        drawn, self._drawn = self._drawn, 0
        return drawn

    def _draw(self) -> None:
        self._drawn += 1


@pytest.mark.parametrize("size", [(80, 24), WIDE])
async def test_a_key_costs_one_frame(desk: Desk, size: tuple[int, int]) -> None:
    async with playing(desk, size) as play:
        frames = Frames(play)
        for key in ("n", "n", "p", "1", "n", "1", "n"):
            frames.taken()
            await play.press(key)
            assert frames.taken() == 1, key


@pytest.mark.parametrize("key", ["n", "p"])
async def test_walking_asks_the_same_however_long_the_agenda_is(tmp_path: Path, key: str) -> None:
    asked = []
    for reports in (5, 60):
        folder = tmp_path / str(reports)
        folder.mkdir()
        with counting() as count, pytest.MonkeyPatch.context() as patch:
            desk = make_desk(folder)
            import_reports(desk, *ROWS[:reports])
            open_meeting(desk)
            patch.setattr(desk, "changed", lambda: False)
            async with playing(desk, WIDE) as play:
                await play.press("n", "n")
                count.statements = []
                await play.press(key)
                asked.append(len(count.statements))
            desk.close()
    assert asked[0] == asked[1] > 0


def test_a_key_sends_no_more_than_what_it_changes(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, *ROWS)
    open_meeting(desk)
    desk.leave()
    desk.close()
    argv = [sys.executable, "-m", "csu_tui", "--db", str(desk.path)]
    with Terminal(
        argv, cols=WIDE[0], rows=WIDE[1], env={"CSU_TUI_NOW": MORNING}, cwd=Path(__file__).parents[2]
    ) as terminal:
        terminal.wait_for("1 of 60")
        terminal.settle(1.0)
        terminal.press("n")
        terminal.wait_for("2 of 60")
        terminal.settle(1.0)
        for number in range(3, 7):
            before = len(terminal.raw)
            terminal.press("n")
            terminal.wait_for(f"{number} of 60")
            terminal.settle()
            assert len(terminal.raw) - before < CELLS


async def test_a_write_that_waits_repaints_no_whole_screen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with playing(desk, WIDE) as play:
        whole: list[object] = []
        monkeypatch.setattr(play.app.screen, "refresh", lambda *regions, **_: whole.append(regions))
        for saving in (True, False):
            play.app.saving = saving
            await play.settle()
            assert ("saving…" in play.screen) is saving
        assert not whole


def test_what_is_still_going_on_is_not_ticked_off() -> None:
    from csu_tui.tui.widgets.bar import Notice

    notice = Notice()
    for words, bad, mark in (("A1: done.", False, "✓"), ("Saving, then leaving…", False, "…"), ("No.", True, "!")):
        notice.words, notice.bad = words, bad
        assert "".join(piece[0] for piece in notice.lines(60)[0]).split()[0] == mark
