"""Two people at one action: the later is told in words what changed, and nothing typed is lost."""

import re
from datetime import date
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import BusyError
from csu_tui.domain.stroke import Assignment
from csu_tui.domain.words import ActionStatus
from tests.factories import SENSITIVE, agency, import_reports, make_desk, open_meeting, steps
from tests.tui.duties import actions, colleague, office
from tests.tui.playing import SIZES, Play, playing
from tests.tui.sitting import reviewing

PATROL: tuple[int, str, dict[str, str]] = (1, "patrol", {})
OLD_DAY, FRIDAY = date(2022, 3, 30), date(2022, 4, 8)


def asked(play: Play) -> str:
    """Return what is drawn as one line, without the frames that break a sentence."""
    return " ".join(re.sub("[│╭╮╰╯─]", " ", play.screen).split())


def reword(desk: Desk, text: str, due: date | None = None) -> None:
    """Let a colleague edit the first action."""
    sam = colleague(desk)
    sam.edit_action(sam.action(actions(desk)[0].id, private=True), text, due)


def redate(desk: Desk) -> None:
    sam = colleague(desk)
    sam.redate(sam.action(actions(desk)[0].id), FRIDAY, "waits")


@pytest.mark.parametrize("size", SIZES)
async def test_edited_words_and_date_are_both_shown_again_and_saved(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = office(tmp_path, PATROL)
    async with playing(desk, size) as play:
        await play.press("f3", "e", "tab", *" twice", "tab", "tab", "tab", *"+3")
        reword(desk, "sam was there")
        await play.press("enter")
        assert "sam has changed A1 meanwhile: its words are others now (“sam was there”)" in asked(play)
        assert "look at it twice" in asked(play)
        assert "Wed 6 Apr" in asked(play)
        await play.press("enter")
        assert (actions(desk)[0].text, actions(desk)[0].due) == ("look at it twice", date(2022, 4, 6))


async def test_what_the_later_left_alone_stays_the_others(tmp_path: Path) -> None:
    desk = office(tmp_path, PATROL)
    async with playing(desk) as play:
        await play.press("f3", "e", "tab", "tab", "tab", "tab", *"+3")
        reword(desk, "sam was there")
        await play.press("enter", "enter")
        assert (actions(desk)[0].text, actions(desk)[0].due) == ("sam was there", date(2022, 4, 6))


async def test_words_of_a_sensitive_report_left_alone_in_private_stay_the_others(tmp_path: Path) -> None:
    desk = office(tmp_path, (1, "patrol", SENSITIVE))
    async with playing(desk) as play:
        await play.press("f3", "f7", "y", "e", "tab", "tab", "tab", "tab", *"+3")
        reword(desk, "sam was there")
        await play.press("enter", "enter")
        assert (actions(desk)[0].text, actions(desk)[0].due) == ("sam was there", date(2022, 4, 6))


async def test_leaving_what_was_edited_is_warned_of_once(tmp_path: Path) -> None:
    desk = office(tmp_path, PATROL)
    async with playing(desk) as play:
        await play.press("f3", "e", "tab", *" twice")
        redate(desk)
        await play.press("enter", "escape")
        assert "your words are lost" in asked(play)
        assert "look at it twice" in asked(play)


async def test_a_new_date_typed_is_named_where_it_is_asked_again(tmp_path: Path) -> None:
    desk = office(tmp_path, PATROL)
    async with playing(desk) as play:
        await play.press("f3", "o", *"+3", "enter", *"absent")
        redate(desk)
        await play.press("enter")
        assert "due Fri 8 Apr instead of Wed 30 Mar" in asked(play)
        assert "Enter saves Wed 6 Apr, with your reason, all the same." in asked(play)
        await play.press("enter")
        assert actions(desk)[0].due == date(2022, 4, 6)


async def test_a_hand_over_names_to_whom_where_it_is_asked_again(tmp_path: Path) -> None:
    desk = office(tmp_path, PATROL)
    async with playing(desk) as play:
        await play.press("f3", "a", "4", *"theirs")
        redate(desk)
        await play.press("enter")
        assert "Enter hands it over to County Council Community Wardens, with your reason, all the same." in asked(play)
        await play.press("enter")
        assert (actions(desk)[0].agency, actions(desk)[0].due) == ("Wardens", FRIDAY)


@pytest.mark.parametrize(("keys", "status"), [("d", ActionStatus.DONE), ("k", ActionStatus.NOT_UNDERTAKEN)])
async def test_an_ending_says_which_it_is_where_it_is_asked_again(
    tmp_path: Path, keys: str, status: ActionStatus
) -> None:
    desk = office(tmp_path, PATROL)
    async with playing(desk) as play:
        await play.press("f3", keys, *"my words")
        redate(desk)
        await play.press("enter")
        assert "".join(("Enter saves it as ", status.value, ", with your words, all the same.")) in asked(play)
        await play.press("enter")
        assert (actions(desk)[0].status, actions(desk)[0].outcome) == (status, "my words")


async def test_the_chairs_date_and_reason_are_kept_too(tmp_path: Path) -> None:
    desk = reviewing(tmp_path, (1, "patrol"))
    async with playing(desk) as play:
        await play.press("o", *"+3", "enter", *"absent")
        redate(desk)
        await play.press("enter")
        assert "sam has changed A1 meanwhile: due Fri 8 Apr instead of Wed 30 Mar" in asked(play)
        assert "absent" in asked(play)
        await play.press("enter")
        assert actions(desk)[0].due == date(2022, 4, 6)


async def test_a_clash_waits_while_the_next_words_are_being_typed(tmp_path: Path) -> None:
    desk = office(tmp_path, PATROL, (1, "patrol", {}))
    async with playing(desk) as play:
        await play.press("f3", "d", *"first")
        redate(desk)
        screen = play.app.screen_stack[-2]
        heard: list[str] = []
        screen.once_on_top(lambda: heard.append("asked"))  # type: ignore[attr-defined]
        assert not heard
        await play.press(*" words")
        assert "first words" in asked(play)
        await play.press("escape", "escape")
        assert heard == ["asked"]


async def test_a_clash_that_cannot_be_read_while_somebody_writes_is_told_a_little_later(tmp_path: Path) -> None:
    async with playing(office(tmp_path, PATROL)) as play:
        await play.press("f3")
        heard: list[str] = []

        def question() -> None:
            heard.append("asked")
            if len(heard) == 1:
                raise BusyError("Somebody else is saving.")

        play.app.screen.once_on_top(question)  # type: ignore[attr-defined]
        while len(heard) < 2:
            await play.pilot.pause(0.05)
        assert play.on == "ActionsScreen"


async def test_a_digit_on_an_action_of_a_sensitive_report_never_empties_its_words(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, SENSITIVE)
    open_meeting(desk)
    desk.assign(steps(desk)[0], Assignment(agency(desk, 1), text="visit with care"))
    sam = colleague(desk)
    sam.note_action(sam.action(actions(desk)[0].id), "seen")
    async with playing(desk) as play:
        await play.press("1", "tab", "enter")
        assert "so stay" in asked(play)
        assert "visit with care" in actions(desk)[0].text
