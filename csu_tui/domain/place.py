"""Where it happened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened, each part its own field; `unsplit` is an address that could not be split."""

    house: str = ""
    street: str = ""
    locality: str = ""
    postcode: str = ""
    unsplit: str = ""

    @property
    def outward(self) -> str:
        """The postcode's outward half, the only half a room may read."""
        compact = self.postcode.replace(" ", "").upper()
        return compact[:-3] if len(compact) > 4 else compact  # noqa: PLR2004  an inward half is three signs

    def public(self) -> "Place":
        """Keep what a room may read: street, locality, outward half; an unsplit address its locality only."""
        if self.unsplit:
            return Place(locality=self.locality)
        return Place(street=self.street, locality=self.locality, postcode=self.outward)

    def typed_over(self, seen: "Place", typed: "Place") -> "Place":
        """Take what was typed by someone who saw `seen` of this place; what they left as they saw it stays.

        A house or street typed takes the place of an address that could not be split.
        """
        parts = {
            name: getattr(self if getattr(typed, name) == getattr(seen, name) else typed, name)
            for name in ("house", "street", "locality", "postcode")
        }
        split = (typed.house, typed.street) != (seen.house, seen.street)
        return Place(**parts, unsplit="" if split else self.unsplit)

    def line(self) -> str:
        """Write all parts on one line."""
        parts = (self.unsplit, " ".join(p for p in (self.house, self.street) if p), self.locality)
        return " ".join(p for p in (", ".join(p for p in parts if p), self.postcode) if p)
