"""The name of a street, however it was written: what is left once house, flat, `rear of` and spelling are smoothed."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from csu_tui.domain.street_words import COMPASS, COUNTIES, FIRST, LONG, MISSPELT, NOWHERE, SIDES, STAY, STREET_WORDS

POSTCODE = re.compile(r"\b([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})\b", re.IGNORECASE | re.ASCII)

_BEFORE = re.compile(
    r"(?:on or near|near to|near|nr|outside(?: of)?|o/s|opposite(?: to)?|opp|(?:at |to )?(?:the )?rear (?:of|to)|r/o"
    r"|rear|behind|(?:the )?back of|(?:in )?front of|(?:the )?side of|adjacent to|adjacent|adj(?: to)?|next to|close to"
    r"|beside|(?:flats? )?above|(?:land|garages?|alley(?:way)?|footpath|car park) (?:at|by|off|behind|rear of"
    r"|adj(?:acent)? to|next to)|(?:the )?(?:area|vicinity|whole) of|all of|along|(?:at|by|on|in)(?= (?:\d|flat|unit)))"
    r"\b[.:]?\s*"
)
_FLAT = re.compile(
    r"(?:(?:ground|first|second|third|top|basement|lower|upper|garden|1st|2nd|3rd)[ -]floor (?:flat|maisonette)"
    r"|(?:top|basement|garden|ground) flat|(?:flats?|units?|apartment|apt|room|maisonette|studio|plot|block|suite"
    r"|garages?|shop)\.?\s*(?:no\.?\s*)?(?:\d+\s?[a-z]?(?:\s?[-–/&]\s?\d+[a-z]?)?|[a-z]\d*))(?![\w'])[\s,.]*"
)
_NUMBER = re.compile(
    r"(?:nos?\.?\s*|numbers?\s*)?\d+(?:\s?[a-z])?(?:\s?[-–—/&+]\s?\d+(?:\s?[a-z])?|\s(?:and|to)\s\d+(?:\s?[a-z])?)*"
    r"(?![\w'])[\s,.]*"
)
_ROAD_NUMBER = re.compile(r"\(?\b[abm]\d{1,4}\b\)?")
_JUNCTION = re.compile(
    r"^(?:at |on )?(?:the )?(?:(?:junction|corner|crossroads)(?: of| with| at) |jctn?\b\.?(?: of| with)? )"
    r"| (?:at |by |near )?(?:the )?(?:(?:junction|corner|crossroads)(?: of| with)|jctn?\.?(?: of| with)?|j/w|x/rds) "
    r"| (?:junction|jctn?|crossroads)$"
)
_BETWEEN = re.compile(r"\s+(?:and|with|&|at|@)\s+|\s*[/&@]\s*")
_TWO = 2


@dataclass(frozen=True, slots=True)
class Named:
    """What an address says: the house as it stands there, the street's smoothed name, and the village's."""

    house: str
    street: str
    locality: str

    @property
    def certain(self) -> bool:
        """Say whether it is one place only: a street in its village, or both in one name: `mill lane swanley`.

        A street alone is one of many: data.police.uk names no village, and half of them have a High Street.
        """
        words = self.street.split()
        return bool(words) and bool(self.locality or any(word in STREET_WORDS for word in words[1:-1]))


def plain(text: str) -> str:
    """Drop case, accents, apostrophes and doubled blanks."""
    text = text.casefold()
    if text.isascii():
        return " ".join(text.replace("'", "").replace("`", "").split())
    text = unicodedata.normalize("NFKD", re.sub("['’‘`´ʼ]", "", text))
    return " ".join("".join(sign for sign in text if not unicodedata.combining(sign)).split())


@lru_cache(maxsize=20_000)
def read_address(text: str, locality: str) -> Named:
    """Read a street, or a whole address whose parts are divided by commas, into its smoothed parts.

    A village named after the street comes before the locality, which may be the post town of many.
    """
    text = POSTCODE.sub(" ", plain(text)).strip(" ,.;")
    houses, parts = list[str](), list[str]()
    for segment in (part.strip(" .") for part in re.split(r"[,;]", text)):
        house, rest = _without_house(segment)
        houses += [house] if house else []
        parts += [rest] if rest else []
    streets = [at for at, part in enumerate(parts) if _is_street(part)]
    village = smooth_locality(locality)
    if len(streets) == 1:
        after = [place for part in parts[streets[0] + 1 :] if (place := smooth_locality(part))]
        street = parts[streets[0]]
        village = after[0] if after else village
    elif not streets and len(parts) == _TWO and not village:
        street, village = parts[0], smooth_locality(parts[1])
    else:
        street = " ".join(part for part in parts if smooth_locality(part) != village or len(parts) == 1)
    name = _crossing(street) or smooth_street(street)
    return Named(" ".join(houses), "" if name in NOWHERE else name, village)


@lru_cache(maxsize=20_000)
def smooth_street(text: str) -> str:
    """Return the words of one street's name in their usual spelling."""
    numberless = _ROAD_NUMBER.sub(" ", text)
    if _typed(numberless) is not None:
        text = numberless
    words = [MISSPELT.get(word, word) for word in re.findall(r"\w+", plain(text).replace("highstreet", "high street"))]
    called = len(words) > 1 and words[0] == "the" and " ".join(words[1:]) not in NOWHERE
    words = words[1:] if called else words
    if not words:
        return ""
    last = len(words) - 1
    if last > 0 and words[last] in SIDES | COMPASS.keys() and (words[last - 1] in STREET_WORDS | LONG.keys()):
        words[last] = COMPASS.get(words[last], words[last])
        last -= 1
    if called or len(words) > 1:
        words[last] = LONG.get(words[last], words[last])
    return " ".join((*(_before(word) for word in words[:last]), *words[last:]))


