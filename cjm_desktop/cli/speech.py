"""Speaking to the one who typed: sentences in their language, JSON for their scripts."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from cjm_desktop.journey import words
from cjm_desktop.journey.problems import Problem

Language = Literal["ru", "en"]


@dataclass(frozen=True, slots=True)
class Speech:
    """How to speak."""

    language: Language

    @classmethod
    def for_user(cls, asked: Language | None, env: Mapping[str, str]) -> Speech:
        """In the language asked for, else in that of the system."""
        locale = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
        return cls(asked or ("ru" if locale.lower().startswith("ru") else "en"))

    def say(self, key: str, **values: object) -> None:
        """Say a sentence."""
        self.line(words.say(key, self.language, **values))

    def count(self, key: str, number: int) -> str:
        """So many of a kind of thing, in words."""
        return words.say(key, self.language, n=number)

    @staticmethod
    def line(text: str) -> None:
        """Print a line on standard output, whatever letters the terminal lacks."""
        _print(text, sys.stdout)

    @staticmethod
    def data(value: Any) -> None:
        """Print JSON on standard output."""
        plain = (sys.stdout.encoding or "").lower().replace("-", "") not in {"utf8", "utf16"}
        _print(json.dumps(value, ensure_ascii=plain, indent=2, allow_nan=False), sys.stdout)

    def progress(self, done: int, total: int) -> bool:
        """Show how much is done where somebody looks on; goes on always."""
        if sys.stderr.isatty():
            end = "" if done < total else "\r    \r"
            print(f"\r{100 * done // max(1, total)} %{end}", end="", file=sys.stderr, flush=True)
        return True

    def refuse(self, problem: Problem, code: int) -> int:
        """Say on standard error why not; return the exit code."""
        _print("cjm: " + " ".join(problem.sentence(self.language).split("\n")), sys.stderr)
        return code


def _print(text: str, stream: Any) -> None:
    bear_letters(stream)
    print(text, file=stream, flush=True)


def bear_letters(stream: Any) -> None:
    """Let a stream write letters its terminal lacks as codes instead of refusing them."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
