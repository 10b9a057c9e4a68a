"""The first questions: asked until answered or put off, of a second person only who they are (SPEC 4.6)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.unit import Questions
from tests.factories import HOSTILE, agency, close, import_reports, make_desk, open_meeting, refused

ALL_THREE = Questions(unit=True, person=True)
WHO = Questions(unit=False, person=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path)
    yield opened
    opened.close()


def test_a_new_unit_is_asked_until_it_is_put_off(desk: Desk) -> None:
    assert desk.to_ask() == ALL_THREE
    said = desk.start_unit()
    assert "Later" in said.words
    assert "nothing of yours" in refused(desk.undo)
    assert not desk.to_ask()
    assert desk.unanswered() == ALL_THREE


@pytest.mark.parametrize("history", [True, False])
def test_reports_taken_in_make_no_unit_less_new(desk: Desk, history: bool) -> None:
    import_reports(desk, {}, history=history)
    assert desk.to_ask() == ALL_THREE


def test_a_second_person_is_asked_only_who_they_are_and_once(desk: Desk, tmp_path: Path) -> None:
    desk.start_unit("Darent Vale CSU", "Ann", agency(desk, 3))
    other = make_desk(tmp_path, login="smith", create=False)
    assert other.to_ask() == WHO
    other.start_unit()
    assert not other.to_ask()
    assert not desk.to_ask()
    other.close()


def test_a_second_person_who_was_put_on_the_list_is_matched_not_doubled(desk: Desk, tmp_path: Path) -> None:
    desk.add_officer(agency(desk, 1), "PC Amir")
    other = make_desk(tmp_path, login="amir", create=False)
    assert "You are PC Amir of" in other.start_unit("", "pc amir").words
    assert [one.login for one in other.officers()] == ["amir"]
    other.undo()
    assert [(one.name, one.login) for one in other.officers()] == [("PC Amir", None)]
    other.close()


def test_nobody_takes_the_officer_of_another_user(desk: Desk, tmp_path: Path) -> None:
    desk.start_unit(name="Ann")
    other = make_desk(tmp_path, login="smith", create=False)
    assert "Ann of DC Safety is the user ellis" in refused(lambda: other.start_unit(name="Ann"))
    assert other.to_ask() == WHO
    other.close()


def test_two_who_answer_at_once_keep_the_first_one_s_name_of_the_unit(desk: Desk, tmp_path: Path) -> None:
    other = make_desk(tmp_path, login="smith", create=False)
    desk.start_unit("Darent Vale CSU")
    assert "named Darent Vale CSU meanwhile" in other.start_unit("Vale").words
    assert desk.unit().unit == "Darent Vale CSU"
    other.close()


def test_the_answers_name_the_unit_and_match_the_login(desk: Desk) -> None:
    desk.start_unit(" Darent Vale CSU ", HOSTILE.strip()[:60], agency(desk, 3))
    assert desk.unit().unit == "Darent Vale CSU"
    (me,) = desk.officers()
    assert (me.agency_id, me.login) == (agency(desk, 3), "ellis")
    assert desk.check().problems == ()
    desk.undo()
    assert desk.officers() == ()


def test_a_name_without_an_agency_is_of_the_unit_s_own(desk: Desk) -> None:
    assert "You are Ann of DC Safety" in desk.start_unit(name="Ann").words
    assert desk.me().name == "Ann"


def test_an_officer_matched_says_that_the_unit_is_in_use(desk: Desk, tmp_path: Path) -> None:
    desk.add_officer(desk.agencies()[0].id, "Sgt Ellis", "ellis")
    assert not desk.to_ask()
    assert make_desk(tmp_path, login="smith", create=False).to_ask() == WHO


def test_a_name_says_that_the_unit_is_in_use_were_it_the_usual_one(desk: Desk) -> None:
    desk.set_setting("unit", desk.unit().unit)
    assert desk.to_ask() == WHO
    assert not desk.unanswered().unit


def test_an_open_meeting_is_not_held_up_by_a_question(desk: Desk) -> None:
    import_reports(desk, {})
    open_meeting(desk)
    assert not desk.to_ask()
    close(desk)
    assert desk.to_ask() == WHO


def test_nobody_is_asked_where_nothing_can_be_written(desk: Desk, tmp_path: Path) -> None:
    assert desk.to_ask()
    assert not make_desk(tmp_path, create=False, read_only=True).to_ask()
