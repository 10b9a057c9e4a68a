"""What was seen before, and the same incident, by keys."""

from pathlib import Path

import pytest

from csu_tui.domain.group import NewGroup
from csu_tui.domain.ids import GroupId, ReportId
from csu_tui.domain.words import Decision, FeedbackState
from tests.factories import HOSTILE, SECRET, SENSITIVE, agency, import_reports, steps
from tests.tui.playing import playing
from tests.tui.sitting import BOTH, sitting

PAST = ({"received": "20/03/2022"}, {"received": "10/03/2022", "name": "", "phone": "", "email": "", "postcode": ""})


@pytest.mark.parametrize("size", BOTH)
async def test_b_lists_what_went_before_and_enter_opens_it(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = sitting(tmp_path, {}, {"received": "30/03/2022", "category": "Noise"})
    import_reports(desk, *PAST, history=True)
    desk.task(steps(desk)[0], agency(desk, 1))
    async with playing(desk, size) as play:
        await play.press("n", "b")
        assert play.on == "SeenScreen"
        for words in ("R2", "R3", "near, not counted: same street, no postcode"):
            assert words in play.screen
        assert HOSTILE not in play.screen
        await play.press("enter")
        assert play.on == "ReportScreen"
        await play.press("b")
        assert play.on == "SeenScreen"
        await play.press("escape", "escape")
        assert play.on == "SeenScreen"
        await play.press("escape")
        assert (play.on, play.app.screen.walk.number) == ("MeetingScreen", 2)  # type: ignore[attr-defined]


async def test_why_a_report_is_near_is_whole_at_80_columns(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    long = {"category": "Rowdy or Inconsiderate Behaviour", "name": "", "phone": "", "email": "", "postcode": ""}
    import_reports(desk, {"received": "10/03/2022", **long}, history=True)
    async with playing(desk) as play:
        await play.press("b")
        assert "near, not counted: same street, no postcode" in play.words
        assert "Mill Lane, Swanley" in play.words
        assert "→ not decided yet" in play.words


@pytest.mark.parametrize("size", BOTH)
async def test_the_sign_of_the_agenda_is_explained_where_the_panel_is_and_in_help(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    desk = sitting(tmp_path, {})
    import_reports(desk, {"received": "20/03/2022"}, history=True)
    async with playing(desk, size) as play:
        assert "1 here in 28 days (×1)" in play.words
        await play.press("question_mark")
        told = play.words
        for _ in range(6):
            await play.press("pagedown")
            told += play.words
        assert "×3 so many others here in the 28 days before" in told


async def test_b_on_an_empty_past_says_so(tmp_path: Path) -> None:
    async with playing(sitting(tmp_path, {})) as play:
        await play.press("b")
        assert "Nothing was seen before" in play.words
        await play.press("enter", "b")
        assert play.on == "MeetingScreen"


async def test_what_went_before_a_sensitive_report_is_not_listed_to_the_room(tmp_path: Path) -> None:
    desk = sitting(tmp_path, SENSITIVE)
    import_reports(desk, *PAST, SENSITIVE | {"received": "20/03/2022"}, history=True)
    async with playing(desk) as play:
        assert "1 sensitive, not listed" in play.words
        await play.press("b")
        assert "counted and not listed" in play.words
        assert "R2" not in play.screen
        assert SECRET not in play.screen


async def test_s_offers_the_likeliest_first_and_a_digit_links(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {"street": "Elm Close", "postcode": "BR8 1ZZ", "phone": "", "email": "", "name": ""}, {})
    import_reports(desk, {"received": "29/03/2022"}, history=True)
    async with playing(desk) as play:
        await play.press("n", "s")
        assert play.words.index("R3") < play.words.index("R1 ")
        assert "a–z a reference" in play.words
        assert "same place, same caller, same category" in play.words
        await play.press("1", "y")
        assert steps(desk)[1].linked_id == 3
        assert "one answer tells both" in play.words


async def test_s_again_takes_the_link_away(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {})
    async with playing(desk) as play:
        await play.press("n", "s", "1", "enter")
        assert steps(desk)[1].decision is Decision.SAME_INCIDENT
        assert desk.report(ReportId(2)).feedback.state is FeedbackState.DUE
        await play.press("s", "u")
        assert (steps(desk)[1].decision, "undecided again" in play.words) == (None, True)
        await play.press("z")
        assert steps(desk)[1].linked_id == 1


async def test_candidates_of_a_sensitive_report_do_not_say_who_called_before(tmp_path: Path) -> None:
    desk = sitting(tmp_path, SENSITIVE, {"street": "Elm Close", "postcode": "BR8 1ZZ"})
    async with playing(desk) as play:
        number = next(step.number for step in steps(desk) if step.sensitive)
        await play.press(*["n"] * (number - 1), "s")
        assert play.on == "IncidentDialog"
        assert "same caller" not in play.words


@pytest.mark.parametrize("decided", [False, True])
async def test_s_takes_away_a_link_that_was_made_outside_the_meeting(tmp_path: Path, decided: bool) -> None:
    desk = sitting(tmp_path, {}, {})
    desk.link(ReportId(1), ReportId(2))
    if decided:
        desk.task(steps(desk)[0], agency(desk, 1))
    async with playing(desk) as play:
        await play.press("s")
        assert "R1 is linked to R2; u unlinks it." in play.words
        await play.press("u")
        assert "R1: no longer the same incident as R2." in play.words
        assert desk.linked_to(ReportId(1)) is None
        assert steps(desk)[0].decision is (Decision.TASK if decided else None)
        await play.press("s")
        assert "u unlinks it" not in play.words
        await play.press("escape", "z")
        assert desk.linked_to(ReportId(1)) == 2


@pytest.mark.parametrize("size", BOTH)
async def test_what_is_counted_and_not_listed_is_never_said_not_to_have_been(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    desk = sitting(tmp_path, {})
    import_reports(desk, SENSITIVE | {"received": "20/03/2022"}, history=True)
    async with playing(desk, size) as play:
        await play.press("b")
        assert "1 sensitive, not listed" in play.words
        assert "counted and never listed" in play.words
        assert "Nothing was seen before" not in play.words


@pytest.mark.parametrize(("key", "shared"), [("y", True), ("n", False)])
async def test_one_answer_that_tells_two_is_said_at_the_feedback_of_both(
    tmp_path: Path, key: str, shared: bool
) -> None:
    desk = sitting(tmp_path, {}, {})
    async with playing(desk) as play:
        await play.press("n", "s", "1", key)
        assert ("one answer with R1" in play.words) is shared
        await play.press("p")
        assert ("one answer with R2" in play.words) is shared
        await play.press("f4")
        assert ("one answer with R2" in play.words) is shared


@pytest.mark.parametrize("size", BOTH)
async def test_the_group_that_took_an_earlier_report_is_named_with_its_outcome(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    desk = sitting(tmp_path, {}, {})
    desk.start_group_on(steps(desk)[0], NewGroup("Garages", agency(desk, 1)))
    desk.close_group(desk.group(GroupId(1)), "the gate is locked")
    async with playing(desk, size) as play:
        await play.press("n", "b")
        assert "→ task and finish group T1, closed: the gate is locked" in play.words
