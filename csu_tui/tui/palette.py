"""The command palette: every command of the screen on top and of the app, by name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from csu_tui.domain.text import clean


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do; `words` may hold what a person typed and is never read as markup."""

    key: str
    words: str
    run: Callable[[], object]


class Commands(Provider):
    """Offers what `commands()` of the screen and of the app give."""

    async def discover(self) -> Hits:
        """Offer everything."""
        for command in self._commands():
            yield DiscoveryHit(_drawn(command), command.run, text=_named(command))

    async def search(self, query: str) -> Hits:
        """Offer what fits the letters typed."""
        matcher = self.matcher(query)
        for command in self._commands():
            if (score := matcher.match(_named(command))) > 0:
                yield Hit(score, _drawn(command), command.run, text=_named(command))

    def _commands(self) -> Iterator[Command]:
        for place in (self.screen, self.app):
            given: Callable[[], tuple[Command, ...]] | None = getattr(place, "commands", None)
            yield from given() if given else ()


def _named(command: Command) -> str:
    return clean(command.words) + "  " + command.key


def _drawn(command: Command) -> Content:
    return Content.assemble(clean(command.words), ("  " + command.key, "bold"))
