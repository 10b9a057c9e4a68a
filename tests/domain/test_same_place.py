"""The keys and the offers against 300 pairs of addresses that a person labelled."""

from collections import Counter

from csu_tui.domain.nearness import near
from csu_tui.domain.place import Place
from csu_tui.domain.places import place_key, street_key
from tests.domain.labelled import Pair, agree, pairs

LEAST_RECALL, LEAST_OFFERED, LEAST_OFFERS_RIGHT = 0.96, 0.95, 0.9


def read(text: str) -> Place:
    """Read `house | street | locality | postcode`, or `= a whole address` as intake leaves it."""
    if text.startswith("="):
        return Place(unsplit=text[1:].strip())
    house, street, locality, postcode = (part.strip() for part in text.split("|"))
    return Place(house, street, locality, postcode)


PAIRS: tuple[Pair[Place], ...] = tuple(pairs("addresses.tsv", read))


def same(one: Place, other: Place) -> bool:
    return bool(place_key(one)) and place_key(one) == place_key(other)


def offered(one: Place, other: Place) -> bool:
    return bool(near((place_key(one), street_key(one)), (place_key(other), street_key(other))))


def test_there_are_enough_pairs_of_each_kind() -> None:
    labels = Counter(pair.label for pair in PAIRS)
    assert len(PAIRS) >= 300
    assert min(labels[label] for label in ("same", "near", "different")) >= 50
    assert set(labels) == {"same", "near", "different"}


def test_no_two_places_are_ever_counted_as_one_and_most_that_are_one_are_found() -> None:
    found = agree("places counted as one", PAIRS, "same", same)
    print(found)  # noqa: T201  the figures are what this test is for
    assert not found.wrong
    assert found.recall >= LEAST_RECALL, found.missed


def test_what_may_be_one_place_is_offered_and_little_else() -> None:
    found = agree("places offered as near", PAIRS, "near", offered)
    print(found)  # noqa: T201
    assert found.recall >= LEAST_OFFERED, found.missed
    assert found.precision >= LEAST_OFFERS_RIGHT, found.wrong


def test_what_is_counted_is_never_offered_too() -> None:
    assert not [pair.text for pair in PAIRS if same(pair.one, pair.other) and offered(pair.one, pair.other)]
