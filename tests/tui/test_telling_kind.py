"""A kind such as Prevent names the concern: of a sensitive report's action a room reads its family alone."""

from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.stroke import ActionFilter, Assignment
from csu_tui.domain.words import Family
from tests.factories import SENSITIVE, agency, import_reports, make_desk, open_meeting, step_of
from tests.tui.duties import office
from tests.tui.playing import playing
from tests.tui.sitting import BOTH

TELLING = ("Prevent", "warning letter")


def unit(folder: Path, kind: str, **row: str) -> Desk:
    """A1 on R1, due in the open meeting."""
    desk = office(folder, (1, kind, row))
    open_meeting(desk)
    return desk


@pytest.mark.parametrize("kind", TELLING)
@pytest.mark.parametrize("size", BOTH)
async def test_no_screen_names_it(tmp_path: Path, kind: str, size: tuple[int, int]) -> None:
    async with playing(unit(tmp_path, kind, **SENSITIVE), size) as play:
        for keys in ((), ("f5", *"R1"), ("enter",), ("tab",), ("escape", "f3"), ("w",), ("w",)):
            await play.press(*keys)
            assert kind not in play.screen, keys
        await play.press("v")
        assert kind in play.words


@pytest.mark.parametrize("kind", TELLING)
def test_no_filter_finds_it(tmp_path: Path, kind: str) -> None:
    desk = unit(tmp_path, kind, **SENSITIVE)
    for private in (False, True):
        found = desk.action_list(ActionFilter(), private=private)
        assert len(found.finding(kind)) == private
    (action,) = desk.actions(ActionFilter())
    assert action.kind == action.family.value
    assert desk.action(action.id, private=True).kind == kind


def test_the_sentence_that_says_it_was_tasked_does_not_name_it(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, SENSITIVE, {})
    open_meeting(desk)
    kind = next(one for one in desk.kinds() if one.name == "Prevent")
    said = [desk.assign(step_of(desk, one), Assignment(agency(desk, 1), kind_id=kind.id)).words for one in (1, 2)]
    assert ["Prevent" in words for words in said] == [False, True]
    assert Family.REFERRAL in said[0]


def test_a_kind_that_names_no_concern_and_one_of_another_report_are_read(tmp_path: Path) -> None:
    desk = office(tmp_path, (1, "visit", SENSITIVE), (1, "Prevent", {}))
    assert {one.kind for one in desk.actions(ActionFilter())} == {"visit", "Prevent"}
