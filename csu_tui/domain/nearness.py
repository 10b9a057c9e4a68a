"""Places that may be the same though their keys differ: offered, never merged and never counted (SPEC 3.6)."""

from csu_tui.domain.places import is_postcode
from csu_tui.domain.street_words import STREET_WORDS

SLIPS = ((8, 2), (4, 1))
"""From how many letters on a name may differ by so many slips of the hand; shorter ones by none."""
_COMPASS = frozenset({"north", "south", "east", "west", "upper", "lower", "great", "little", "old", "new"})


def near(place: tuple[str, str], other: tuple[str, str]) -> str:
    """Say why two places, each its key and its street's, may be the same; empty where not, and where they are."""
    (one_key, one), (other_key, another) = place, other
    if not one or not another or (one_key and one_key == other_key):
        return ""
    (street, locality), (street2, locality2) = one.rsplit("|", 1), another.rsplit("|", 1)
    if locality and street == street2 and locality == locality2:
        return _same_street(one_key, other_key)
    if not _alike_place(locality, locality2):
        return "address almost" if _holds(one, another) else ""
    if street == street2:
        return "same street, locality almost" if locality and locality2 else "same street, no locality"
    return _almost(street, street2, both=locality == locality2) or ("address almost" if _holds(one, another) else "")


def _almost(street: str, other: str, *, both: bool) -> str:
    """Say why two names may be one street's; `both` says that they are in the same village."""
    if street in _crossed(other) or other in _crossed(street):
        return "at a junction of this street"
    if both and _alike_street(street, other):
        return "street almost"
    return "address almost" if _ends(street, other) else ""


def slip(one: str, other: str) -> bool:
    """Say whether two postcodes differ by one letter or digit, or by two that changed places."""
    from rapidfuzz.distance import OSA

    return one != other and OSA.distance(one, other, score_cutoff=1) <= 1


def _same_street(one_key: str, other_key: str) -> str:
    if not is_postcode(one_key) or not is_postcode(other_key):
        return "same street, no postcode"
    return "same street, postcode almost" if slip(one_key, other_key) else "same street, another postcode"


def _alike_street(one: str, other: str) -> bool:
    """Say whether two names are one with a slip of the hand; `Mill Road` and `Mill Lane` are two."""
    stem, kind = _split(one)
    stem2, kind2 = _split(other)
    if kind and kind2 and kind != kind2:
        return False
    if stem == stem2:
        return True
    words, words2 = frozenset(stem.split()), frozenset(stem2.split())
    if any(any(map(str.isdigit, word)) or word in _COMPASS for word in words ^ words2):
        return False
    return _slips(stem, stem2)


def _alike_place(one: str, other: str) -> bool:
    """Say whether two localities may be one: either is not known, is within the other's name, or has a slip."""
    words, words2 = set(one.split()), set(other.split())
    return words <= words2 or words2 <= words or _slips(one, other)


def _slips(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    shorter = min(len(one), len(other))
    allowed = next((slips for letters, slips in SLIPS if shorter >= letters), 0)
    return bool(allowed) and OSA.distance(one, other, score_cutoff=allowed) <= allowed


def _split(street: str) -> tuple[str, str]:
    stem, _, last = street.rpartition(" ")
    return (stem, last) if stem and last in STREET_WORDS else (street, "")


def _crossed(street: str) -> tuple[str, ...]:
    return tuple(street.split(" and ")) if " and " in street else ()


def _ends(one: str, other: str) -> bool:
    """Say whether one name ends with all of the other, a house's name before it: `rose cottage mill lane`."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    before = longer.removesuffix(" " + shorter)
    return before != longer and " " in shorter and _COMPASS.isdisjoint(before.split())


def _holds(one: str, other: str) -> bool:
    """Say whether an address kept whole has street and village of the other side by side."""
    if (one[-1] == "|") == (other[-1] == "|"):
        return False
    whole, parts = (one, other) if one[-1] == "|" else (other, one)
    return f" {parts.replace('|', ' ')} " in f" {whole[:-1]} "
