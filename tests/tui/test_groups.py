"""Task and Finish Groups by keys: a report put into one, one that reports back, and their own screens."""

from datetime import date
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.group import Group, NewGroup
from csu_tui.domain.ids import GroupId, ReportId
from csu_tui.domain.words import About, Decision, Review, StepKind
from csu_tui.tui.present.group import back_piece, group_lines
from tests.factories import (
    HOSTILE,
    MARKUP,
    NAME,
    PLANTED,
    SECRET,
    SENSITIVE,
    agency,
    clock_of,
    close,
    import_reports,
    make_desk,
    open_meeting,
    steps,
)
from tests.tui.playing import SIZES, playing
from tests.tui.sitting import sitting


def group(desk: Desk, number: int = 1) -> Group:
    return desk.group(GroupId(number), private=True)


def started(desk: Desk, name: str = "Garages", **more: object) -> None:
    desk.start_group(NewGroup(name, agency(desk, 1), **more))  # type: ignore[arg-type]


def hearing(folder: Path, *, about: About = About.AREA) -> Desk:
    """A meeting whose first step is a group that reports back; everything free in it is planted."""
    desk = make_desk(folder)
    import_reports(desk, {}, {})
    open_meeting(desk)
    started(desk, NAME if about is About.PERSON else "Garages", about=about, concern=SECRET, reports=(ReportId(1),))
    desk.note_group(GroupId(1), SECRET if about is About.PERSON else "two patrols")
    close(desk)
    clock_of(desk).set("2022-05-05T09:00:00+01:00")
    open_meeting(desk)
    assert steps(desk)[0].kind is StepKind.GROUP
    return desk


@pytest.mark.parametrize("size", SIZES)
async def test_g_starts_a_group_of_the_place_by_enters_alone(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk, size) as play:
        await play.press("g", *["enter"] * 5)
        assert steps(desk)[0].decision is Decision.GROUP
        assert (group(desk).name, group(desk).about) == ("Mill Lane, Swanley", About.AREA)
        assert "task and finish group" in play.words
        assert "T1 Mill Lane, Swanley" in play.words


async def test_g_begins_with_all_reports_of_the_place_where_they_are_many(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {}, {}, {}, {}, {})
    async with playing(desk) as play:
        await play.press("g")
        assert "all 5 of this place in 28 days" in play.words
        await play.press("ctrl+s")
        assert len(group(desk).reports) == 5
        assert [step.decision for step in steps(desk)] == [Decision.GROUP, None, None, None, None]


