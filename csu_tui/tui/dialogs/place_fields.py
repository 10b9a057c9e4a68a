"""The parts of a place as fields of a form."""

from dataclasses import replace

from csu_tui.domain.place import Place
from csu_tui.tui.dialogs.field import Field, dots

UNSEEN = "Not shown here: what is typed replaces it, and left empty it stays."


class PlaceParts:
    """A place being typed, part by part; `seen` is what the person saw, and `hidden` types its house in dots."""

    def __init__(self, seen: Place, *, hidden: bool, unseen: bool = False) -> None:
        self._seen = seen
        self._hidden = hidden
        self._unseen = unseen
        self._house = seen.house
        self._street = seen.street
        self._locality = seen.locality
        self._postcode = seen.postcode

    @property
    def place(self) -> Place:
        """The place as typed; a house or street typed for an address that could not be split takes its place."""
        split = (self._house, self._street) != (self._seen.house, self._seen.street)
        unsplit = "" if split else self._seen.unsplit
        return replace(
            self._seen,
            house=self._house,
            street=self._street,
            locality=self._locality,
            postcode=self._postcode,
            unsplit=unsplit,
        )

    def house(self) -> Field:
        """Ask for the house, in dots where it may not be read."""
        return Field(
            "House",
            lambda: dots(self._house) if self._hidden else self._house,
            take=self._put_house,
            text=lambda: self._house,
            hidden=self._hidden,
            about=UNSEEN if self._unseen else "",
        )

    def street(self) -> Field:
        """Ask for the street."""
        return Field("Street", lambda: self._street, take=self._put_street, text=lambda: self._street)

    def locality(self) -> Field:
        """Ask for the village, town or quarter."""
        return Field("Locality", lambda: self._locality, take=self._put_locality, text=lambda: self._locality)

    def postcode(self) -> Field:
        """Ask for the postcode; only its outward half may be read in a room."""
        return Field(
            "Postcode",
            lambda: Place(postcode=self._postcode).outward if self._hidden else self._postcode,
            take=self._put_postcode,
            text=lambda: "" if self._hidden else self._postcode,
            hidden=self._hidden,
            about=UNSEEN if self._unseen else "",
        )

    def _put_house(self, text: str) -> None:
        if text or not self._unseen:
            self._house = text

    def _put_street(self, text: str) -> None:
        self._street = text

    def _put_locality(self, text: str) -> None:
        self._locality = text

    def _put_postcode(self, text: str) -> None:
        if text or not self._hidden:
            self._postcode = text.upper()
