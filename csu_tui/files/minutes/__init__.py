"""Minutes: rendered from a meeting's snapshot alone, and written whole or not at all."""

from csu_tui.files.minutes.agency import render_agency
from csu_tui.files.minutes.markdown import render_markdown
from csu_tui.files.minutes.render import render
from csu_tui.files.minutes.write import file_name, free_name, write_free, write_text

__all__ = ["file_name", "free_name", "render", "render_agency", "render_markdown", "write_free", "write_text"]
