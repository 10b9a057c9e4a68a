"""The residents, shopkeepers and councillors who reported in the two years: every one of them invented."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

MEN = (
    *("Bernard", "Dermot", "Felix", "Hector", "Jasper", "Lionel", "Neville", "Percy", "Rufus", "Tobias", "Vernon"),
    *("Zachary", "Bashir", "Dilip", "Farid", "Gurdeep", "Jomo", "Luis", "Nikolai", "Osman", "Wilfred"),
)
WOMEN = (
    *("Alma", "Celia", "Eileen", "Greta", "Imelda", "Keziah", "Mabel", "Odette", "Queenie", "Selma", "Una"),
    *("Winifred", "Xanthe", "Yolanda", "Amara", "Chandra", "Esma", "Hana", "Ines", "Kamala", "Mariam", "Oksana"),
)
LAST = (
    *("Abberline", "Applegarth", "Barraclough", "Bickerstaff", "Bramwich", "Buntingdale", "Cadwell", "Catterick"),
    *("Chilcote", "Clutterbuck", "Cowgill", "Dankworth", "Dewhurst", "Drabble", "Eccleshare", "Entwhistle"),
    *("Fairbrass", "Fothergill", "Gatherole", "Gooderham", "Grimwade", "Haddow", "Hathersage", "Heppenstall"),
    *("Hollowbread", "Inchbald", "Jellicoe", "Jessopp", "Kettlewell", "Kilvert", "Lazenby", "Leadbitter"),
    *("Lillywhite", "Makepeace", "Merryweather", "Mottram", "Netherway", "Nutbourne", "Oldroyd", "Otterwell"),
    *("Padgett", "Peascod", "Pinnock", "Quarmby", "Quilter", "Ramsbottle", "Ravenhill", "Rosthorne", "Saltmarsh"),
    *("Scattergood", "Silverlock", "Smallpeice", "Tattersall", "Threadgold", "Tunnicliffe", "Umpleby", "Venning"),
    *("Wagstaff", "Wetherell", "Whittome", "Wigglesworth", "Yarwood", "Yelland", "Zeal"),
    *("Achterberg", "Bandele", "Chaudhari", "Dimitrova", "Eze", "Farahani", "Gonsalves", "Hosseini", "Iwu"),
    *("Janjua", "Kowalczyk", "Lindqvist", "Mbeki-Rowe", "Nowicki", "Oyelaran", "Pereira-Holt", "Rustamova"),
)
TITLES = ("Mrs", "Mrs", "Ms", "Miss")
PHONES = 650
"""How many numbers of each of the two ranges kept for drama are given out here, from 300 on; the weeks use earlier."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who reports."""

    name: str
    phone: str
    email: str
    wish: bool | None
    route: str


class Town:
    """Makes people, no two of one name or number."""

    def __init__(self, choice: random.Random) -> None:
        self._choice = choice
        self._names = self._every_name()
        self._numbers = iter(
            [f"{area}{n:03d}" for n in range(300, 300 + PHONES) for area in ("07700 900", "01632 960")]
        )

    def person(self, kind: str) -> Person:
        """Return somebody new."""
        first, last = next(self._names)
        choice = self._choice
        route = choice.choices(("phone", "email", "letter", ""), (58, 15, 2, 25))[0]
        wish = choice.choices((True, None, False), (74, 16, 10) if kind == "resident" else (80, 20, 0))[0]
        phone = next(self._numbers, "") if route == "phone" else ""
        email = f"{first}.{last}@example.{'com' if choice.random() < 0.7 else 'org'}".lower()
        title = "Mr" if first in MEN else choice.choice(TITLES)
        name = f"{'Cllr' if kind == 'councillor' else title} {first} {last}"
        return Person(name, phone, email if route == "email" else "", wish, route)

    def _every_name(self) -> Iterator[tuple[str, str]]:
        names = [(first, last) for first in MEN + WOMEN for last in LAST]
        self._choice.shuffle(names)
        yield from names
