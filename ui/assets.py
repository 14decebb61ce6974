"""What lies beside the modules: the style sheet and the scripts of the page."""

from __future__ import annotations

from importlib.resources import files


def read_asset(name: str) -> str:
    """The text of ``style.css``, ``pane.js``, ``mending.js``, ``phrases.js`` or ``why.js``."""
    return files("ui").joinpath(name).read_text("utf-8")
