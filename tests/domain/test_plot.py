"""Pictures as lines: their numbers beside them, told apart by signs, never wider than their room."""

from hypothesis import given
from hypothesis import strategies as st

from csu_tui.domain.picture import Bars, Grid, PictureName, first_contact, folded, hours, months, most, places
from csu_tui.domain.plot import ASCII, BLOCKS, Mark, Signs, plotted
from csu_tui.domain.span import read_month, read_year
from csu_tui.domain.text import clean, width
from tests.factories import HOSTILE

YEAR = read_year("2021-22")
counts = st.integers(min_value=0, max_value=2_000_000)
labels = st.one_of(st.text(max_size=60), st.just(HOSTILE))
bars = st.lists(st.tuples(labels, counts, counts), max_size=14).map(
    lambda rows: Bars(PictureName.MONTHS, "2021-22", "2020-21", tuple(rows), HOSTILE)
)
grids = st.lists(st.tuples(labels, st.lists(counts, min_size=24, max_size=24).map(tuple)), max_size=8).map(
    lambda rows: Grid(PictureName.HOURS, tuple(f"{at:02}" for at in range(24)), tuple(rows), "", fold=True)
)


def lines(picture: Bars | Grid, room: int = 78, signs: Signs = BLOCKS) -> list[str]:
    return ["".join(text for text, _ in drawn) for drawn in plotted(picture, room, signs)]


@given(st.one_of(bars, grids), st.integers(min_value=40, max_value=200), st.sampled_from((BLOCKS, ASCII)))
def test_no_line_is_wider_than_its_room_nor_holds_a_control(picture: Bars | Grid, room: int, signs: Signs) -> None:
    for line in lines(picture, room, signs):
        assert width(line) <= room
        assert clean(line) == line


@given(bars)
def test_every_value_stands_beside_its_bar(picture: Bars) -> None:
    if not any(now or before for _, now, before in picture.rows):
        return
    drawn = plotted(picture, 100)[3:]
    assert len(drawn) == len(picture.rows)
    for row, (_, now, before) in zip(drawn, picture.rows, strict=True):
        assert (row[1][0].strip(), row[2][0].strip()) == (str(now), str(before))


def test_bar_and_mark_are_different_signs_whatever_the_colour() -> None:
    picture = Bars(PictureName.MONTHS, "2021-22", "2020-21", (("Apr", 40, 84), ("May", 84, 40), ("Jun", 0, 0)))
    for signs in (BLOCKS, ASCII):
        *_, april, may, june = lines(picture, 60, signs)
        assert april.index(signs.before) > april.rindex(signs.full)
        assert may.index(signs.before) < may.rindex(signs.full)
        assert signs.before not in june
        assert signs.full not in june


def test_the_smallest_value_is_seen() -> None:
    picture = Bars(PictureName.MONTHS, "now", "then", (("one", 1, 0), ("many", 100_000, 0)))
    assert any(sign in lines(picture)[-2] for sign in BLOCKS.parts)
    assert "#" in lines(picture, signs=ASCII)[-2]


def test_roles_say_which_span_a_number_is_of() -> None:
    picture = Bars(PictureName.MONTHS, "2021-22", "2020-21", (("Apr", 40, 84),))
    marks = [mark for _, mark in plotted(picture, 60)[-1]]
    assert marks[:3] == [Mark.TEXT, Mark.NOW, Mark.BEFORE]


def test_where_hours_have_no_room_neighbours_are_added_and_nothing_is_lost() -> None:
    row = tuple(range(24))
    picture = Grid(PictureName.HOURS, tuple(f"{at:02}" for at in range(24)), (("Mon", row),), fold=True)
    assert len(lines(picture, 120)[1].split()) == 24
    heads = lines(picture, 60)[1].split()
    assert heads[:2] == ["00", "02"]
    assert sum(folded(row, 2)) == sum(row)


def test_a_report_s_hour_is_london_s() -> None:
    grid = hours({"2021-06-15T22": 3, "2021-06-15T23": 4, "2021-12-15T23": 1, "": 2})
    found = dict(grid.rows)
    assert (found["Tue"][23], found["Wed"][0], found["Wed"][23]) == (3, 4, 1)
    assert grid.says == "8 reports with a time, by London hour; 2 with a day only left out."


def test_a_month_stands_against_the_month_at_its_place_in_the_span_before() -> None:
    drawn = months({"2021-04": 40}, {"2020-04": 84, "2021-03": 9}, YEAR, YEAR.before())
    assert (drawn.rows[0], drawn.rows[-1]) == (("Apr 2021", 40, 84), ("Mar 2022", 0, 9))


def test_what_is_not_drawn_by_itself_is_one_line_of_others() -> None:
    now = {f"c{at:02}": 100 - at for at in range(20)}
    drawn = most(PictureName.CATEGORIES, now, {"c19": 5, "gone": 7}, YEAR, YEAR.before())
    assert len(drawn.rows) == 13
    assert drawn.rows[-1][0] == "9 others"
    assert sum(row[1] for row in drawn.rows) == sum(now.values())
    assert sum(row[2] for row in drawn.rows) == 12


def test_days_to_first_contact_are_each_in_one_line() -> None:
    now = {0: 1, 1: 2, 3: 3, 4: 4, 5: 5, 8: 6, 14: 7, 28: 8, 29: 9, 400: 10}
    drawn = first_contact(now, {}, YEAR, YEAR.before())
    assert sum(row[1] for row in drawn.rows) == sum(now.values())
    assert drawn.rows[0][:2] == ("same day", 1)
    assert drawn.rows[-1][:2] == ("29 or more", 19)


def test_the_busiest_places_are_drawn_month_by_month() -> None:
    grid = places(
        {("Mill Lane", "2022-03"): 2, ("High Street", "2022-03"): 3, ("", "2022-03"): 9}, read_month("2022-03")
    )
    assert grid.rows == (("High Street", (3,)), ("Mill Lane", (2,)))
