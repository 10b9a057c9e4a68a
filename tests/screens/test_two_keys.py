"""A routine report costs two keys: its owner's digit and n (SPEC 4.1)."""

from pathlib import Path

from tests.factories import steps
from tests.screens.room import STANDING, WAITS, at, looking, sat_before, screens

MOST = 60


def test_twenty_routine_reports_cost_sixty_keys_from_enter_to_the_minutes(tmp_path: Path) -> None:
    sat_before(tmp_path, {}, due="2022-04-20")
    with looking(tmp_path) as desk:
        from tests.factories import take

        take(desk, *(at(minute) for minute in range(20)))
    pressed: list[str] = []
    with screens(tmp_path) as terminal:

        def press(*keys: str) -> None:
            pressed.extend(keys)
            terminal.press(*keys)

        terminal.wait_for(WAITS)
        press("enter")
        terminal.wait_for("Roll call")
        press("enter")
        terminal.wait_for(STANDING)
        for number in range(20):
            terminal.wait_for(rf"\b{number + 1} of 20\b")
            press(str(number % 9 + 1), "n")
        terminal.wait_for("ENDING THE MEETING")
        terminal.wait_for("NOTHING IS LEFT")
        press("E")
        terminal.wait_for("M2 closed")
        press("m")
        terminal.wait_for("OFFICIAL")
    assert len(pressed) <= MOST
    with looking(tmp_path) as desk:
        assert desk.meeting() is None
        assert steps(desk) == ()
        minutes = desk.minutes_text(redacted=False)
    assert minutes.count("Decision") + minutes.count("task") >= 20
