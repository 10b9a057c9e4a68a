"""csu-tui: the daily tasking meeting of a Community Safety Unit, in a terminal."""

__version__ = "0.1.0"
