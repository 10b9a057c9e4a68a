"""A place edited by someone who saw only part of it."""

from csu_tui.domain.place import Place

STORED = Place("12a", "High Street", "Swanley", "BR8 7UW")


def test_unseen_house_and_postcode_survive_an_edit_of_the_street() -> None:
    seen = STORED.public()
    typed = Place("", "High Road", seen.locality, seen.postcode)
    assert STORED.typed_over(seen, typed) == Place("12a", "High Road", "Swanley", "BR8 7UW")


def test_a_house_typed_unseen_replaces_the_stored_one() -> None:
    seen = STORED.public()
    typed = Place("14", seen.street, seen.locality, seen.postcode)
    assert STORED.typed_over(seen, typed) == Place("14", "High Street", "Swanley", "BR8 7UW")


def test_a_seen_house_can_be_emptied() -> None:
    assert STORED.typed_over(STORED, Place("", "High Street", "Swanley", "BR8 7UW")).house == ""


def test_an_unseen_unsplit_address_survives_an_edit_of_the_locality_only() -> None:
    stored = Place(locality="Swanley", unsplit="Flat 1 High Street")
    seen = stored.public()
    assert stored.typed_over(seen, Place(locality="Hextable")) == Place(
        locality="Hextable", unsplit="Flat 1 High Street"
    )
    assert stored.typed_over(seen, Place(street="High Street", locality="Swanley")).unsplit == ""
