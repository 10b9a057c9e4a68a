from collections.abc import Callable

import pytest

from csu_tui.domain.incoming import IncomingFile
from csu_tui.domain.place import Place
from csu_tui.files.intake.addresses import place_of, postcode, split_address

Read = Callable[..., IncomingFile]


def _place(**parts: str) -> Place:
    names = ("house", "street", "locality", "postcode", "address", "unsplit")
    return place_of(*(parts.get(name, "") for name in names))


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("12 High Street, Swanley, BR8 7AA", Place("12", "High Street", "Swanley", "BR8 7AA")),
        ("12 High Street, Swanley BR87AA", Place("12", "High Street", "Swanley", "BR8 7AA")),
        (
            "Flat 2, 14 London Road, Hextable, Swanley, BR8 7AA",
            Place("Flat 2, 14", "London Road", "Hextable, Swanley", "BR8 7AA"),
        ),
        ("12, High Street\nSwanley\nBR8 7AA", Place("12", "High Street", "Swanley", "BR8 7AA")),
        ("14a Mill Lane", Place("14a", "Mill Lane")),
        ("High Street, Swanley", Place("", "High Street", "Swanley")),
    ],
)
def test_plain_addresses_are_split(address: str, place: Place) -> None:
    assert split_address(address) == place


@pytest.mark.parametrize(
    "address",
    [
        "Rose Cottage, High Street, Swanley",
        "The Old Rectory, Swanley",
        "12 Lullingstone, Swanley",
        "garages behind 12 to 20 High Street",
        "12 High Street, Rose House, Swanley",
        "Block C, Manor Court, Swanley",
        "opposite no. 4",
    ],
)
def test_an_address_that_is_not_sure_stays_whole_and_unshown(address: str) -> None:
    place = _place(address=address + ", BR8 7AA", locality="Swanley")
    assert place == Place("", "", "Swanley", "BR8 7AA", address)
    assert place.public() == Place(locality="Swanley")


def test_a_house_number_in_the_street_is_never_shown() -> None:
    assert _place(street="12 High Street") == Place("12", "High Street")
    assert _place(street="High Street 12").public() == Place()
    assert "12" not in _place(street="12 High Street", house="Rose Cottage").public().line()


@pytest.mark.parametrize("street", ["A20", "A20 London Road", "7th Avenue", "M25 J3", "High Street"])
def test_a_roads_own_number_stays(street: str) -> None:
    assert _place(street=street).street == street


def test_only_what_is_a_postcode_becomes_one() -> None:
    assert postcode("br8 7aa") == postcode("BR87AA") == "BR8 7AA"
    assert [postcode(word) for word in ("", "Swanley", "BR8", "12 High St", "00000", "BR8 7CC7")] == [""] * 6
    assert _place(postcode="flat above shop") == Place(unsplit="flat above shop")


def test_a_postcode_in_the_locality_is_taken_out() -> None:
    assert _place(locality="Swanley, BR8 7AA") == Place(locality="Swanley", postcode="BR8 7AA")


def test_a_locality_with_a_number_is_not_shown() -> None:
    assert _place(locality="12 Farm Cottages").public() == Place()


def test_an_areas_code_is_no_place() -> None:
    assert _place(locality="E05009367") == Place()
    assert _place(locality="E05009367", address="1 Mill Lane, Swanley") == Place("1", "Mill Lane", "Swanley")


PRO = "Report ID,Title,Detail,Created,Query,Nearest address,Ward\n1,t,d,2022-03-31T10:00:00,{},{},Swanley\n"


def test_a_typed_query_is_a_postcode_only_where_it_looks_like_one(read: Read) -> None:
    assert read(PRO.format("br8 7aa", "")).rows[0].place == Place(locality="Swanley", postcode="BR8 7AA")
    assert read(PRO.format("high st", "")).rows[0].place == Place(locality="Swanley", unsplit="high st")


def test_the_nearest_address_is_not_split(read: Read) -> None:
    place = read(PRO.format("", '"12 High Street, Swanley"')).rows[0].place
    assert place == Place(locality="Swanley", unsplit="12 High Street, Swanley")


def test_a_point_in_a_location_column_is_a_point(read: Read) -> None:
    row = read('Date received,Description,Location\n2022-03-31,Row,"(51.37, -2.40)"\n').rows[0]
    assert (row.latitude, row.longitude, row.place) == (51.37, -2.4, Place())


@pytest.mark.parametrize("degrees", ["north", "nan", "inf", "91", ""])
def test_an_impossible_point_is_left_out(read: Read, degrees: str) -> None:
    row = read(f"Ref,ReceivedDate,Type,Latitude,Longitude\n1,2022-03-31,Noise,{degrees},-2.4\n").rows[0]
    assert (row.latitude, row.longitude) == (None, None)
