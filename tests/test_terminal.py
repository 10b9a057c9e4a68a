import sys
from collections.abc import Iterator

import pytest

from tests.glass import Glass
from tests.terminal import Terminal

PROGRAM = """
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

class Tiny(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("ready", id="said", markup=False)

    def say(self, words: str) -> None:
        self.query_one("#said", Static).update(words)

    def on_resize(self, event: events.Resize) -> None:
        self.title = f"{event.size.width}x{event.size.height}"

    def on_key(self, event: events.Key) -> None:
        if event.key == "s":
            self.say(f"size {self.size.width}x{self.size.height}")
        elif event.key == "x":
            self.exit(return_code=7)
        else:
            self.typed = getattr(self, "typed", "") + f"<{event.key}>"
            self.say(self.typed)

app = Tiny()
app.run()
raise SystemExit(app.return_code)
"""


@pytest.fixture
def tiny() -> Iterator[Terminal]:
    with Terminal([sys.executable, "-c", PROGRAM], cols=80, rows=24) as terminal:
        terminal.wait_for("^ready$")
        yield terminal


def test_program_is_read_as_it_is_drawn(tiny: Terminal) -> None:
    lines = tiny.screen().split("\n")
    assert (lines[0], len(lines)) == ("ready", 24)


def test_keys_reach_the_program_by_name_and_in_order(tiny: Terminal) -> None:
    tiny.press("n", "enter", "f3", "down", "shift+tab", "ctrl+a", "1")
    tiny.wait_for("<n><enter><f3><down><shift.tab><ctrl.a><1>")


def test_many_keys_in_one_write_all_arrive(tiny: Terminal) -> None:
    tiny.send("1n2n3n" * 3)
    tiny.wait_for("(<1><n><2><n><3><n>\\s*)+")
    assert "".join(tiny.settle().split()) == "<1><n><2><n><3><n>" * 3


def test_exit_status_is_the_programs_own(tiny: Terminal) -> None:
    tiny.press("x")
    assert tiny.wait_exit() == 7


def test_normal_screen_comes_back_after_the_program(tiny: Terminal) -> None:
    tiny.press("x")
    tiny.wait_exit()
    assert "ready" not in tiny.screen()


def test_kill_leaves_nothing_running(tiny: Terminal) -> None:
    tiny.kill()
    assert tiny.wait_exit() == -9


def test_resize_is_told_to_the_program(tiny: Terminal) -> None:
    tiny.resize(120, 40)
    tiny.settle()
    tiny.press("s")
    assert len(tiny.wait_for("^size 120x40$").split("\n")) == 40


def test_what_is_gone_can_be_waited_for(tiny: Terminal) -> None:
    tiny.press("n")
    assert "<n>" in tiny.wait_gone("ready")


def test_wait_that_runs_out_shows_the_screen(tiny: Terminal) -> None:
    with pytest.raises(AssertionError, match=r"'absent' not shown after 0\.1 s:\nready"):
        tiny.wait_for("absent", timeout=0.1)


def test_waiting_for_a_program_that_has_ended_fails_at_once() -> None:
    with (
        Terminal([sys.executable, "-c", "print('bye')"]) as terminal,
        pytest.raises(AssertionError, match="the program has ended:\nbye"),
    ):
        terminal.wait_for("absent")


def test_everything_received_is_kept_also_what_is_not_drawn(tiny: Terminal) -> None:
    tiny.press("n")
    tiny.wait_for("<n>")
    assert b"\x1b[?1049h" in tiny.raw
    assert b"\x1b[?2026h" in tiny.raw  # Textual was told that updates may be synchronised


def test_program_in_the_terminal_has_the_given_size_and_environment() -> None:
    code = "import os; print(os.get_terminal_size(), os.environ['TERM'], os.environ['WORD'], os.isatty(0))"
    with Terminal([sys.executable, "-c", code], cols=101, rows=31, env={"WORD": "here"}) as terminal:
        assert terminal.wait_exit() == 0
        assert "columns=101, lines=31) xterm-256color here True" in terminal.screen()


def test_settings_of_whoever_runs_the_tests_do_not_reach_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSU_TUI_NOW", "2022-04-01T09:00:00+01:00")
    told = "import os; print(os.environ.get('CSU_TUI_NOW'), os.environ.get('CSU_TUI_DB'))"
    with Terminal([sys.executable, "-c", told], env={"CSU_TUI_DB": "own.db"}) as terminal:
        assert terminal.wait_exit() == 0
        assert "None own.db" in terminal.screen()


def drawn(*parts: bytes) -> str:
    glass = Glass(20, 3)
    for part in parts:
        glass.feed(part)
    return glass.text().rstrip("\n")


def test_synchronised_update_is_seen_only_when_it_ends() -> None:
    glass = Glass(20, 3)
    glass.feed(b"old\x1b[?2026h\rnew")
    assert (glass.text().split("\n")[0], glass.updating) == ("old", True)
    glass.feed(b"\x1b[?2026l")
    assert (glass.text().split("\n")[0], glass.updating) == ("new", False)


OUTPUT = (
    b"\x1b[?1049h\x1b[2J\x1b[H\x1b[?2026h\x1b[1;31mr\xc3\xa9d\x1b[0m\x1b]0;title\x07 "
    b"\x1b[>1u\x1b[<u\xe6\xbc\xa2\x1b[?2026l!"
)


@pytest.mark.parametrize("at", range(len(OUTPUT) + 1))
def test_output_cut_anywhere_is_drawn_the_same(at: int) -> None:
    assert drawn(OUTPUT[:at], OUTPUT[at:]) == "réd 漢!"


@pytest.mark.parametrize(
    "sequence", [b"\x1b[>4;1m", b"\x1b[4:3m", b"\x1bPdata\x1b\\", b"\x1b]52;c;x\x1b\\", b"\x1b[?2048$p"]
)
def test_sequences_that_draw_nothing_leave_no_letters(sequence: bytes) -> None:
    assert drawn(b"a" + sequence + b"b") == "ab"
