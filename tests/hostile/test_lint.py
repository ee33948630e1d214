"""What the source may not do: delete what can be the user's, or hang items where data says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import cjm_desktop

PACKAGE = Path(cjm_desktop.__file__).parent
DELETING = {"unlink", "remove", "rmtree", "rmdir", "removedirs"}
OURS = {
    "document/backups.py Backups.keep": "the oldest of more than ten backups",
    "document/backups.py Backups.add": "a backup of a moment ago",
    "document/backups.py _copy": "half a copy, under its own name",
    "document/copies.py CopyFolder.drop": "half a working copy, under a name just made",
    "document/copies.py CopyFolder.forget_attempts": "a note of ours",
    "document/copies.py CopyFolder.remove": "a working copy whose content is safe elsewhere",
    "document/home.py Home.discarded": "what was thrown away 30 days ago",
    "document/leftovers.py delete": "a working copy or backup of ours that one deletes by hand",
    "document/presence.py": "our own note of who has a file open",
    "document/shelf.py TemplateShelf.delete": "a template that its owner deletes",
    "replacing.py replacing": "our own unfinished file",
    "storage/pace.py probe": "what was written to see how quick the disk is, in our own folder",
    "storage/placing.py sweep": "our own unfinished file",
}
"""Who deletes what, and why that is never a file of the user's."""
FILES = ("Path", "shutil", "os")


def calls(file: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a file with the name of the function it stands in."""

    def walk(node: ast.AST, name: str) -> Iterator[tuple[str, ast.Call]]:
        for child in ast.iter_child_nodes(node):
            inner = name
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                inner = f"{name}.{child.name}".lstrip(".")
            if isinstance(child, ast.Call):
                yield name, child
            yield from walk(child, inner)

    yield from walk(ast.parse(file.read_text(encoding="utf-8")), "")


def deleting(call: ast.Call) -> bool:
    """Whether it deletes a file; lists and sets have a `remove` too."""
    function = call.func
    if not isinstance(function, ast.Attribute) or function.attr not in DELETING:
        return False
    if function.attr in ("unlink", "rmdir"):
        return True
    return isinstance(function.value, ast.Name) and function.value.id in FILES


def test_only_what_is_ours_is_ever_deleted() -> None:
    found = set()
    for file in sorted(PACKAGE.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        if any(one in text for one in DELETING):
            name = file.relative_to(PACKAGE).as_posix()
            found |= {f"{name} {where}" for where, call in calls(file) if deleting(call)}
    unknown = {one for one in found if not any(one.startswith(known) for known in OURS)}
    assert unknown == set(), "say in OURS what is deleted there, and why it is never the user's"
    assert {one for one in OURS if not any(each.startswith(one) for each in found)} == set()


def test_items_hang_only_where_the_scene_hangs_them() -> None:
    """A circle among them would never end; what data says decides nothing there."""
    found = {
        file.relative_to(PACKAGE).as_posix()
        for file in sorted(PACKAGE.rglob("*.py"))
        if "setParentItem" in file.read_text(encoding="utf-8")
    }
    assert found <= {"ui/canvas/scene.py", "ui/canvas/stretches.py"}
