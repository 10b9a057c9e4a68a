"""How the invented reporters are reached: drama numbers of Ofcom and example domains only."""

from collections.abc import Iterable

from tests.sample.story import Story

_MOBILE, _LANDLINE = "07700 900", "01632 960"


def phone_book(stories: Iterable[Story]) -> dict[str, tuple[str, str]]:
    """Return the phone and e-mail of everybody who gave a name, the same each time they report."""
    names = sorted({story.name for story in stories if story.name and story.kind != "officer"})
    found = {}
    for number, name in enumerate(names, 101):
        prefix = _LANDLINE if number % 3 == 0 else _MOBILE
        words = [word for word in name.lower().replace(",", "").split() if word not in _TITLES]
        found[name] = (f"{prefix}{number}", f"{'.'.join(words[-2:])}@example.{'com' if number % 4 else 'org'}")
    return found


_TITLES = {"mr", "mrs", "miss", "ms", "cllr"}


def reached_by(story: Story, book: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """Return what of phone and e-mail the source passed on, by the route that the reporter asked for."""
    phone, email = book.get(story.name, ("", ""))
    if story.source == "FixMyStreet" or story.route == "email":
        return ("", email) if len(story.name) % 2 else (phone, email)
    return (phone, "") if story.route in {"phone", "letter"} else ("", "")
