"""From the domain to lines that a widget can draw; nothing here knows a widget."""
