import pytest
from hypothesis import given
from hypothesis import strategies as st

from csu_tui.domain.place import Place
from csu_tui.domain.places import place_key, postcode_key, street_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Place(postcode="br8 7ae"), Place(street="Mill Lane", postcode="BR87AE")),
        (Place(street="High St.", locality="Darentford"), Place(street="HIGH STREET", locality="darentford")),
        (Place(unsplit="12 Mill Lane Darentford"), Place(street="Mill Lane Darentford")),
        (Place(unsplit="12 Mill Lane, BR8 7AE"), Place(postcode="BR8 7AE")),
    ],
)
def test_one_place_written_in_two_ways_is_one_place(one: Place, other: Place) -> None:
    assert place_key(one)
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Place(street="High Street", locality="Darentford"), Place(street="High Street", locality="Otham")),
        (Place(street="St Mary Street", locality="Otham"), Place(street="Street Mary Street", locality="Otham")),
    ],
)
def test_two_places_stay_two(one: Place, other: Place) -> None:
    assert place_key(one) != place_key(other)


@pytest.mark.parametrize(
    "place",
    [
        Place(),
        Place(house="12"),
        Place(street=" . "),
        Place(street="On or near "),
        Place(street="No Location", locality="Otham"),
    ],
)
def test_nowhere_is_no_place(place: Place) -> None:
    assert place_key(place) == ""


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=12))
def test_whatever_was_typed_blanks_around_it_make_no_other_place(street: str, locality: str, postcode: str) -> None:
    padded = Place(street=f"  {street} ", locality=f" {locality}  ", postcode=f" {postcode} ")
    assert place_key(padded) == place_key(Place(street=street, locality=locality, postcode=postcode))


def test_a_locality_alone_is_no_place_that_something_happens_at_again() -> None:
    assert place_key(Place(locality="Darentford")) == ""


def test_a_street_alone_is_one_of_many_but_may_be_near() -> None:
    assert (place_key(Place(street="High St")), street_key(Place(street="High St"))) == ("", "high street|")


def test_an_address_with_two_postcodes_has_none() -> None:
    assert postcode_key(Place(unsplit="between BR8 7AA and BR8 7AB")) == ""


@given(st.text(st.characters(codec="ascii"), max_size=60), st.text(st.characters(codec="ascii"), max_size=20))
def test_case_makes_no_other_place(street: str, locality: str) -> None:
    shouted, whispered = (Place(street=f(street), locality=f(locality)) for f in (str.upper, str.lower))
    assert street_key(shouted) == street_key(whispered)
