"""The terminal that other tests trust: it sees what is drawn, types what is pressed, and kills what is to die."""

import signal
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.terminal_screen import Screen

_APP = """
import sys
from textual.app import App
from textual.content import Content
from textual.widgets import Static

class Tiny(App):
    pressed = ()

    def compose(self):
        yield Static(Content("ready"))

    def on_key(self, event):
        self.pressed = (*self.pressed, event.key)
        if event.key == "q":
            self.exit(return_code=3)
        self.query_one(Static).update(Content("keys: " + " ".join(self.pressed) + "|"))

    def on_resize(self, event):
        self.query_one(Static).update(Content(f"size {event.size.width}x{event.size.height}|"))

app = Tiny()
app.run()
sys.exit(app.return_code)
"""
_SHELL = [sys.executable, "-c"]


def test_keys_reach_the_program_in_their_order() -> None:
    with Terminal([*_SHELL, _APP]) as terminal:
        terminal.wait_for(r"size 80x24\|")
        terminal.press("1", "n", "enter", "f7", "shift+tab", "left", "escape")
        terminal.wait_for(r"keys: 1 n enter f7 shift\+tab left escape\|")


def test_twenty_keys_in_one_write_all_arrive() -> None:
    with Terminal([*_SHELL, _APP]) as terminal:
        terminal.wait_for("size")
        terminal.send("1n2n3n4n5n6n7n8n9n0n")
        terminal.wait_for(r"keys: 1 n 2 n 3 n 4 n 5 n 6 n 7 n 8 n 9 n 0 n\|")


def test_exit_status_and_end_are_seen() -> None:
    with Terminal([*_SHELL, _APP]) as terminal:
        terminal.wait_for("size")
        terminal.press("q")
        assert terminal.wait_exit() == 3
        assert b"ready" in terminal.raw or b"size" in terminal.raw


def test_resize_is_told_to_the_program() -> None:
    with Terminal([*_SHELL, _APP], cols=100, rows=30) as terminal:
        terminal.wait_for(r"size 100x30\|")
        terminal.resize(120, 40)
        terminal.wait_for(r"size 120x40\|")
        terminal.wait_gone("100x30")


def test_kill_ends_the_program_at_once() -> None:
    with Terminal([*_SHELL, _APP]) as terminal:
        terminal.wait_for("size")
        terminal.kill()
        assert terminal.wait_exit() == -signal.SIGKILL


def test_program_still_running_is_killed_on_leaving() -> None:
    with Terminal([*_SHELL, _APP]) as terminal:
        terminal.wait_for("size")
    assert terminal.wait_exit() == -signal.SIGKILL


def test_failed_wait_shows_the_screen() -> None:
    with Terminal([*_SHELL, "print('what is there'); input()"]) as terminal:
        terminal.wait_for("what is there")
        with pytest.raises(AssertionError, match="what is there"):
            terminal.wait_for("what is not", timeout=0.05)


def test_wait_for_a_program_that_ends_does_not_wait_for_its_deadline() -> None:
    with (
        Terminal([*_SHELL, "print('last words')"]) as terminal,
        pytest.raises(AssertionError, match=r"ended before(.|\n)*last words"),
    ):
        terminal.wait_for("never", timeout=600)


def test_environment_of_the_tests_does_not_leak(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CSU_TUI_NOW", "2022-04-01T09:00:00+01:00")
    told = "import os; print(os.environ.get('CSU_TUI_NOW'), os.environ['OWN'], os.environ['TERM'], os.getcwd() + '.')"
    with Terminal([*_SHELL, told], env={"OWN": "own"}, cwd=tmp_path, cols=200) as terminal:
        assert terminal.wait_exit() == 0
        assert f"None own xterm-256color {tmp_path}." in terminal.screen()


def test_program_that_is_not_there_ends_with_127() -> None:
    with Terminal(["no-such-program-anywhere"]) as terminal:
        assert terminal.wait_exit() == 127


def test_settle_returns_once_all_is_quiet() -> None:
    with Terminal([*_SHELL, _APP]) as terminal:
        terminal.wait_for("size")
        terminal.press("a")
        assert "keys: a|" in terminal.settle()


def test_half_of_a_synchronised_update_is_not_visible() -> None:
    screen = Screen(20, 3)
    screen.feed(b"before")
    screen.feed(b"\x1b[?2026h\x1b[1;1Hafter!")
    assert screen.visible.startswith("before")
    screen.feed(b"\x1b[?2026l")
    assert screen.visible.startswith("after!")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (b"\x1b[c", b"\x1b[?62;22c"),
        (b"\x1b[5n", b"\x1b[0n"),
        (b"\x1b[2;3H\x1b[6n", b"\x1b[2;3R"),
        (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
        (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
        (b"\x1b[?u", b""),
        (b"\x1b[>1u", b""),
        (b"\x1b]11;?\x1b\\", b""),
    ],
)
def test_questions_of_a_program_are_answered_or_harmless(question: bytes, answer: bytes) -> None:
    screen = Screen(20, 3)
    assert b"".join(screen.feed(bytes([byte])) for byte in question) == answer
    assert screen.visible.strip() == ""


def test_what_is_cut_between_two_reads_is_drawn_whole() -> None:
    screen = Screen(20, 2)
    for byte in "\x1b]0;title\x07\x1b[1mSgt Ünal\x1b[0m 漢".encode():
        screen.feed(bytes([byte]))
    assert screen.title == "title"
    assert screen.visible.startswith("Sgt Ünal 漢")
