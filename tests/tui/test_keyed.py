"""Sentences name the keys that a person chose, wherever ours were."""

import ast
import re
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.group import NewGroup
from csu_tui.domain.ids import ReportId
from csu_tui.domain.preference import KeyChoice, Preferences
from csu_tui.tui.app import CsuApp
from csu_tui.tui.preferences import SIGNS
from csu_tui.tui.present.keyed import keyed
from csu_tui.tui.remap import SCREENS, actions
from tests.factories import SENSITIVE, agency, clock_of, import_reports, make_desk, open_meeting, row, take
from tests.tui.playing import Play, playing
from tests.tui.test_hotspots import pile

PACKAGE = Path(__file__).parents[2] / "csu_tui"
NAMED = re.compile(
    r"(?<![\w{.’'+-])(?:[B-HJ-Zb-z]|F[1-9]|ctrl\+q)(?![\w}’'+–-]|\.[a-z])"  # a letter or a key by itself
    r"|(?:^|[ (;:])(?:[a+\[\]-]|tab) (?!this|\w*ss\b)\w+s\b"  # `a hands it over`, `+ adds one`
)
PLACE = re.compile(r"\{([^{}\s]+)\}")
STAY = {
    *("Press r", "Press y or n", "Press s, w, t or enter", "; u unlinks it."),  # a dialog's own
    *("esc p", "back (also b)", "the picture before, the next one; n and p too"),  # cannot be chosen
    "The arrow is at the report: tab puts it at an action.",
    *("the span before, the span after; [ ] too", "%B %Y"),
}
"""What may name a key as it is."""
TABLES = {"EXPLAINED", "STROKES", "HERE", "EMPTY", "SENSITIVE", "SHARED_ONLY"}
"""Sentences written down before there is a screen, which puts the keys in."""


