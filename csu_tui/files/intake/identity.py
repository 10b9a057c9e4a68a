"""By what a report is known again when its file is read again (SPEC 7)."""

import hashlib
from collections import Counter
from collections.abc import Sequence


def digest(parts: Sequence[str]) -> str:
    """Hash texts so that no two lists of texts look alike."""
    told_apart = f"{','.join(map(str, map(len, parts)))}:{''.join(parts)}"
    return hashlib.sha256(told_apart.encode("utf-8", "surrogatepass")).hexdigest()


class Identities:
    """Gives each row of one file its identity; equal rows without reference are told apart by their order."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, source: str, reference: str, content: Sequence[str]) -> str:
        """Return the identity by the source's reference, or by content and "the n-th such row"."""
        if reference:
            return digest(("reference", source, reference))
        key = digest(("content", source, *content))
        self._seen[key] += 1
        return digest(("content", key, str(self._seen[key])))
