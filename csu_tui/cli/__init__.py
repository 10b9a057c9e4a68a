"""The commands: settings, then database, then desk, then screens or a printed answer."""
