"""Text inside XML. Python's own module loads the whole of its network for three replacements."""

from __future__ import annotations


def escape(text: str) -> str:
    """A text between two tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """A text as the value of an attribute, in its quotes."""
    kept = escape(text).replace('"', "&quot;")
    for sign in "\n\r\t":
        kept = kept.replace(sign, f"&#{ord(sign)};")
    return f'"{kept}"'
