"""What SHARED draws, and what a reveal shows and for how long."""

from pathlib import Path

import pytest

from csu_tui.domain.words import Decision, StepKind
from csu_tui.tui.screens.meeting import MeetingScreen
from tests.factories import HOSTILE, NAME, PHONE, PLANTED, SECRET, SENSITIVE, rows_of, steps
from tests.tui.playing import SIZES, Play, playing
from tests.tui.sitting import BOTH, reviewing, send, sitting


class Hand:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def screen_of(play: Play) -> MeetingScreen:
    assert isinstance(play.app.screen, MeetingScreen)
    return play.app.screen


@pytest.mark.parametrize("size", BOTH)
async def test_shared_draws_nothing_planted_on_any_step_by_any_key(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = reviewing(tmp_path, (1, "visit"), rows=({}, SENSITIVE, {"street": "", "house": "", "postcode": ""}))
    dialogs = (
        "f",
        "l",
        "c",
        "e",
        "d",
        "b",
        "k",
        "o",
        "O",
        "a",
        "0",
        "x",
        "h",
        "s",
        "plus",
        "r",
        "tab",
        "question_mark",
    )
    async with playing(desk, size) as play:
        for _ in steps(desk):
            for key in dialogs:
                await play.press(key)
                assert not [planted for planted in PLANTED if planted in play.screen], key
                await play.press("escape")
                while play.on != "MeetingScreen":
                    await play.press("escape")
            await play.press("i", "1")
            assert not [planted for planted in PLANTED if planted in play.screen]
            await play.press("n")


@pytest.mark.parametrize("size", BOTH)
async def test_a_reveal_is_recorded_shown_and_ended_by_any_step(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = sitting(tmp_path, {}, {})
    async with playing(desk, size) as play:
        await play.press("v")
        assert NAME in play.words
        assert PHONE in play.words
        assert "15 seconds" in play.words
        assert ("look: details",) in rows_of(desk, "SELECT what FROM change")
        await play.press("n")
        assert NAME not in play.words
        await play.press("p")
        assert NAME not in play.words


@pytest.mark.parametrize("size", BOTH)
async def test_a_reveal_shows_the_reason_and_comment_of_a_sensitive_step(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = sitting(tmp_path, SENSITIVE)
    desk.comment(steps(desk)[0], "a trombone for the minutes")
    desk.decide(steps(desk)[0], Decision.HOLD_OVER, "the harp is missing")
    async with playing(desk, size) as play:
        screen, hand = screen_of(play), Hand()
        screen.clock = hand
        assert "trombone" not in play.screen
        await play.press("v")
        assert "the harp is missing" in play.words
        assert "a trombone for the minutes" in play.words
        await play.press("i")
        assert "a trombone for the minutes" in play.words
        hand.at = 15.5
        screen.tick_reveal()
        await play.settle()
        assert "trombone" not in play.screen


async def test_a_reveal_ends_at_another_step_of_the_same_report_too(tmp_path: Path) -> None:
    desk = reviewing(tmp_path, (1, "visit"), (1, "call"), rows=())
    with desk._writing() as writing:
        writing.change("action", 2, report_id=1)
        writing.record("edit", "A2")
    async with playing(desk, (120, 40)) as play:
        screen = screen_of(play)
        await play.press("v")
        assert NAME in play.words
        screen.walk.to_number(2)
        screen.refresh_from_desk()
        await play.settle()
        assert NAME not in play.words


async def test_what_is_decided_while_details_are_shown_is_seen_at_once(tmp_path: Path) -> None:
    async with playing(sitting(tmp_path, SENSITIVE), (80, 24)) as play:
        await play.press("v", "1")
        assert SECRET in play.words
        assert "DECISION task" in play.words
        await play.press("z")
        assert "DECISION undecided" in play.words


async def test_a_reveal_ends_after_15_seconds_and_again_restarts_it(tmp_path: Path) -> None:
    desk = sitting(tmp_path, SENSITIVE)
    async with playing(desk, (120, 40)) as play:
        screen, hand = screen_of(play), Hand()
        screen.clock = hand
        await play.press("v")
        assert SECRET in play.words
        hand.at = 14.0
        screen.tick_reveal()
        await play.settle()
        assert SECRET in play.words
        await play.press("v")
        hand.at = 28.0
        screen.tick_reveal()
        await play.settle()
        assert SECRET in play.words
        assert "1 second" in play.words
        hand.at = 29.5
        screen.tick_reveal()
        await play.settle()
        assert SECRET not in play.words


async def test_a_reveal_recorded_after_the_step_was_left_shows_nothing(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {"name": "Somebody Else"})
    async with playing(desk, (120, 40)) as play:
        send(play, "vn")
        await play.settle()
        assert NAME not in play.words
        assert "Somebody Else" not in play.words


async def test_private_draws_them_and_shared_again_does_not(tmp_path: Path) -> None:
    desk = sitting(tmp_path, SENSITIVE)
    async with playing(desk, (120, 40)) as play:
        await play.press("f7", "y")
        assert SECRET in play.words
        assert NAME in play.words
        await play.press("f7")
        assert not [planted for planted in PLANTED if planted in play.screen]


async def test_a_reveal_does_not_survive_another_screen(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk) as play:
        await play.press("v")
        await play.press("E", "escape")
        assert NAME not in play.words


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_in_every_field_is_drawn_harmlessly(tmp_path: Path, size: tuple[int, int]) -> None:
    everything = dict.fromkeys(("source", "title", "text", "house", "street", "locality", "name", "phone"), HOSTILE)
    desk = sitting(tmp_path, everything | {"category": "Noise"}, SENSITIVE | {"street": HOSTILE})
    async with playing(desk, size) as play:
        seen = ""
        for _ in steps(desk):
            for key in ("1", "v", "tab", "tab", "pagedown", "n"):
                await play.press(key)
                assert not [sign for sign in play.screen if sign != "\n" and not sign.isprintable()]
                seen += play.screen
        assert "[ALPHA-1]" in seen


async def test_kinds_of_step_are_told_without_colour(tmp_path: Path) -> None:
    desk = reviewing(tmp_path, (1, "patrol"))
    async with playing(desk, (120, 40)) as play:
        await play.press("d", "1")
        lines = [line for line in play.screen.splitlines() if "▶" in line]
        assert "✓" in lines[0]
        assert "done" in lines[0]
        assert steps(desk)[0].kind is StepKind.ACTION
