"""Postcodes of the invented district: `DV` was never allocated to any place."""

from zlib import crc32

OUTWARD = {
    "Harrowmead": "DV1",
    "Stonefold": "DV3",
    "Thornlode": "DV4",
    "Marlpit Green": "DV5",
    "Great Linnet": "DV6",
    "Cold Harrow": "DV7",
}
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


def postcode(house: str, street: str, locality: str) -> str:
    """Return the postcode of one side of a street; where no house is named, of the even side."""
    number = house.rsplit(maxsplit=1)[-1] if house else ""
    odd = number.isdigit() and int(number) % 2 == 1
    seed = crc32(f"{street}|{locality}|{odd}".encode())
    first, second = _LETTERS[seed // 9 % 20], _LETTERS[seed // 180 % 20]
    return f"{OUTWARD[locality]} {seed % 9 + 1}{first}{second}"
