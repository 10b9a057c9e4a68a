"""One way to read invented files, for all tests of the intake."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from csu_tui.domain.incoming import IncomingFile
from csu_tui.files.intake import read_file

NOW = datetime(2022, 4, 1, 8, tzinfo=UTC)


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., IncomingFile]:
    def read_it(content: str | bytes, name: str = "reports.csv", **options: Any) -> IncomingFile:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        stated: dict[str, Any] = {"source": None, "map_": None, "date_order": None, "now": NOW, **options}
        return read_file(path, **stated)

    return read_it
