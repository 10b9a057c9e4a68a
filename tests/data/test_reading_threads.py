"""One connection reads for the screens and for the writing thread: never in the middle of each other."""

import threading
from pathlib import Path

from tests.factories import import_reports, make_desk, open_meeting, steps


def test_a_look_in_the_writing_thread_and_a_reading_on_the_screen_never_meet(tmp_path: Path) -> None:
    desk = make_desk(tmp_path, patience=5)
    import_reports(desk, {})
    open_meeting(desk)
    step = steps(desk)[0]
    refused: list[str] = []

    def look() -> None:
        for _ in range(20):
            try:
                desk.reveal(step.report_id)
            except Exception as error:
                refused.append(str(error))

    thread = threading.Thread(target=look)
    thread.start()
    while thread.is_alive():
        assert desk.item(step.id).step == step
    assert refused == []
