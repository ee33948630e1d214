"""Path data of SVG (`d="M8 9l2 1"`) as lines and cubic curves.

Covers M L H V C S Q T A Z, absolute and relative. Arcs follow the SVG 1.1 implementation notes,
F.6.5 (end points to centre), then one cubic for at most a quarter turn.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from cjm_desktop.layout.pieces import Command

_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
Point = tuple[float, float]


def parse(data: str) -> tuple[Command, ...]:
    """The commands of a path.

    Raises:
        ValueError: the data is not a path.
    """
    pen = _Pen()
    for letter, numbers in _segments(data):
        pen.draw(letter, numbers)
    return tuple(pen.commands)


def _segments(data: str) -> Iterator[tuple[str, list[float]]]:
    letter = ""
    numbers: list[float] = []
    for found in _TOKEN.finditer(data):
        if found.group(1):
            yield from _split(letter, numbers)
            letter, numbers = found.group(1), []
        else:
            numbers.append(float(found.group(2)))
    yield from _split(letter, numbers)


def _split(letter: str, numbers: list[float]) -> Iterator[tuple[str, list[float]]]:
    """One command for each group of numbers that follows a letter."""
    if not letter:
        if numbers:
            raise ValueError("path data begins with a number")
        return
    takes = _TAKES[letter.upper()]
    if (takes == 0 and numbers) or (takes and (not numbers or len(numbers) % takes)):
        raise ValueError(f"{letter} with {len(numbers)} numbers")
    if not takes:
        yield letter, []
    for start in range(0, len(numbers), takes or 1):
        yield letter, numbers[start : start + takes]
        if letter in "Mm":
            letter = "L" if letter == "M" else "l"


class _Pen:
    """Where the path has come to."""

    def __init__(self) -> None:
        self.commands: list[Command] = []
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.handle: Point | None = None
        """The last control point, for S and T."""

    def draw(self, letter: str, numbers: list[float]) -> None:
        upper = letter.upper()
        origin = self.at if letter.islower() else (0.0, 0.0)
        handle, self.handle = self.handle, None
        if upper == "Z":
            self.commands.append(("Z", ()))
            self.at = self.start
        elif upper == "H":
            self._line((origin[0] + numbers[0], self.at[1]))
        elif upper == "V":
            self._line((self.at[0], origin[1] + numbers[0]))
        elif upper == "A":
            end = (origin[0] + numbers[5], origin[1] + numbers[6])
            self._arc(numbers[0], numbers[1], numbers[2], bool(numbers[3]), bool(numbers[4]), end)
        else:
            points = [
                (origin[0] + numbers[i], origin[1] + numbers[i + 1])
                for i in range(0, len(numbers), 2)
            ]
            self._points(upper, points, handle)

    def _points(self, upper: str, points: list[Point], handle: Point | None) -> None:
        if upper == "M":
            self.commands.append(("M", points[0]))
            self.at = self.start = points[0]
        elif upper == "L":
            self._line(points[0])
        elif upper in "CS":
            if upper == "S":
                points = [self._mirrored(handle), *points]
            self.handle = points[1]
            self._cubic(points[0], points[1], points[2])
        else:
            if upper == "T":
                points = [self._mirrored(handle), *points]
            middle, end = points
            self.handle = middle
            self._cubic(_towards(self.at, middle), _towards(end, middle), end)

    def _mirrored(self, handle: Point | None) -> Point:
        if handle is None:
            return self.at
        return (2 * self.at[0] - handle[0], 2 * self.at[1] - handle[1])

    def _line(self, end: Point) -> None:
        self.commands.append(("L", end))
        self.at = end

    def _cubic(self, first: Point, second: Point, end: Point) -> None:
        self.commands.append(("C", (*first, *second, *end)))
        self.at = end

    def _arc(self, rx: float, ry: float, turn: float, large: bool, sweep: bool, end: Point) -> None:
        if self.at == end:
            return
        if not rx or not ry:
            self._line(end)
            return
        for first, second, last in _arc_cubics(self.at, end, abs(rx), abs(ry), turn, large, sweep):
            self._cubic(first, second, last)
        self.at = end


def _towards(start: Point, middle: Point) -> Point:
    return (start[0] + (middle[0] - start[0]) * 2 / 3, start[1] + (middle[1] - start[1]) * 2 / 3)


def _arc_cubics(
    start: Point, end: Point, rx: float, ry: float, turn: float, large: bool, sweep: bool
) -> Iterator[tuple[Point, Point, Point]]:
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * half_x + sin * half_y, cos * half_y - sin * half_x
    grow = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    square = (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2
    factor = math.sqrt(max(0.0, square / ((rx * y) ** 2 + (ry * x) ** 2)))
    if large == sweep:
        factor = -factor
    cx, cy = factor * rx * y / ry, -factor * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    angle = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if sweep and angle < 0:
        angle += 2 * math.pi
    elif not sweep and angle > 0:
        angle -= 2 * math.pi
    middle_x = cos * cx - sin * cy + (start[0] + end[0]) / 2
    middle_y = sin * cx + cos * cy + (start[1] + end[1]) / 2

    def on_page(px: float, py: float) -> Point:
        return (middle_x + cos * rx * px - sin * ry * py, middle_y + sin * rx * px + cos * ry * py)

    count = max(1, math.ceil(abs(angle) / (math.pi / 2) - 1e-9))
    step = angle / count
    reach = 4 / 3 * math.tan(step / 4)
    for index in range(count):
        a, b = first + index * step, first + (index + 1) * step
        ca, sa, cb, sb = math.cos(a), math.sin(a), math.cos(b), math.sin(b)
        last = end if index == count - 1 else on_page(cb, sb)
        yield (
            on_page(ca - reach * sa, sa + reach * ca),
            on_page(cb + reach * sb, sb - reach * cb),
            last,
        )
