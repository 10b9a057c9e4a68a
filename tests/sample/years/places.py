"""Where in the invented district things happened in the two years."""

import random
from datetime import date

from tests.sample.places import postcode
from tests.sample.story import stories

HOMES: dict[str, tuple[str, ...]] = {
    "Harrowmead": (
        *("Beech Grove", "Tanners Row", "Cobden Terrace", "Abbots Close", "Jubilee Road", "Sidings Road"),
        *("Linden Avenue", "St Anns Road", "Foundry Street", "Weavers Close", "Quarry Road", "Lark Rise"),
        *("Orchard Way", "Coronation Avenue", "Meadow View", "Dairy Mews"),
    ),
    "Stonefold": (
        *("Hawthorn Road", "Elm Walk", "Kiln Lane", "Dyers Street", "Wharf Road", "Barley Close", "Alder Court"),
        *("Heron Way", "Chestnut Drive", "Swift Close", "Bramley Court", "Priory Road"),
    ),
    "Thornlode": ("Mount Pleasant", "Station Road", "Glebe Close", "Long Meadow", "Sheepcote Lane", "Vicarage Road"),
    "Marlpit Green": ("Marlpit Road", "Chapel Row", "Greenways", "Pit Lane", "School Lane"),
    "Great Linnet": ("Manor Road", "Rectory Lane", "Oak Drive", "The Street"),
    "Cold Harrow": ("Barrow Lane", "Ridge Road", "Windmill Lane"),
}
"""Streets where people live."""

SHARES = {
    **{"Harrowmead": 42, "Stonefold": 28, "Thornlode": 12},
    **{"Marlpit Green": 7, "Great Linnet": 7, "Cold Harrow": 4},
}

CENTRE = (
    *(("Market Place", "Harrowmead"), ("High Street", "Harrowmead"), ("Station Approach", "Harrowmead")),
    *(("Rope Walk", "Harrowmead"), ("Fairfield Precinct", "Harrowmead"), ("Mill Street", "Stonefold")),
    *(("Northfield Parade", "Stonefold"), ("Holm Retail Park", "Stonefold"), ("Pound Hill", "Thornlode")),
)
GREENS = (
    *(("Bellfield Recreation Ground", "Harrowmead"), ("Riverside Walk", "Harrowmead"), ("Abbey Field", "Harrowmead")),
    *(("Canal Walk", "Stonefold"), ("Canal Basin", "Stonefold"), ("Thornlode Common", "Thornlode")),
    *(("Playing Field", "Marlpit Green"), ("Farthing Green", "Thornlode")),
)
LANES = (
    *(("Drovers Way", "Cold Harrow"), ("Hill Farm Track", "Cold Harrow"), ("Forge Lane", "Great Linnet")),
    *(("Linnet Park", "Great Linnet"), ("Hop Garden Lane", "Stonefold"), ("Pit Lane", "Marlpit Green")),
    *(("Sheepcote Lane", "Thornlode"), ("Common Road", "Marlpit Green"), ("Barrow Lane", "Cold Harrow")),
)
SPOTS: dict[str, tuple[tuple[str, str], ...]] = {
    **dict.fromkeys(
        (
            *("Street Drinking", "Begging or Vagrancy", "Shoplifting", "Licensed Premises", "Criminal Damage"),
            *("Prostitution-Related Activity", "Drugs or County Lines", "Hate Incident", "Missing Person"),
        ),
        CENTRE,
    ),
    **dict.fromkeys(("Rowdy or Inconsiderate Behaviour", "Littering or Drug Paraphernalia"), CENTRE + GREENS),
    **dict.fromkeys(("Nuisance Bikes", "Trespass", "Fireworks"), GREENS + LANES[2:4]),
    **dict.fromkeys(("Fly-tipping", "Vehicle Abandoned", "Unauthorised Encampment"), LANES + GREENS[:2]),
    "Vehicle Nuisance or Inappropriate Use": (*LANES[2:5], *CENTRE[5:8], ("Foundry Street", "Harrowmead")),
}
"""Where a category happens out of doors; everything else happens where people live."""
AT_HOME = frozenset({"Rowdy or Nuisance Neighbours", "Neighbour Dispute", "Noise", "Animal Problems", "Burglary"})
"""Categories that the reporter has next door."""

BUSY = frozenset(CENTRE[:4])
"""Places that always have something; the three weeks' stories of all others begin with them."""
QUIET_FROM = date(2021, 9, 1)
"""More than six months before the three weeks."""


def _stories() -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """Return the streets and the postcodes of the three weeks, whose stories say what happened there before."""
    told = [(story.house, story.street, story.locality) for story in stories()]
    streets = frozenset((street, locality) for _, street, locality in told) - BUSY
    return streets, frozenset(code(place) for place in told if place[1:] in streets)


def free(place: tuple[str, str, str], day: date) -> bool:
    """Say whether something may happen at a place on a day without a word to the three weeks' stories."""
    return day < QUIET_FROM or (place[1:] not in STORIES and code(place) not in CODES)


def a_home(choice: random.Random, day: date) -> tuple[str, str, str]:
    """Return a house, its street and locality."""
    while True:
        locality = choice.choices(list(SHARES), list(SHARES.values()))[0]
        street = choice.choice(HOMES[locality])
        number = choice.randrange(1, 70)
        house = f"Flat {1 + number // 3}, {1 + number % 3}" if street.endswith("Court") else f"{number}"
        if free((house, street, locality), day):
            return house, street, locality


def a_spot(choice: random.Random, category: str, day: date) -> tuple[str, str, str]:
    """Return where out of doors a category happens; no house."""
    while True:
        place = ("", *choice.choice(SPOTS.get(category, CENTRE + GREENS)))
        if free(place, day):
            return place


def code(place: tuple[str, str, str]) -> str:
    """Return a place's postcode."""
    return postcode(*place)


STORIES, CODES = _stories()
