"""The ASB Case Review by keys: what the panel says, R in the meeting, and the list of all."""

from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.case_review import CaseReview
from csu_tui.domain.ids import CaseReviewId, ReportId
from tests.factories import HOSTILE, PLANTED, SECRET, SENSITIVE, import_reports, make_desk
from tests.tui.playing import Play, playing
from tests.tui.sitting import BOTH, send, sitting

TWICE = tuple({"received": f"{day}/03/2022 10:00", "occurred": f"{day}/03/2022"} for day in (20, 25))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A meeting on the third report of one caller."""
    desk = make_desk(tmp_path)
    import_reports(desk, *TWICE, history=True)
    return sitting(tmp_path, {"title": "Bikes", "text": "Bikes again."})  # short, so that all of it is in sight


def review(desk: Desk, number: int = 1) -> CaseReview:
    return desk.case_review(CaseReviewId(number), private=True)


@pytest.mark.parametrize("size", BOTH)
async def test_third_report_says_that_the_threshold_looks_met_and_which_key_raises(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with playing(desk, size) as play:
        assert "case review: 3 of 3" in play.words
        assert "threshold looks met" in play.words
        assert "R raises one" in play.words
        await play.press("R")
        assert "This caller has 3 qualifying reports in 6 months" in play.words
        await play.press("r")
        assert "V1 raised Fri 1 Apr: threshold to be decided" in play.words
        assert "R raises one" not in play.words
    assert review(desk).report_id == 3


async def test_second_report_is_for_explaining(tmp_path: Path) -> None:
    import_reports(make_desk(tmp_path), TWICE[0], history=True)
    async with playing(sitting(tmp_path, {})) as play:
        assert "case review: 2 of 3" in play.words
        assert "explain the Case Review" in play.words
        assert "R raises one" not in play.words


async def test_first_report_says_nothing_of_it(tmp_path: Path) -> None:
    async with playing(sitting(tmp_path, {})) as play:
        assert "case review" not in play.words.replace("R case review", "")


@pytest.mark.parametrize("size", BOTH)
async def test_r_decides_what_stands_then_closes_it_with_its_outcome(desk: Desk, size: tuple[int, int]) -> None:
    desk.raise_case_review(ReportId(3))
    async with playing(desk, size) as play:
        await play.press("R", "m", "f")
        assert "threshold met, taken forward" in play.words
        await play.press("R", "c", *"agreed", "enter")
        assert "R raises another" in play.words
        assert "V1 raised Fri 1 Apr: threshold met, taken forward, closed" in play.words
    assert (review(desk).outcome, review(desk).taken_forward) == ("agreed", True)


async def test_keys_sent_at_once_raise_and_decide(desk: Desk) -> None:
    async with playing(desk) as play:
        send(play, "Rr")
        await play.settle()
        send(play, "Rml")
        await play.settle()
    assert (review(desk).threshold_met, review(desk).taken_forward) == (True, None)


async def test_not_met_asks_why_and_z_takes_it_back(desk: Desk) -> None:
    desk.raise_case_review(ReportId(3))
    async with playing(desk) as play:
        await play.press("R", "n", *"one incident", "enter")
        assert review(desk).why == "one incident"
        await play.press("z")
        assert review(desk).threshold_met is None
        await play.press("z")
        assert desk.case_reviews() == ()


async def test_escape_and_enter_alone_raise_nothing(desk: Desk) -> None:
    async with playing(desk) as play:
        await play.press("R", "enter", "escape")
        assert play.on == "MeetingScreen"
    assert desk.case_reviews() == ()


async def test_words_typed_while_somebody_else_decided_are_asked_again(desk: Desk, tmp_path: Path) -> None:
    desk.raise_case_review(ReportId(3))
    other = make_desk(tmp_path, login="amir")
    async with playing(desk) as play:
        await play.press("R", "n", *"one incident")
        other.decide_case_review(review(desk), threshold_met=True)
        await play.press("enter")
        assert "Somebody was quicker" in play.words
        await play.press("n")
        assert "one incident" in play.words
        await play.press("enter")
    assert review(desk).why == "one incident"


async def test_words_about_a_sensitive_report_are_typed_in_dots(tmp_path: Path) -> None:
    desk = sitting(tmp_path, SENSITIVE)
    desk.raise_case_review(ReportId(1))
    async with playing(desk) as play:
        await play.press("R", "n", *SECRET)
        assert "•••" in play.words
        assert not [word for word in PLANTED if word in play.words]
        await play.press("enter")
        assert not [word for word in PLANTED if word in play.words]
    assert review(desk).why == SECRET


async def test_read_only_screen_raises_none_and_says_why(desk: Desk, tmp_path: Path) -> None:
    desk.close()
    async with playing(make_desk(tmp_path, create=False, read_only=True)) as play:
        await play.press("R")
        assert "read-only" in play.words


async def listed(play: Play) -> None:
    play.app.action_case_reviews()
    await play.settle()


@pytest.mark.parametrize("size", BOTH)
async def test_list_shows_every_review_newest_first_and_no_secret(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = make_desk(tmp_path)
    plain, sensitive = import_reports(desk, {}, SENSITIVE | {"phone": "01632 960999", "email": "", "house": "9"})
    desk.raise_case_review(plain)
    desk.raise_case_review(sensitive)
    desk.decide_case_review(review(desk, 1), threshold_met=False, why=HOSTILE)
    desk.decide_case_review(review(desk, 2), threshold_met=False, why=SECRET)
    async with playing(desk, size) as play:
        await listed(play)
        assert play.words.index("V2") < play.words.index("V1")
        assert "Nuisance Bikes" in play.words
        assert "[ALPHA-1]" in play.words
        assert "Sensitive concern" in play.words
        assert not [word for word in PLANTED if word in play.words]


async def test_list_decides_and_closes_and_goes_to_the_report(desk: Desk) -> None:
    desk.raise_case_review(ReportId(3))
    async with playing(desk) as play:
        await listed(play)
        await play.press("R", "m", "f", "R", "c", *"agreed", "enter")
        assert "closed" in play.words
        await play.press("R")
        assert "It is closed" in play.words
        await play.press("z")
        assert review(desk).closed is None
        await play.press("enter")
        assert "NUISANCE BIKES" in play.words


async def test_empty_list_says_how_one_comes_into_it(tmp_path: Path) -> None:
    async with playing(make_desk(tmp_path)) as play:
        await listed(play)
        assert "No ASB Case Review has been raised" in play.words
        await play.press("R", "enter", "y", "z")
        assert play.on == "CaseReviewsScreen"


async def test_escape_from_why_not_forward_is_one_question_back(desk: Desk) -> None:
    async with playing(desk) as play:
        await play.press("R", "r", "R", "m", "n")
        assert "Why is it not taken forward?" in play.words
        await play.press("escape")
        assert "Is it taken forward?" in play.words
        await play.press("f")
    assert (review(desk).threshold_met, review(desk).taken_forward) == (True, True)
