"""The one error of figures: what cannot be, and the key it stood under."""

from __future__ import annotations

from reportgen.messages import msg


class FigureError(ValueError):
    """A figure that cannot be: `message` names what was found and what was expected, `key` the key it stood under."""

    def __init__(self, message: str, key: str | None = None) -> None:
        self.message = message
        self.key = key
        super().__init__(msg("{key}: {message}", key=key, message=message) if key else message)