async def test_g_puts_a_report_into_a_group_by_its_digit_and_enter_alone_does_nothing(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    started(desk)
    async with playing(desk) as play:
        await play.press("g", "enter")
        assert steps(desk)[0].decision is None
        await play.press("1")
        assert [one.report_id for one in group(desk).reports] == [1]
        await play.press("z")
        assert (steps(desk)[0].decision, group(desk).reports) == (None, ())


async def test_a_digit_after_g_takes_the_report_out_again_and_says_so(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk) as play:
        await play.press("g", "ctrl+s", "1")
        assert "taken out of T1" in play.words
        assert (steps(desk)[0].decision, group(desk).reports) == (Decision.TASK, ())


async def test_the_name_of_a_group_about_a_person_is_typed_in_dots_and_never_drawn(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk) as play:
        await play.press("g", "p", *NAME)
        assert NAME not in play.words
        await play.press("ctrl+s")
        assert (group(desk).name, group(desk).about) == (NAME, About.PERSON)
        assert "T1" in play.words
        assert not [word for word in PLANTED if word in play.words]


async def test_a_sensitive_report_s_group_is_about_a_person_unless_said_otherwise(tmp_path: Path) -> None:
    desk = sitting(tmp_path, SENSITIVE)
    async with playing(desk) as play:
        await play.press("g", "ctrl+s")
        assert "Name the group first" in play.words
        await play.press("tab", *SECRET, "ctrl+s")
        assert SECRET not in play.words
        assert (group(desk).name, group(desk).about) == (SECRET, About.PERSON)


@pytest.mark.parametrize("size", SIZES)
async def test_a_group_that_reports_back_is_heard(tmp_path: Path, size: tuple[int, int]) -> None:
    desk = hearing(tmp_path)
    async with playing(desk, size) as play:
        for said in ("GARAGES", "not heard yet", "1 DAY OVERDUE"):
            assert said in play.words
        await play.press(*["down"] * 9)
        assert "two patrols" in play.words
        await play.press("d", *"gate locked", "enter", "enter")
        assert steps(desk)[0].review is Review.REPORTED_BACK
        assert [note.text for note in group(desk).notes] == ["two patrols", "gate locked"]
        assert str(group(desk).report_back) == "2022-06-06"
        await play.press("z")
        assert steps(desk)[0].review is None


async def test_it_is_carried_over_closed_or_led_by_another(tmp_path: Path) -> None:
    desk = hearing(tmp_path)
    async with playing(desk) as play:
        await play.press("o", "plus", "3", "enter", "1")
        assert steps(desk)[0].review is Review.CARRIED_OVER
        await play.press("a", "4", "1")
        assert steps(desk)[0].review is Review.HANDED_OVER
        assert group(desk).lead_id == agency(desk, 4)
        await play.press("x", *"done", "enter")
        assert steps(desk)[0].review is Review.CLOSED
        assert group(desk).outcome == "done"
        assert "OUTCOME" in play.words


@pytest.mark.parametrize("key", ["1", "0", "i", "h", "s", "g", "b", "k", "f", "l"])
async def test_what_is_for_a_report_or_an_action_says_so_and_does_nothing(tmp_path: Path, key: str) -> None:
    desk = hearing(tmp_path)
    before = len(desk.changes("T1")), len(desk.changes("R1"))
    async with playing(desk) as play:
        await play.press(key)
        assert "a group: d o a x settle it" in play.words
        assert (len(desk.changes("T1")), len(desk.changes("R1"))) == before


async def test_walking_counts_it_and_the_checklist_names_it(tmp_path: Path) -> None:
    desk = hearing(tmp_path)
    async with playing(desk) as play:
        assert "1 group to review" in play.words
        await play.press("right_square_bracket")
        assert "R1" in play.words
        await play.press("left_square_bracket", "E")
        assert "Groups not heard (1)" in play.words
        assert "T1" in play.words
        await play.press("enter")
        assert "GARAGES" in play.words


@pytest.mark.parametrize("size", SIZES)
async def test_a_hidden_group_is_drawn_nowhere_in_shared_and_whole_in_private(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    desk = hearing(tmp_path, about=About.PERSON)
    async with playing(desk, size) as play:
        seen = play.words
        assert "GROUP T1" in seen
        for keys in (("tab",), ("tab", "E"), ("escape", "g"), ("c", *SECRET, "enter"), ("n",), ("g",), ("escape",)):
            await play.press(*keys)
            seen += play.words
        assert not [word for word in PLANTED if word.casefold() in seen.casefold()]
        await play.press("f7", "y", "p", "p")
        assert NAME.upper() in play.words


@pytest.mark.parametrize("size", SIZES)
async def test_the_groups_screen_says_what_to_do_where_there_is_none_and_starts_one(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    desk = make_desk(tmp_path)
    async with playing(desk, size) as play:
        await play.press("t")
        assert "No Task and Finish Group has been started yet." in play.words
        assert "g starts one" in play.words
        await play.press("g", "enter", *"Garages", "ctrl+s")
        assert [one.name for one in desk.groups()] == ["Garages"]
        assert "Garages" in play.words


async def test_every_stroke_of_the_groups_screen(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {}, {})
    started(desk)
    async with playing(desk) as play:
        await play.press("t", "n", *"met there", "enter")
        await play.press("plus", *"R1 R2", "enter")
        await play.press("enter")
        for said in ("met there", "R1 Nuisance Bikes", "R2 Nuisance Bikes"):
            assert said in play.words
        await play.press("minus", "1")
        assert [one.report_id for one in group(desk).reports] == [2]
        await play.press("m", "a", "2")
        await play.press("m", "p", "0", *"Insp Lowe", "enter")
        assert [one.name for one in group(desk).members] == ["", "Insp Lowe"]
        await play.press("m", "2")
        assert [one.name for one in group(desk).members] == [""]
        await play.press("e", "tab", "tab", *"bikes", "ctrl+s")
        assert group(desk).concern == "bikes"
        await play.press("d", *"quiet now", "enter", "up", "up", "down", "down", "down", "enter")
        assert group(desk).report_back is None
        await play.press("x", *"all quiet", "enter")
        assert not group(desk).open
        await play.press("o")
        assert "T1 is closed already" in play.words
        await play.press("z")
        assert group(desk).open
        await play.press("escape")
        assert "1 GROUP OPEN" in play.words


async def test_a_hidden_group_s_screens_show_nothing_of_it_in_shared(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {})
    started(desk, NAME, about=About.PERSON, concern=SECRET, reports=(ReportId(1),))
    desk.note_group(GroupId(1), SECRET)
    desk.add_member(GroupId(1), None, NAME)
    async with playing(desk) as play:
        seen = ""
        for keys in (("t",), ("enter",), ("e",), ("m",), ("escape", "minus"), ("escape", "n", *SECRET), ("enter",)):
            await play.press(*keys)
            seen += play.words
        assert "F7 shows it first" in seen
        assert not [word for word in PLANTED if word.casefold() in seen.casefold()]


async def test_two_people_at_once_lose_no_words(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    started(desk)
    other = make_desk(tmp_path, clock_of(desk), login="amir")
    async with playing(desk) as play:
        await play.press("t", "x", *"gates mended")
        other.edit_group(other.group(GroupId(1)), "Garages East", "", About.AREA)
        await play.press("enter")
        assert group(desk).open
        assert "gates mended" in play.words
        await play.press("enter")
        assert group(desk).outcome == "gates mended"


async def test_read_only_screens_show_groups_and_change_none(tmp_path: Path) -> None:
    started(make_desk(tmp_path))
    desk = make_desk(tmp_path, read_only=True)
    async with playing(desk) as play:
        await play.press("t", "n")
        assert "read-only" in play.words
        await play.press("g")
        assert "read-only" in play.words


async def test_g_on_a_hotspot_starts_a_group_of_its_reports(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, *({"received": f"{20 + n}/03/2022 10:00"} for n in range(6)), SENSITIVE)
    async with playing(desk) as play:
        await play.press("s", "enter", "g", "ctrl+s")
        assert "T1: started" in play.words
        assert (group(desk).name, group(desk).count, group(desk).hidden) == ("Mill Lane, Swanley", 6, False)


async def test_hostile_names_and_notes_are_drawn_as_they_are_and_do_nothing(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    started(desk, MARKUP, concern=HOSTILE, reports=(ReportId(1),))
    desk.note_group(GroupId(1), HOSTILE)
    async with playing(desk) as play:
        for keys in (("g",), ("escape", "ctrl+p", *"task and fin"), ("enter",), ("enter",), ("e",), ("escape", "m")):
            await play.press(*keys)
            assert "\x1b" not in play.screen
        await play.press("escape")
        assert MARKUP.upper() in play.screen.upper()


async def test_the_hint_says_digit_where_digits_pick(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    started(desk)
    async with playing(desk) as play:
        await play.press("g")
        assert "digit picks" in play.words
        assert "letter picks" not in play.words


def test_the_list_has_its_columns_below_each_other_and_each_whole_at_80(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, {}, {})
    started(desk, "Two households, Barley Close and Beech Road", reports=(ReportId(1), ReportId(2)))
    started(desk, "Garages", report_back=date(2022, 4, 20))
    today = date(2022, 5, 10)
    drawn = ["".join(text for text, _ in row) for row in group_lines(desk.groups(), 0, today, 79).lines]
    rows = [row for row in drawn if "T1" in row or "T2" in row]
    backs = [back_piece(one, today)[0] for one in desk.groups()]
    assert [len(rows), ["overdue" in back for back in backs].count(True)] == [2, 2]
    assert len({row.index(back) for row, back in zip(rows, backs, strict=True)}) == 1
    assert [one in row for row in rows for one in ("2 reports", "0 reports") if one in row] == [True, True]
    assert all(len(row.rstrip()) <= 79 for row in rows)


@pytest.mark.parametrize("size", SIZES)
async def test_enter_on_a_group_s_report_opens_its_record_and_escape_comes_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    desk = make_desk(tmp_path)
    numbers = import_reports(desk, *({} for _ in range(9)))
    started(desk, reports=numbers)
    async with playing(desk, size) as play:
        await play.press("t", "enter")
        assert "▶ R1 " in play.words
        await play.press("enter")
        assert play.on == "ReportScreen"
        assert "REPORT Fri 1 Apr 2022 clock set R1" in play.words
        await play.press("escape")
        assert play.on == "GroupScreen"
        await play.press(*["down"] * 8)
        assert "▶ R9 " in play.words
        await play.press("enter")
        assert "clock set R9" in play.words
        await play.press("escape", "escape")
        assert play.on == "GroupsScreen"


async def test_past_its_reports_the_arrow_scrolls_to_a_group_s_progress(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    numbers = import_reports(desk, *({} for _ in range(9)))
    started(desk, reports=numbers)
    desk.note_group(GroupId(1), "first of all")
    for _ in range(9):
        desk.note_group(GroupId(1), "later")
    async with playing(desk) as play:
        await play.press("t", "enter")
        assert "first of all" not in play.words
        await play.press(*["down"] * 40)
        assert "first of all" in play.words
        await play.press(*["up"] * 60)
        assert "▶ R1 " in play.words


async def test_of_a_hidden_group_enter_opens_a_report_as_a_room_reads_it(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    import_reports(desk, SENSITIVE, {})
    started(desk, NAME, about=About.PERSON, concern=SECRET, reports=(ReportId(1), ReportId(2)))
    async with playing(desk) as play:
        await play.press("t", "enter")
        assert "▶ R1 · R2" in play.words
        await play.press("enter")
        assert play.on == "ReportScreen"
        assert not [word for word in PLANTED if word in play.words]
        await play.press("escape", "v", "down")
        assert "▶ R2 Nuisance Bikes" in play.words
        await play.press("enter", "escape")
        assert not [word for word in PLANTED if word.casefold() in play.words.casefold()]


async def test_enter_in_a_group_without_a_report_says_what_adds_some(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    started(desk)
    async with playing(desk) as play:
        await play.press("t", "enter", "enter")
        assert "It has no report yet: + puts some into it." in play.words


@pytest.mark.parametrize("size", SIZES[:2])
async def test_the_newest_progress_stays_in_sight_however_many_reports_a_group_has(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    desk = make_desk(tmp_path)
    started(desk, reports=import_reports(desk, *({} for _ in range(30))))
    desk.note_group(GroupId(1), "long ago")
    desk.note_group(GroupId(1), "gates mended")
    async with playing(desk, size) as play:
        await play.press("t", "enter")
        assert "gates mended" in play.words
        assert "long ago" not in play.words


async def test_a_hotspot_says_which_group_works_on_it_and_g_opens_that_or_starts_one_of_the_others(
    tmp_path: Path,
) -> None:
    desk = make_desk(tmp_path)
    numbers = import_reports(desk, *({"received": f"{20 + n}/03/2022 10:00"} for n in range(6)))
    desk.link(numbers[5], numbers[4])
    started(desk, reports=numbers[:2])
    async with playing(desk) as play:
        await play.press("s", "enter")
        assert "T1 works on 2 of them; g starts a group of the others." in play.words
        await play.press("g")
        assert "4 reports, 1 of them linked" in play.words
        await play.press("ctrl+s")
        assert "T2: started" in play.words
        assert [one.report_id for one in group(desk, 2).reports] == list(numbers[2:])
        assert "T1, T2 work on all of them: g opens T1." in play.words
        await play.press("g")
        assert play.on == "GroupScreen"
        assert "GARAGES" in play.words


@pytest.mark.parametrize("size", SIZES)
async def test_in_the_meeting_enter_opens_a_group_s_page_and_escape_comes_back_to_its_step(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    desk = hearing(tmp_path)
    async with playing(desk, size) as play:
        await play.press("enter")
        assert play.on == "GroupScreen"
        await play.press("n", *"fence mended", "enter", "enter")
        assert play.on == "ReportScreen"
        await play.press("escape", "d", *"gate locked", "enter", "enter", "escape")
        assert play.on == "MeetingScreen"
        assert steps(desk)[0].review is Review.REPORTED_BACK
        assert "reported back" in play.words
        await play.press("tab", "enter")
        assert play.on == "MeetingScreen"
    assert [note.text for note in group(desk).notes] == ["two patrols", "fence mended", "gate locked"]


async def test_the_concern_is_asked_before_enter_starts_a_group(tmp_path: Path) -> None:
    desk = sitting(tmp_path, {})
    async with playing(desk) as play:
        await play.press("g", *["enter"] * 4)
        await play.press(*"bikes1", "enter")
        assert group(desk).concern == "bikes1"
        assert (steps(desk)[0].owners, play.on) == ((), "MeetingScreen")
