import pytest
from hypothesis import given
from hypothesis import strategies as st

from csu_tui.domain.place import Place
from csu_tui.domain.places import phone_key, place_key, reporter_keys, split_address
from csu_tui.domain.report import Reporter
from csu_tui.domain.words import ReporterKind

HOME = Place(house="12", street="Mill Lane", locality="Darentford")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Place(postcode="br8 7ae"), Place(street="Mill Lane", postcode="BR87AE")),
        (Place(street="High St.", locality="Darentford"), Place(street="HIGH STREET", locality="darentford")),
        (Place(street="On or near Mill Lane"), Place(street="Mill Ln")),
        (Place(street="12a Mill Lane"), Place(street="14-16 Mill Lane")),
        (Place(street="Flat 3, 12 Mill Rd"), Place(street="Mill Road")),
        (Place(street="King's Avenue"), Place(street="Kings Ave")),
        (Place(street="St Mary’s Rd"), Place(street="St Marys Road")),
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
        (Place(street="Mill Road"), Place(street="Mill Lane")),
        (Place(street="St Mary Street"), Place(street="Street Mary Street")),
        (Place(street="1st Avenue"), Place(street="2nd Avenue")),
    ],
)
def test_two_places_stay_two(one: Place, other: Place) -> None:
    assert place_key(one) != place_key(other)


@pytest.mark.parametrize(
    "place", [Place(), Place(house="12"), Place(street=" . "), Place(street="On or near "), Place(street="No Location")]
)
def test_nowhere_is_no_place(place: Place) -> None:
    assert place_key(place) == ""


@pytest.mark.parametrize(
    "phone",
    ["01622 123456", "+44 1622 123456", "+44 (0)1622 123456", "0044 1622 123456", "(01622) 123-456", "1622123456"],
)
def test_one_number_written_in_many_ways_is_one_number(phone: str) -> None:
    assert phone_key(phone) == "+441622123456"


@pytest.mark.parametrize("phone", ["", "n/a", "12", "ext. 4", "0" * 40])
def test_what_is_no_number_makes_no_key(phone: str) -> None:
    assert phone_key(phone) == ""


def test_a_number_abroad_is_not_taken_for_a_british_one() -> None:
    assert phone_key("+353 1 234 5678") == phone_key("00353 12345678") == "+35312345678"


def test_a_reporter_is_known_by_phone_by_mail_and_by_name_with_address() -> None:
    reporter = Reporter(ReporterKind.RESIDENT, "Ann O’Dell", "07700 900123", " Ann@Example.ORG ")
    assert reporter_keys(reporter, HOME) == (
        "phone:+447700900123",
        "email:ann@example.org",
        "name:ann odell|12|mill lane|darentford",
    )


@pytest.mark.parametrize("kind", [ReporterKind.ANONYMOUS, ReporterKind.NOT_STATED])
def test_who_did_not_say_who_they_are_is_never_recognised(kind: ReporterKind) -> None:
    assert reporter_keys(Reporter(kind, "Ann Odell", "07700 900123", "ann@example.org"), HOME) == ()


@pytest.mark.parametrize("place", [Place(), Place(locality="Darentford"), Place(street="Mill Lane"), Place(house="12")])
def test_a_name_without_an_address_recognises_nobody(place: Place) -> None:
    assert reporter_keys(Reporter(ReporterKind.RESIDENT, "John Smith"), place) == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("12 Mill Lane, Darentford, BR8 7AE", Place("12", "Mill Lane", "Darentford", "BR8 7AE")),
        ("12a Mill Ln, Darentford br87ae", Place("12a", "Mill Ln", "Darentford", "BR8 7AE")),
        ("14-16 High Street, Darentford", Place("14-16", "High Street", "Darentford")),
    ],
)
def test_a_plain_address_is_split(text: str, place: Place) -> None:
    assert split_address(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "behind the garages, Mill Lane, Darentford",
        "Rose Cottage, Mill Lane, Darentford",
        "Mill Lane, Darentford",
        "12 Mill Lane",
        "12 The Willows, Darentford",
        "12 Mill Lane, 3 High Street",
        "Ann Odell, 12 Mill Lane, Darentford",
        "junction of 1 Mill Lane, Darentford",
    ],
)
def test_an_address_that_is_not_plain_is_kept_whole_and_not_read_out(text: str) -> None:
    place = split_address(text)
    assert place.unsplit == text
    assert place.public() == Place()


@given(st.text(max_size=60) | st.from_regex(r"[0-9]{1,3}[a-z]? [A-Z][a-z]+ (St|Road), [A-Z][a-z]+", fullmatch=True))
def test_splitting_never_loses_a_digit_or_letter(text: str) -> None:
    def kept(words: str) -> str:
        return "".join(sign for sign in words.casefold() if sign.isalnum())

    place = split_address(text)
    assert kept(place.unsplit or place.house + place.street + place.locality + place.postcode) == kept(text)


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=12))
def test_whatever_was_typed_blanks_around_it_make_no_other_place(street: str, locality: str, postcode: str) -> None:
    padded = Place(street=f"  {street} ", locality=f" {locality}  ", postcode=f" {postcode} ")
    assert place_key(padded) == place_key(Place(street=street, locality=locality, postcode=postcode))


def test_a_locality_alone_is_no_place_that_something_happens_at_again() -> None:
    assert place_key(Place(locality="Darentford")) == ""
