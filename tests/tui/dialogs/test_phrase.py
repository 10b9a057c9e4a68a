"""One line: a phrase by its digit, or one's own words."""

import asyncio
from typing import Any

import pytest
from textual.events import Key, Paste
from textual.widgets import Input

from csu_tui.tui.dialogs.phrase import PhraseDialog
from tests.tui.dialogs.stage import DRAWN, HOSTILE, NOTHING, SIZES, Stage, ask

PHRASES = ("advice given", "owner elsewhere", HOSTILE)


def reason(*, hidden: bool = False, blank_ok: bool = False) -> PhraseDialog:
    return PhraseDialog(HOSTILE, PHRASES, hidden=hidden, blank_ok=blank_ok)


async def test_a_digit_picks_and_saves() -> None:
    assert (await ask(reason(), "2")).answer == "owner elsewhere"


async def test_a_phrase_comes_back_as_it_was_given() -> None:
    assert (await ask(reason(), "3")).answer == HOSTILE


async def test_a_letter_is_the_first_of_ones_own_words() -> None:
    assert (await ask(reason(), *"moved 2 on", "enter")).answer == "moved 2 on"


async def test_zero_begins_own_words_with_any_sign() -> None:
    assert (await ask(reason(), "0", *"2 new bins", "enter")).answer == "2 new bins"


async def test_enter_takes_the_phrase_at_the_arrow() -> None:
    assert (await ask(reason(), "down", "enter")).answer == "owner elsewhere"


async def test_enter_with_own_words_begun_and_none_written_saves_nothing() -> None:
    seen = await ask(reason(), "0", "enter")
    assert seen.answer is NOTHING
    assert "Write a few words first." in seen.text


async def test_backspace_on_an_empty_line_gives_the_digits_back() -> None:
    assert (await ask(reason(), "0", "backspace", "1")).answer == "advice given"


async def test_blank_is_taken_only_where_it_may_be() -> None:
    assert (await ask(reason(blank_ok=True), "enter")).answer == ""
    assert (await ask(PhraseDialog("why", ()), "enter")).answer is NOTHING


async def test_escape_leaves_at_once_while_nothing_is_typed() -> None:
    assert (await ask(reason(), "escape")).answer is None


async def test_escape_asks_once_before_words_are_lost() -> None:
    seen = await ask(reason(), *"foo", "escape")
    assert seen.answer is NOTHING
    assert "Escape again leaves, and your words are lost." in seen.text
    assert (await ask(reason(), *"foo", "escape", "escape")).answer is None


async def test_typing_on_after_the_warning_keeps_the_words() -> None:
    assert (await ask(reason(), *"foo", "escape", "d", "escape", "s", "enter")).answer == "foods"


async def test_alt_letter_is_escape_and_then_the_letter_for_the_screen_below() -> None:
    stage = Stage(reason())
    async with stage.run_test() as pilot:
        stage.post_message(Key("alt+n", "n"))
        await pilot.pause()
        await pilot.pause()
        assert stage.answer is None
        assert stage.below == ["n"]


async def test_alt_letter_never_throws_typed_words_away() -> None:
    stage = Stage(reason())
    async with stage.run_test() as pilot:
        await pilot.press(*"foo")
        stage.post_message(Key("alt+d", "d"))
        await pilot.pause()
        await pilot.press("enter")
        assert stage.answer == "food"


async def test_keys_sent_in_one_burst_keep_their_order() -> None:
    stage = Stage(reason())
    async with stage.run_test() as pilot:
        for sign in "abcdefghijklmnopqrstuvwxyz0123456789":
            stage.post_message(Key(sign, sign))
        stage.post_message(Key("enter", None))
        await asyncio.wait_for(pilot.pause(), 5)
        await pilot.pause()
        assert stage.answer == "abcdefghijklmnopqrstuvwxyz0123456789"


async def test_pasted_digits_are_words_and_pick_nothing() -> None:
    stage = Stage(reason())
    async with stage.run_test() as pilot:
        stage.post_message(Paste("2 new bins\nand more"))
        await pilot.pause()
        await pilot.press("enter")
        assert stage.answer == "2 new bins"


async def test_hidden_words_are_typed_in_dots() -> None:
    seen = await ask(reason(hidden=True), *"secret")
    assert "secret" not in seen.text
    assert "••••••" in seen.text


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_words_are_drawn_harmlessly(size: tuple[int, int]) -> None:
    seen = await ask(reason(), size=size)
    assert seen.text.count("[ALPHA-1] [/x] [@click=app.quit]q[/] :fire:") == 2
    assert "\x1b" not in seen.text
    assert DRAWN.split()[-1] in seen.text


@pytest.mark.parametrize("size", [*SIZES, (120, 40), (30, 10)])
async def test_the_footer_says_that_function_keys_wait(size: tuple[int, int]) -> None:
    seen = await ask(PhraseDialog("Reason", PHRASES[:2]), size=size)
    assert "F1–F9" in seen.text


async def test_a_click_picks_a_phrase() -> None:
    async def click(pilot: Any) -> None:
        await pilot.click("Choices", offset=(8, 1))

    assert (await ask(reason(), then=click)).answer == "owner elsewhere"


async def test_words_survive_a_resize() -> None:
    async def shrink(pilot: Any) -> None:
        await pilot.resize_terminal(60, 18)
        await pilot.press("enter")

    assert (await ask(reason(), *"kept", then=shrink)).answer == "kept"


async def test_the_line_of_typing_alone_has_the_focus() -> None:
    stage = Stage(reason())
    async with stage.run_test() as pilot:
        await pilot.press("tab", "down", "shift+tab")
        assert isinstance(stage.focused, Input)
