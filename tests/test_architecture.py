"""The rooms of the house: who may know whom, what is loaded when, how large a thing may grow."""

import ast
import functools
import graphlib
import os
import re
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "cjm_desktop"

# Each room and the rooms below it. `assets`, `preflight` and `replacing` are everyone's ground.
GROUND = {"assets", "preflight", "replacing", "__init__"}
ROOMS: dict[str, set[str]] = {
    "journey": set(),
    "storage": {"journey"},
    "document": {"journey", "storage"},
    "layout": {"journey"},
    "poster": {"journey", "layout"},
    "analysis": {"journey"},
    "exchange": {"journey", "document"},
    "ui": {
        "journey", "storage", "document", "layout", "poster", "analysis", "exchange",
    },
    "cli": {
        "journey", "storage", "document", "layout", "poster", "analysis", "exchange", "ui",
    },
    "app": {
        "journey", "storage", "document", "layout", "poster", "analysis", "exchange", "ui", "cli",
    },
    "__main__": {"app"},
    **{name: set() for name in GROUND},
}  # fmt: skip

# Libraries and the only rooms that may use them.
LIBRARIES = {
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "apsw": {"storage"},
    "reportlab": {"poster"},
    "pptx": {"poster"},
    "networkx": {"analysis"},
}
ONLY_STANDARD_LIBRARY = {"journey", *GROUND, "__main__"}
LOADED_WHEN_USED = {"networkx", "reportlab", "pypdfium2", "pptx"}

LINES_OF_A_FILE = 350
LINES_OF_A_FUNCTION = 40
# A long file is a question. Those that were asked, with the answer:
LONG_FOR_A_REASON = {
    "cjm_desktop/journey/records.py": "every table of the document, one after the other",
}

TOP_LEVEL = {
    ".ci", ".github", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md",
    "cjm_desktop", "docs", "packaging", "pyproject.toml", "resources", "tests",
}  # fmt: skip


@dataclass(frozen=True)
class Import:
    """One import: where it stands, what it names, and whether it runs when the module loads.

    `names` is what is taken from the module; `for_types` that it stands under TYPE_CHECKING.
    """

    file: Path
    line: int
    module: str
    at_start: bool
    names: tuple[str, ...] = ()
    for_types: bool = False

    @property
    def room(self) -> str:
        """The room the importing file lies in."""
        return room_of(self.file)

    @property
    def targets(self) -> list[str]:
        """What it may load: the module, and each name that is a module itself."""
        inside = [f"{self.module}.{name}" for name in self.names]
        return [one for one in inside if is_module(one)] or [self.module]

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line} imports {self.module}"


def room_of(file: Path) -> str:
    """The room of a file: its folder below the package, or its own name on the ground floor."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def name_of(file: Path) -> str:
    """The name a file is imported by."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def is_module(name: str) -> bool:
    """Whether there is a module of that name in the program."""
    place = ROOT.joinpath(*name.split("."))
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def sources() -> list[Path]:
    """Every Python file of the program."""
    return sorted(PACKAGE.rglob("*.py"))


def imports(file: Path) -> Iterator[Import]:
    """All imports of a file, those inside functions and under TYPE_CHECKING too."""
    yield from _walk(file, ast.parse(file.read_text(encoding="utf-8")), at_start=True)


def _walk(
    file: Path, node: ast.AST, *, at_start: bool, for_types: bool = False
) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            continue  # most of a file, and no statement lies in it
        if isinstance(child, ast.Import | ast.ImportFrom):
            taken = tuple(one.name for one in child.names if isinstance(child, ast.ImportFrom))
            for module in _names(file, child):
                yield Import(file, child.lineno, module, at_start, taken, for_types)
        inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
        types = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
        yield from _walk(
            file,
            child,
            at_start=at_start and not inside and not types,
            for_types=for_types or types,
        )


