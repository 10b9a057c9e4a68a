"""csu-tui: the daily tasking meeting of a Community Safety Unit, in a terminal."""
