"""The first page of a search on 1,000,000 reports against the same on 10,000, SHARED and PRIVATE."""

import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import accumulate
from os import environ
from pathlib import Path

from csu_tui.domain.stroke import ContactMade
from csu_tui.domain.words import Means
from tests import factories
from tests.bench.measure import Figure, timed
from tests.history import RECENT, fill

RUNS = 15
FEW = 10_000
MANY = int(environ.get("BENCH_REPORTS", "1000000"))
WORDS = 30
"""Words that a report says."""
VOCABULARY = 8_000
SYLLABLES = ("ban", "ri", "van", "mo", "sel", "ton", "gre", "li", "par", "ko", "ne", "dal", "you", "gar", "bik", "noi")
QUERIES = {
    "a common word": "bikes",
    "two common words": "bikes swanley",
    "a rare word": "xylophone",
    "a word nobody wrote": "zither",
    "words in a row": '"mill lane"',
    "two letters": "bi",
    "four letters of a common word": "bike",
    "five letters of many words": "banri",
    "a number": "5000",
    "a reference": "R5000",
    "a source's reference": "H5000",
    "place:, from: and a word": "place:mill from:2022-02 bikes",
    "agency: and a word": "agency:police bikes",
    "a day": "from:2022-03-28 to:2022-03-29",
    "a name that every report has": "ada",
    "two letters of that name": "ad",
    "that name and a common word": "ada bikes",
    "a common word that no place has": "place:bikes",
}


def search() -> Iterator[Figure]:
    """Measure `desk.search`, the page read and made, and a stroke that is indexed."""
    found: dict[int, dict[str, list[float]]] = {}
    for size in (FEW, MANY):
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            factories.make_desk(folder).close()
            fill(folder / "unit.db", size, date(2022, 4, 1), said=_said(size))
            desk = factories.make_desk(folder, create=False)
            desk.warm()
            times = found.setdefault(size, {})
            for name, typed in QUERIES.items():
                for private in (False, True):
                    look = partial(desk.search, typed, private=private, limit=50)
                    look()
                    times[f"{name}, {'PRIVATE' if private else 'SHARED'}"] = [timed(look) for _ in range(RUNS)]
            report = desk.search("R100", limit=1)[0].report_id
            made_ = ContactMade(Means.CALL, reached=False, note="a few words")
            times["a contact, indexed"] = [timed(partial(desk.contact, report, made_)) for _ in range(RUNS)]
            desk.close()
            if size == MANY:
                forgetting = sqlite3.connect(folder / "unit.db", isolation_level=None)
                forgetting.execute("PRAGMA secure_delete=ON")
                times["forgetting a deleted word"] = [timed(partial(_optimise, forgetting))]
                forgetting.close()
    for name, many in found[MANY].items():
        yield Figure(f"{name}, {MANY:,}", many, found[FEW].get(name, many), f"{FEW:,}")


def _optimise(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO search(search) VALUES('optimize')")


def _said(size: int) -> Callable[[int], str]:
    """Return what each report says: words as unevenly frequent as people's; the newest ten say xylophone too."""
    chance = random.Random(1)
    words = ["bikes", "youths", *("".join(chance.choices(SYLLABLES, k=1 + n % 4)) for n in range(VOCABULARY))]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))

    def said(number: int) -> str:
        text = " ".join(chance.choices(words, cum_weights=weights, k=WORDS))
        return f"{text} xylophone" if size - number < RECENT // 10 else text

    return said