def _names(file: Path, node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    module = node.module or ""
    if node.level:
        parts = ("cjm_desktop", *file.relative_to(PACKAGE).parts)[: -node.level]
        module = ".".join([*parts, *([module] if module else [])])
    if module == "cjm_desktop":
        return [f"cjm_desktop.{alias.name}" for alias in node.names]
    return [module]


@functools.cache
def all_imports() -> tuple[Import, ...]:
    """All imports of the program; reading them takes seconds."""
    return tuple(found for file in sources() for found in imports(file))


def target_room(found: Import) -> str | None:
    """The room an import leads to; None when it leads out of the program."""
    top, _, rest = found.module.partition(".")
    if top != "cjm_desktop":
        return None
    name = rest.partition(".")[0]
    return name if name in ROOMS else "__init__"


def complain(lines: Iterator[str]) -> None:
    """Fail with one line for each thing found."""
    found = list(lines)
    assert not found, "\n" + "\n".join(found)


def test_every_room_is_known() -> None:
    assert {room_of(file) for file in sources()} <= set(ROOMS)


def test_rooms_know_only_the_rooms_below_them() -> None:
    complain(
        f"{found}: {found.room} may not know {room}"
        for found in all_imports()
        if (room := target_room(found)) is not None
        and room not in ROOMS[found.room] | GROUND | {found.room}
    )


def test_rooms_do_not_go_round_in_circles() -> None:
    graph: dict[str, set[str]] = {}
    for found in all_imports():
        room = target_room(found)
        if room is not None and room != found.room:
            graph.setdefault(found.room, set()).add(room)
    graphlib.TopologicalSorter(graph).prepare()


def test_modules_do_not_go_round_in_circles() -> None:
    """Not inside a room either; what only the type checker reads may look back."""
    names = {name_of(file): file for file in sources()}
    graph: dict[str, set[str]] = {name: set() for name in names}
    for found in all_imports():
        if not found.for_types:
            own = name_of(found.file)
            graph[own] |= {one for one in found.targets if one in names} - {own}
    graphlib.TopologicalSorter(graph).prepare()


def chamber_of(module: str) -> str | None:
    """The folder inside a room that a module lies in: `ui.canvas`, `journey.moves`."""
    parts = module.split(".")
    inside = parts[0] == "cjm_desktop" and PACKAGE.joinpath(*parts[1:3]).is_dir()
    return ".".join(parts[1:3]) if inside and len(parts) > 2 else None


def test_folders_of_a_room_do_not_go_round_in_circles() -> None:
    """What two folders share lies beside them, or in the lower one."""
    graph: dict[str, set[str]] = {}
    for found in all_imports():
        own = chamber_of(name_of(found.file))
        if own is not None and not found.for_types:
            others = {chamber_of(one) for one in found.targets} - {None, own}
            graph.setdefault(own, set()).update(one for one in others if one is not None)
    # The canvas hands the mouse to the tools, and these ask it what lies where.
    graph["ui.tools"].discard("ui.canvas")
    graphlib.TopologicalSorter(graph).prepare()


def test_libraries_stay_in_their_rooms() -> None:
    complain(
        f"{found}: {library} is used only in {', '.join(sorted(rooms))}"
        for found in all_imports()
        for library, rooms in LIBRARIES.items()
        if found.module.partition(".")[0] == library and found.room not in rooms
    )


def test_the_map_itself_needs_only_the_standard_library() -> None:
    complain(
        f"{found}: {found.room} uses the standard library only"
        for found in all_imports()
        if found.room in ONLY_STANDARD_LIBRARY
        and found.module.partition(".")[0] not in sys.stdlib_module_names | {"cjm_desktop"}
    )


def test_every_library_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {
        re.split(r"[^\w-]", requirement)[0].lower() for requirement in project["dependencies"]
    }
    # Both come with pyside6-essentials; python-pptx is imported by another name.
    known = declared | {"pyside6", "shiboken6"} | {one.removeprefix("python-") for one in declared}
    complain(
        f"{found}: not among the dependencies"
        for found in all_imports()
        if (top := found.module.partition(".")[0]) not in sys.stdlib_module_names
        and top != "cjm_desktop"
        and top.lower() not in known
    )


def test_heavy_things_wait_until_they_are_used() -> None:
    complain(
        f"{found} when it is loaded; import it inside the function that uses it"
        for found in all_imports()
        if found.at_start
        and (
            found.module.partition(".")[0] == "pypdfium2"
            or (found.room == "cli" and target_room(found) == "ui")
        )
    )


def test_there_is_only_one_sqlite_in_the_process() -> None:
    complain(f"{found}: use apsw" for found in all_imports() if found.module == "sqlite3")


def test_files_and_functions_keep_their_size() -> None:
    def too_long() -> Iterator[str]:
        for file in sources():
            text = file.read_text(encoding="utf-8")
            name, length = file.relative_to(ROOT).as_posix(), len(text.splitlines())
            if length > LINES_OF_A_FILE and name not in LONG_FOR_A_REASON:
                yield f"{name}: {length} lines, more than {LINES_OF_A_FILE}"
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    lines = (node.end_lineno or node.lineno) - node.lineno + 1
                    if lines > LINES_OF_A_FUNCTION:
                        yield (
                            f"{name}:{node.lineno}: {node.name} has {lines} lines, "
                            f"more than {LINES_OF_A_FUNCTION}"
                        )

    complain(too_long())


def test_the_top_level_holds_only_what_belongs_there() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: what else lies here is not ours to judge")
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert {line.split("/")[0] for line in listed.stdout.splitlines()} <= TOP_LEVEL


def run_python(script: str, *arguments: str) -> str:
    """Run a script in a fresh process and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), *arguments],
        capture_output=True, text=True, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_command_line_never_loads_qt(tmp_path: Path) -> None:
    loaded = run_python(
        """
        import contextlib, io, sys
        from cjm_desktop import cli

        def loaded():
            return sorted(n for n in sys.modules if n.partition(".")[0] in ("PySide6", "networkx"))

        print("import:", loaded())
        for command in (["new", sys.argv[1], "--template", "b2b"], ["show", sys.argv[1]]):
            with contextlib.redirect_stdout(io.StringIO()):
                code = cli.main(command)
            assert not code, (command, code)
            print(command[0] + ":", loaded())
        """,
        str(tmp_path / "a.cjm"),
    )
    assert loaded.splitlines() == ["import: []", "new: []", "show: []"]


def test_starting_loads_only_qt_and_the_file() -> None:
    loaded = run_python(
        f"""
        import sys
        import cjm_desktop.app
        heavy = {sorted(LOADED_WHEN_USED)!r}
        print([name for name in heavy if name in sys.modules])
        """
    )
    assert loaded.strip() == "[]"


def test_qt_does_not_lose_references_to_none() -> None:
    """PySide6 6.12.0 drops one with every void call on Python below 3.12 and aborts at zero."""
    change = run_python(
        """
        import sys
        from PySide6.QtCore import QObject

        thing = QObject()
        before = sys.getrefcount(None)
        for _ in range(1000):
            thing.setObjectName("name")
        print(sys.getrefcount(None) - before)
        """
    )
    assert abs(int(change)) < 100
