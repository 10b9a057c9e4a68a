"""The keys of a reporter against 200 pairs that a person labelled."""

from collections import Counter

from csu_tui.domain.people import reporter_keys
from csu_tui.domain.place import Place
from csu_tui.domain.report import Reporter
from csu_tui.domain.words import ReporterKind
from tests.domain.labelled import Pair, agree, pairs

LEAST_RECALL = 0.93


def read(text: str) -> tuple[Reporter, Place]:
    """Read `kind: name | phone | e-mail | house | street | locality | postcode`."""
    name, phone, email, *place = (part.strip() for part in text.split("|"))
    kind, colon, rest = name.partition(":")
    who = Reporter(
        ReporterKind(kind) if colon else ReporterKind.RESIDENT, rest.strip() if colon else name, phone, email
    )
    return who, Place(*place)


PAIRS: tuple[Pair[tuple[Reporter, Place]], ...] = tuple(pairs("reporters.tsv", read))


def same(one: tuple[Reporter, Place], other: tuple[Reporter, Place]) -> bool:
    return not set(reporter_keys(*one)).isdisjoint(reporter_keys(*other))


def test_there_are_enough_pairs_of_each_kind() -> None:
    labels = Counter(pair.label for pair in PAIRS)
    assert len(PAIRS) >= 200
    assert min(labels["same"], labels["different"]) >= 80
    assert set(labels) == {"same", "different"}


def test_no_two_people_are_ever_counted_as_one_and_most_that_are_one_are_found() -> None:
    found = agree("reporters counted as one", PAIRS, "same", same)
    print(found)  # noqa: T201  the figures are what this test is for
    assert not found.wrong
    assert found.recall >= LEAST_RECALL, found.missed
