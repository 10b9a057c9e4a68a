"""The Actions screen by keys: mine first, narrowed as one types, ended, handed on, undone."""

from datetime import date
from pathlib import Path

import pytest

from csu_tui.domain.words import ActionStatus, FeedbackState
from tests.factories import PLANTED, SECRET, SENSITIVE
from tests.tui.duties import BOTH, ELLIS, actions, colleague, office, whole
from tests.tui.playing import SIZES, playing
from tests.tui.sitting import send

PATROL: tuple[int, str, dict[str, str]] = (1, "patrol", {})
MILL, OAK = {"street": "Mill Lane"}, {"street": "Oak Road", "category": "Noise"}


@pytest.mark.parametrize("size", SIZES)
async def test_f3_opens_on_mine_with_how_late_they_are_in_words(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = office(tmp_path, PATROL, (4, "visit", OAK))
    async with playing(desk, size) as play:
        await play.press("f3")
        assert "1 open action, 1 overdue" in play.words
        assert "A1" in play.screen
        assert "2 days overdue" in play.words
        assert "A2" not in play.screen


@pytest.mark.parametrize("size", BOTH)
async def test_w_goes_from_mine_to_my_agency_to_all_and_round(tmp_path: Path, size: tuple[int, int]) -> None:
    async with playing(office(tmp_path, PATROL, (4, "visit", OAK)), size) as play:
        await play.press("f3")
        assert ELLIS in play.words
        await play.press("w")
        assert "MY AGENCY" in play.words
        await play.press("w")
        assert "ALL AGENCIES 2 open actions" in play.words
        assert "A2" in play.screen
        await play.press("w")
        assert "MINE" in play.words


async def test_who_i_am_is_asked_once_and_remembered(tmp_path: Path) -> None:
    async with playing(office(tmp_path, PATROL, me=False)) as play:
        await play.press("f3")
        assert "I am" in play.words
        await play.press("1", *"elli", "enter")
        assert "MINE PC Ellis" in play.words
        await play.press("f2", "f3")
        assert "I am" not in play.words
        assert "A1" in play.screen


async def test_a_name_of_before_that_is_nobodys_is_named_and_asked_again(tmp_path: Path) -> None:
    async with playing(office(tmp_path, PATROL, me=False)) as play:
        play.app.memory.keep("Police CSU", "PC Elis")
        await play.press("f3")
        assert "Police CSU has no officer “PC Elis”" in play.words.replace("│ │ ", "").replace("│", "")
        await play.press("1", *"elli", "enter")
        assert "MINE PC Ellis" in play.words


async def test_finishing_takes_two_keys_and_a_visit_three(tmp_path: Path) -> None:
    desk = office(tmp_path, PATROL, (1, "visit", OAK))
    async with playing(desk) as play:
        await play.press("f3")
        await play.press(*(keys := ("d", "1")))
        assert len(keys) <= 3
        assert actions(desk)[0].status is ActionStatus.DONE
        await play.press(*(visit := ("d", "1", "y")))
        assert len(visit) <= 3
        assert actions(desk)[1].status is ActionStatus.DONE
        assert [one.reached for one in whole(desk, 2).contacts] == [True]


async def test_a_visit_that_told_the_reporter_settles_the_feedback_in_the_same_stroke(tmp_path: Path) -> None:
    desk = office(tmp_path, (1, "visit", {}))
    async with playing(desk) as play:
        await play.press("f3", "d", "1", "s")
        assert whole(desk, 1).feedback.state is FeedbackState.GIVEN
        assert len(whole(desk, 1).contacts) == 1


async def test_a_call_that_settles_the_feedback_takes_three_keys_and_carries_my_name(tmp_path: Path) -> None:
    desk = office(tmp_path, PATROL)
    async with playing(desk) as play:
        await play.press("f3")
        await play.press(*(keys := ("l", "c", "s")))
        assert len(keys) <= 3
        found = whole(desk, 1)
        assert found.feedback.state is FeedbackState.GIVEN
        assert [(one.means.value, one.officer) for one in found.contacts] == [("call", ELLIS)]


@pytest.mark.parametrize(
    ("key", "status"), [("b", ActionStatus.NOT_POSSIBLE), ("k", ActionStatus.NOT_UNDERTAKEN), ("d", ActionStatus.DONE)]
)
async def test_each_way_of_ending_is_its_own_and_z_brings_it_back(
    tmp_path: Path, key: str, status: ActionStatus
) -> None:
    desk = office(tmp_path, PATROL)
    async with playing(desk) as play:
        await play.press("f3", key, "1")
        assert actions(desk)[0].status is status
        assert "No open action names you" in play.words
        await play.press("z")
        assert actions(desk)[0].status is ActionStatus.OPEN
        assert "Undone" in play.words


async def test_a_new_date_keeps_the_old_one_and_why(tmp_path: Path) -> None:
    desk = office(tmp_path, PATROL)
    async with playing(desk) as play:
        await play.press("f3", "o", "plus", "3", "enter", "1")
        assert (actions(desk)[0].carried_over, actions(desk)[0].due) == (1, date(2022, 4, 6))
        assert "carried over once" in play.words


async def test_handed_over_it_leaves_my_list(tmp_path: Path) -> None:
    desk = office(tmp_path, PATROL)
    async with playing(desk) as play:
        await play.press("f3", "a", "4", "1")
        assert actions(desk)[0].agency == "Wardens"
        assert "No open action names you" in play.words


async def test_a_note_joins_the_words_and_names_who_wrote_it(tmp_path: Path) -> None:
    desk = office(tmp_path, PATROL)
    async with playing(desk) as play:
        await play.press("f3", "c", *"out", "enter")
        assert actions(desk)[0].text == "look at it · Fri 1 Apr, ellis: out"
        assert "ellis: out" in play.words
        await play.press("z")
        assert actions(desk)[0].text == "look at it"


async def test_words_and_date_are_edited(tmp_path: Path) -> None:
    desk = office(tmp_path, PATROL)
    async with playing(desk) as play:
        await play.press("f3", "e", "tab", *" twice", "ctrl+s")
        assert actions(desk)[0].text == "look at it twice"


@pytest.mark.parametrize("size", BOTH)
async def test_the_list_narrows_as_one_types_over_all_that_is_shown(tmp_path: Path, size: tuple[int, int]) -> None:
    async with playing(office(tmp_path, (1, "patrol", MILL), (1, "visit", OAK)), size) as play:
        await play.press("f3")
        send(play, "/oak")
        await play.settle()
        assert "1 of 1" in play.words
        assert "Oak Road" in play.words
        await play.press("enter", "d", "1")
        assert "A2" in play.words
        await play.press("escape", "escape", "escape")
        assert "2 open actions" in play.words


async def test_what_nobody_may_see_is_not_found_either(tmp_path: Path) -> None:
    desk = office(tmp_path, (1, "patrol", SENSITIVE))
    async with playing(desk) as play:
        await play.press("f3", "slash", *"plantage")
        assert "No action has that in it" in play.words


@pytest.mark.parametrize("size", BOTH)
async def test_shared_shows_nothing_personal_and_v_does_for_fifteen_seconds(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with playing(office(tmp_path, PATROL, (1, "visit", SENSITIVE)), size) as play:
        await play.press("f3")
        for key in ("down", "enter", "pagedown", "enter", "c", "escape", "w", "w"):
            await play.press(key)
            assert not [secret for secret in PLANTED if secret.casefold() in play.words.casefold()]
        await play.press("home", "v")
        assert "DETAILS SHOWN" in play.words
        assert "Plantagenet" in play.words
        await play.press("down")
        assert "Plantagenet" not in play.words


async def test_details_stay_up_while_private_and_words_of_a_sensitive_report_too(tmp_path: Path) -> None:
    async with playing(office(tmp_path, (1, "visit", SENSITIVE)), (120, 40)) as play:
        await play.press("f3", "f7", "y")
        assert SECRET in play.words


async def test_somebody_elses_changes_are_followed_without_losing_place_or_filter(tmp_path: Path) -> None:
    desk = office(tmp_path, (1, "patrol", MILL), (1, "patrol", OAK), (1, "patrol", MILL))
    sam = colleague(desk)
    async with playing(desk) as play:
        await play.press("f3", "slash", *"mill", "enter", "down")
        assert "2 of 2" in play.words
        sam.finish(sam.action(actions(desk)[0].id), ActionStatus.DONE, "by sam")
        play.app._poll()
        await play.settle()
        assert "1 of 1" in play.words
        assert "A3" in play.words
        assert "mill" in play.words


async def test_the_later_of_two_is_told_what_the_other_changed_and_keeps_the_words(tmp_path: Path) -> None:
    desk = office(tmp_path, PATROL)
    sam = colleague(desk)
    async with playing(desk) as play:
        await play.press("f3", "d")
        sam.redate(sam.action(actions(desk)[0].id), date(2022, 4, 8), "waits")
        await play.press(*"my words", "enter")
        assert "sam has changed A1 meanwhile: due Fri 8 Apr instead of Wed 30 Mar" in play.words
        assert "my words" in play.words
        await play.press("enter")
        assert (actions(desk)[0].status, actions(desk)[0].outcome) == (ActionStatus.DONE, "my words")


async def test_words_for_an_action_that_somebody_else_ended_join_it_as_a_note(tmp_path: Path) -> None:
    desk = office(tmp_path, PATROL)
    sam = colleague(desk)
    async with playing(desk) as play:
        await play.press("f3", "d")
        sam.finish(sam.action(actions(desk)[0].id), ActionStatus.NOT_POSSIBLE, "moved away")
        await play.press(*"my words", "enter", "enter")
        assert actions(desk)[0].status is ActionStatus.NOT_POSSIBLE
        assert "ellis: my words" in actions(desk)[0].text


async def test_a_read_only_screen_says_so_and_still_narrows(tmp_path: Path) -> None:
    office(tmp_path, PATROL).close()
    from tests.factories import make_desk

    async with playing(make_desk(tmp_path, create=False, read_only=True)) as play:
        await play.press("f3", "d")
        assert "read-only" in play.words
        await play.press("slash", *"zzz")
        assert "No action has that in it" in play.words


@pytest.mark.parametrize("size", BOTH)
async def test_enter_opens_the_whole_record_at_the_action_and_escape_comes_back_to_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    desk = office(tmp_path, PATROL, (2, "visit", {"text": "long ago and far away " * 200}))
    async with playing(desk, size) as play:
        await play.press("f3", "w", "w", "down", "enter")
        assert play.on == "ReportScreen"
        assert "▶ A2" in play.words
        await play.press("b", "1", "R")
        assert play.on == "CaseReviewDialog"
        await play.press("escape", "escape")
        assert play.on == "ActionsScreen"
    assert [one.status for one in actions(desk)] == [ActionStatus.OPEN, ActionStatus.NOT_POSSIBLE]


@pytest.mark.parametrize("key", ["f3", "f4"])
async def test_what_has_no_room_beside_a_list_names_the_key_that_shows_it(tmp_path: Path, key: str) -> None:
    long = {"title": "Long", "text": "word " * 300}
    async with playing(office(tmp_path, (1, "patrol", long))) as play:
        await play.press(key)
        assert "more lines: enter" in play.words
        await play.press("enter")
        assert "more lines: arrows" in play.words
