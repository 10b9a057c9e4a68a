import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csu_tui.domain.people import email_key, name_key, phone_key, phone_keys, reporter_keys
from csu_tui.domain.place import Place
from csu_tui.domain.report import Reporter
from csu_tui.domain.words import ReporterKind

HOME = Place(house="12", street="Mill Lane", locality="Darentford")


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
    "name", ["", "Mr", "Smith", "Mr & Mrs Smith", "The Occupier", "Unknown male", "...", "A and B"]
)
def test_what_names_nobody_makes_no_key(name: str) -> None:
    assert name_key(name) == ""


def test_with_initials_only_the_title_tells_two_of_a_house_apart() -> None:
    assert name_key("Mr J. Smith") == "mr j smith" != name_key("Mrs J. Smith")


def test_a_mailbox_that_nobody_reads_is_nobody_s() -> None:
    assert [email_key(one) for one in ("noreply@example.org", "a@x.org, b@x.org", " Ann <A@X.org>.")] == [
        "",
        "",
        "a@x.org",
    ]


def test_a_cell_with_two_numbers_gives_both() -> None:
    assert phone_keys("01632 960123 / 07700 900123") == ("+441632960123", "+447700900123")


@settings(deadline=None)  # the first number loads the numbering plan
@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_signs_give_keys_without_blanks_around_them(name: str, phone: str, email: str) -> None:
    keys = reporter_keys(Reporter(ReporterKind.RESIDENT, name, phone, email), HOME)
    assert all(key == key.strip() and key for key in keys)


@settings(deadline=None)
@given(st.from_regex(r"(\+44 ?|0044 ?|0)[1-9][0-9 ]{8,14}", fullmatch=True))
def test_the_short_way_to_read_a_number_says_what_the_library_says(written: str) -> None:
    assert phone_key(written) == phone_key(f"Tel. {written}")