@lru_cache(maxsize=20_000)
def smooth_locality(text: str) -> str:
    """Return a village or town without its county, and without what lies around it."""
    for part in re.split(r"[,;]", plain(text).replace("&", " and ")):
        words = re.findall(r"\w+", POSTCODE.sub(" ", part))
        if words[:1] in (["nr"], ["near"]) and len(words) > 1:
            words = words[1:]
        if words and " ".join(words) not in COUNTIES:
            if len(words) > 1:
                words[0] = COMPASS.get(words[0], FIRST.get(words[0], words[0]))
            return " ".join("st" if word == "saint" else word for word in words)
    return ""


def _before(word: str) -> str:
    return FIRST.get(word, word if word in STAY else LONG.get(word, word))


def _without_house(segment: str) -> tuple[str, str]:
    """Split what stands before a street's name off it: where around it, which flat, which number."""
    houses, rest = list[str](), segment
    while rest:
        for pattern in (_BEFORE, _FLAT, _NUMBER):
            found = pattern.match(rest)
            if found and (rest[found.end() :].strip() or pattern is not _BEFORE):
                houses += [found[0].strip(" ,.")] if pattern is not _BEFORE else []
                rest = rest[found.end() :].strip(" ,.")
                break
        else:
            break
    return " ".join(houses), rest


@lru_cache(maxsize=20_000)
def _typed(text: str) -> str | None:
    """Return the word that says that this is a street, if there is one at its end."""
    words = re.findall(r"\w+", text)
    if len(words) > _TWO and words[-1] in SIDES | COMPASS.keys():
        words = words[:-1]
    last = MISSPELT.get(words[-1], words[-1]) if words else ""
    last = LONG.get(last, last)
    return last if len(words) > 1 and last in STREET_WORDS else None


def _is_street(part: str) -> bool:
    return _typed(part) is not None or bool(_crossing(part))


@lru_cache(maxsize=20_000)
def _crossing(text: str) -> str:
    """Return the streets of a junction, whichever was named first; empty where one street alone is meant."""
    marked = _JUNCTION.sub(" & ", text).strip(" &@/")
    parts = [_without_house(part)[1] for part in _BETWEEN.split(marked) if part]
    if len(parts) != _TWO or not all(_typed(part) for part in parts):
        return smooth_street(parts[0]) if marked != text and len(parts) == 1 and _typed(parts[0]) else ""
    return " and ".join(sorted(map(smooth_street, parts)))