def sentences(room: str) -> Iterator[tuple[str, str, bool]]:
    """Yield every text with a space in a layer, where it is, and whether keys are put into it."""
    for path in sorted((PACKAGE / room).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        nodes = list(ast.walk(tree))
        said = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        put: set[int] = set()
        for node in nodes:
            name = ast.unparse(node.func).rpartition(".")[2] if isinstance(node, ast.Call) else ""
            target = ast.unparse(node.targets[0]) if isinstance(node, ast.Assign) else ""
            if name in {"keyed", "Stroke"} or target in TABLES:
                put |= {id(one) for one in ast.walk(node)}
            if name == "Binding" or target.endswith("CSS"):
                said |= {id(one) for one in ast.walk(node)}
        for node in nodes:
            words = node.value if isinstance(node, ast.Constant) and id(node) not in said else None
            if isinstance(words, str) and (" " in words.strip() or PLACE.fullmatch(words)):
                yield f"{path.relative_to(PACKAGE)}:{getattr(node, 'lineno', 0)}", words, id(node) in put


def drawn() -> list[str]:
    """Every sentence of the screens that has a key's place."""
    return [words for _, words, _ in sentences("tui") if PLACE.search(words)]


@pytest.mark.parametrize("room", ["tui", "desk"])
def test_no_sentence_names_a_key_that_somebody_may_have_moved(room: str) -> None:
    wrong = [
        f"{where} {words}"
        for where, words, _ in sentences(room)
        if words not in STAY and not re.match(r"[A-Z]{4,} |\n", words) and NAMED.search(words)
    ]
    assert not wrong


def test_every_place_for_a_key_is_filled_with_one_that_is_bound() -> None:
    assert not [f"{where} {words}" for where, words, put in sentences("tui") if PLACE.search(words) and not put]
    bound = {(place.screen, key) for place in actions(CsuApp).values() for key in place.keys}
    screens = {screen.__name__ for screen in SCREENS}
    for words in drawn():
        for place in PLACE.findall(words):
            screen, _, key = place.rpartition(".")
            name = SIGNS.get(key) or (key if len(key) == 1 else key.lower())
            assert not screen or screen in screens
            assert [one for where, one in bound if one == name and (not screen or where == screen)], words


def moved() -> Preferences:
    """Give everything that can have another key a letter that nothing has."""
    alphabets = range(0x410, 0x450), range(0x531, 0x557), range(0x561, 0x587)
    letters = [chr(code) for alphabet in alphabets for code in alphabet]
    named = {place.id: name for name, place in actions(CsuApp).items()}
    assert len(named) <= len(letters)
    chosen = zip(named.values(), letters, strict=False)
    return Preferences(keys=tuple(KeyChoice(name, key, name) for name, key in chosen))


class Walk:
    """All words seen on the way, pressed by the keys that they have now."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.words = [play.words]

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.play.press(self.play.app.sign(key, self.play.on))
            self.words.append(self.play.words)

    async def look(self, *keys: str) -> None:
        """Press each and leave what it opened."""
        for key in keys:
            await self.press(key)
            while self.play.on.endswith("Dialog"):
                await self.press("escape")

    async def explain(self) -> None:
        await self.press("question_mark", *["pagedown"] * 6, "escape")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A unit with a hotspot, a group that reports back, a conflict, a sensitive report and late ones."""
    desk = make_desk(tmp_path)
    import_reports(desk, *pile(6), history=True)
    first = row()
    import_reports(desk, first, SENSITIVE, {"received": "20/03/2022 10:00"})
    take(desk, first | {"street": "Elsewhere", "house": "9"})
    desk.start_group(NewGroup("Garages", agency(desk, 1), report_back=clock_of(desk).now().date()))
    desk.start_group(NewGroup("Footpath", agency(desk, 1), reports=(ReportId(7),)))
    return desk


async def before_the_meeting(walk: Walk) -> None:
    await walk.explain()
    await walk.press("s", "enter")
    await walk.explain()
    await walk.press("enter", "escape", "escape", "escape", "c")
    await walk.explain()
    await walk.press("escape", "t", "enter")
    await walk.explain()
    await walk.press("enter", "escape", "escape", "h")
    await walk.explain()
    await walk.press("escape")
    await walk.look("H", "F7", "F4", "F3")
    await walk.press("F9", "enter")
    await walk.explain()
    await walk.press("F6")
    await walk.explain()
    await walk.press("enter", "escape", "F5", *"mill", "escape", "escape", "F2")
    walk.play.app.action_case_reviews()
    await walk.press("down")
    await walk.explain()


async def in_the_meeting(walk: Walk) -> None:
    await walk.explain()
    for _ in range(3):
        await walk.look("d", "k", "x", "O", "v", "tab", "tab", "enter")
        await walk.press("F2", "b", "escape", "]", "n")
    assert walk.play.on == "ChecklistScreen"
    await walk.explain()
    await walk.press("F2")
    await walk.press("u", *("u", "i") * 4, "u", "F3")
    await walk.look("w", "w", "escape", "e", "b")
    await walk.press("F4", "w", "s", "escape", "b", "escape", "enter")
    await walk.explain()
    await walk.press("b", "escape", "F2", "E", "v", "h", "1")
    await walk.explain()
    await walk.press("enter", "E", "enter")


def bits(words: str) -> Iterator[str]:
    """Yield each place of a sentence with the word beside it, which no line breaks apart from it often."""
    for found in re.finditer(r"(\S+ )?(\{[^{}\s]+\})(\S*)( [^\s{]+)?", words):
        before, place, end, after = found.groups()
        if after and not end:
            yield place + after
        elif before and "{" not in before:
            yield before + place + end


@pytest.mark.parametrize("part", [before_the_meeting, in_the_meeting])
async def test_no_screen_names_a_key_that_moved(desk: Desk, part: Callable[[Walk], Awaitable[None]]) -> None:
    if part is in_the_meeting:
        open_meeting(desk)
    async with playing(desk, (120, 40), moved()) as play:
        walk = Walk(play)
        await part(walk)
    told = "\n".join(walk.words)
    assert not PLACE.search(told)
    named = {bit for words in drawn() for bit in bits(words)}
    assert not [bit for bit in named if re.search(rf"(?<![\w+-]){re.escape(keyed(bit))}(?!\w)", told)]
    signs = [partial(play.app.sign, screen=screen.__name__) for screen in SCREENS]
    seen = [bit for bit in named if any(keyed(bit, sign) in told for sign in signs)]
    assert len(seen) > 12
