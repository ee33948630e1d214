"""The canvas of the canvas's own tests."""

from tests.ui.canvas.conftest import canvas, filled, hand

__all__ = ["canvas", "filled", "hand"]
