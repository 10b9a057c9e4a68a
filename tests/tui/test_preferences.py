"""A person's own theme and keys on the screens."""

from pathlib import Path

import pytest

from csu_tui.desk.desk import Desk
from csu_tui.domain.preference import KeyChoice, Preferences
from csu_tui.domain.words import Decision
from csu_tui.tui.themes import LIGHT
from tests.factories import HOSTILE, import_reports, make_desk, open_meeting, steps
from tests.tui.playing import SIZES, playing


def keys(**chosen: str) -> Preferences:
    return Preferences(
        keys=tuple(KeyChoice(name, key, f"preferences.toml, line 2, {name}") for name, key in chosen.items())
    )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = make_desk(tmp_path)
    import_reports(desk, {}, {})
    open_meeting(desk)
    return desk


async def test_the_light_theme_is_taken(desk: Desk) -> None:
    async with playing(desk, preferences=Preferences("light")) as play:
        assert play.app.theme == LIGHT


@pytest.mark.parametrize("size", SIZES)
async def test_a_chosen_key_does_it_and_footer_and_help_show_it(desk: Desk, size: tuple[int, int]) -> None:
    async with playing(desk, size, keys(next="j", for_information="I")) as play:
        assert "j next" in play.words
        assert "n next" not in play.words
        await play.press("I", "j")
        assert steps(desk)[0].decision is Decision.FOR_INFORMATION
        assert "2 of 2" in play.words
        await play.press("p", "n")
        assert "1 of 2" in play.words
        assert "n means nothing here" in play.words
        await play.press("space")
        assert "2 of 2" in play.words
        await play.press("question_mark")
        explained = play.words
        for _ in range(3):
            await play.press("pagedown")
            explained += play.words
        assert "j next (also space" in explained
        assert "I for information" in explained


async def test_two_keys_change_places(desk: Desk) -> None:
    async with playing(desk, preferences=keys(next="p", back="n")) as play:
        await play.press("p")
        assert "2 of 2" in play.words
        await play.press("n")
        assert "1 of 2" in play.words


async def test_a_click_on_the_footer_does_what_it_says_with_a_chosen_key(desk: Desk) -> None:
    async with playing(desk, preferences=keys(next="j")) as play:
        rows = play.screen.splitlines()
        row = next(at for at, line in enumerate(rows) if "j next" in line)
        await play.pilot.click(offset=(rows[row].index("j next"), row))
        await play.settle()
        assert "2 of 2" in play.words


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"nonsense": "j"}, "line 2, nonsense: there is no action of that name"),
        ({"next": "x"}, "“x” is taken by “no action”"),
        ({"next": "3"}, "the digits belong to the agencies"),
        ({"next": "jj"}, "“jj” is not one key"),
        ({"next": ""}, "is not one key"),
        ({"next": HOSTILE}, "is not one key"),
        ({"next": "f7"}, "“f7” is taken"),
        ({"next": "ctrl+p"}, "“ctrl+p” is taken by “the palette”"),
        ({"private": "n"}, "“n” is taken"),
        ({"next": "?"}, "“?” is taken"),
        ({"digit": "j"}, "there is no action of that name"),
        ({"minutes.leave": "j"}, "there is no action of that name"),
    ],
)
async def test_a_wrong_key_is_named_in_the_message_line_and_all_keys_stay(
    desk: Desk, chosen: dict[str, str], said: str
) -> None:
    async with playing(desk, (120, 40), keys(**chosen)) as play:
        assert said in play.words
        assert "preferences.toml, line 2" in play.words
        await play.press("n")
        assert "2 of 2" in play.words


async def test_of_two_actions_that_want_one_key_one_has_it_and_the_other_is_named(desk: Desk) -> None:
    async with playing(desk, (120, 40), keys(next="j", undo="j")) as play:
        assert "“j” is taken" in play.words
        assert play.words.count("means nothing") == 0


async def test_complaints_of_the_file_itself_are_said_and_the_rest_is_counted(desk: Desk) -> None:
    wrong = Preferences(complaints=("preferences.toml is not TOML [/x].", "second"))
    async with playing(desk, (120, 40), wrong) as play:
        assert "preferences.toml is not TOML [/x]." in play.words
        assert "1 more: csu-tui where names them." in play.words


@pytest.mark.parametrize("screen", ["f3", "f4"])
async def test_a_key_that_two_screens_share_is_chosen_for_both(desk: Desk, screen: str) -> None:
    chosen = Preferences(keys=(KeyChoice("duties.whose", "W", "preferences.toml, line 2, duties.whose"),))
    async with playing(desk, (120, 40), chosen) as play:
        await play.press(screen, "escape")
        assert "W whose" in play.words
        assert "w whose" not in play.words


async def test_a_key_that_an_officer_s_screen_has_already_is_refused_there(desk: Desk) -> None:
    chosen = Preferences(keys=(KeyChoice("duties.whose", "d", "preferences.toml, line 2, duties.whose"),))
    async with playing(desk, preferences=chosen) as play:
        assert "is taken by" in play.words
