"""Sentences name the keys that a person chose, wherever ours were."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from csu_tui.tui.app import CsuApp
from csu_tui.tui.preferences import SIGNS
from csu_tui.tui.remap import SCREENS, actions

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
