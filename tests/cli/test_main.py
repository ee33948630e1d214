"""The command line as such: help, languages, exit codes, and never a traceback."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import cjm_desktop
from cjm_desktop import assets
from cjm_desktop.cli import complaints, options, telling
from tests.cli.conftest import Cjm

COMMANDS = ("new", "import", "export", "show", "automation", "check", "history", "screenshot")


def process(
    *arguments: object, folder: Path, code: int = 0, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the real command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "cjm_desktop.cli", *map(str, arguments)],
        cwd=folder, capture_output=True, check=False, timeout=60, env={**os.environ, **(env or {})},
    )  # fmt: skip
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    return done


def test_help_names_every_command(cjm: Cjm) -> None:
    answer = cjm("--help")
    assert answer.code == 0
    assert [one for one in COMMANDS if not re.search(rf"^ +{one}\b", answer.out, re.M)] == []
    for name in COMMANDS:
        assert cjm(name, "--help").code == 0


def test_version(cjm: Cjm) -> None:
    assert cjm("--version").out == f"CJM Desktop {cjm_desktop.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["unknown"],
        ["new"],
        ["new", "a.cjm", "--template", "nothing"],
        ["new", "a.cjm", "--language", "fr"],
        ["new", "a.cjm", "--temp", "b2b"],
        ["new", "a.cjm", "b.cjm"],
        ["import", "a.mmd"],
        ["import", "a.mmd", "b.cjm", "--format", "xlsx"],
        ["import", "a.mmd", "b.cjm", "--block", "x"],
        ["show"],
        ["screenshot", "a.cjm", "a.jpg"],
        ["screenshot", "a.cjm", "a.png", "--size", "big"],
    ],
)
def test_nonsense_is_answered_in_one_sentence(cjm: Cjm, arguments: list[str]) -> None:
    answer = cjm(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("cjm")
    assert answer.err.count("\n") == 1
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_help_tells_everything_in_one_language(cjm: Cjm, language: str) -> None:
    for name in ("", *COMMANDS):
        text = cjm(*filter(None, (name, "--language", language, "--help"))).out
        assert text.startswith("usage: cjm" if language == "en" else "вызов: cjm"), name
        assert bool(re.search("[а-яё]", text, re.IGNORECASE)) is (language == "ru")
        # Every line of the lists says what it is for.
        for line in re.findall(r"^  \S.*(?:\n {10,}\S.*)*", text, re.MULTILINE):
            assert re.search(r"\S\s{2,}\S", line.strip()) or line.strip().isupper(), line


@pytest.mark.parametrize(
    ("arguments", "english", "russian"),
    [
        ([], "what is missing: COMMAND", "не указано: КОМАНДА"),
        (["new"], "what is missing: MAP.cjm", "не указано: MAP.cjm"),
        (["export"], "what is missing: OUT", "не указано: OUT"),
        (["nothing"], "there is no “nothing”", "нет такого: «nothing»; есть new, import"),
        (["new", "a.cjm", "--abc", "x"], "nothing here: --abc x", "не значит: --abc x"),
        (["import", "a", "b", "--block", "x"], "“x” is not a whole", "«x» — не целое"),
        (["export", "a", "b", "--margin", "x"], "“x” is not a number", "«x» — не число"),
        (["export", "a", "b", "--margin"], "--margin needs a value", "--margin: нужно значение"),
        (["export", "a", "b", "--force=1"], "--force takes no value", "--force: значение не нужно"),
        (
            ["export", "a", "b", "--portrait", "--landscape"],
            "--landscape and --portrait do not go together",
            "--landscape и --portrait нельзя указать вместе",
        ),
        (["import", "a", "b", "--format", "xlsx"], "“xlsx”; there are auto", "«xlsx»; есть auto"),
        (["screenshot", "a", "b", "--size", "big"], "“big” is not a size", "«big» — не размер"),
        (["screenshot", "a", "b", "--size", "9000x9"], "at most 8000", "до 8000"),
        (["show", ""], "MAP.cjm: the name is empty", "MAP.cjm: имя пустое"),
        (["merge", "a", "b", "-o", ""], "--out: the name is empty", "--out: имя пустое"),
        (["check", "a", "--recover", ""], "--recover: the name is empty", "имя пустое"),
    ],
)
def test_nonsense_is_told_in_the_language_of_the_user(
    cjm: Cjm, monkeypatch: pytest.MonkeyPatch, arguments: list[str], english: str, russian: str
) -> None:
    said = cjm(*arguments)
    assert english in said.err
    assert said.err.endswith("--help)\n")
    assert cjm("--language", "ru", *arguments).err.count(russian) == 1
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    assert cjm(*arguments).err.count(russian) == 1
    assert english in cjm("--language=en", *arguments).err


def test_a_complaint_nobody_knows_is_passed_on() -> None:
    assert complaints.sentence("argument --x: new in Python 9", "ru") == "--x: new in Python 9"
    assert complaints.sentence("something else", "ru") == "something else"


def test_the_language_may_be_said_before_the_command(cjm: Cjm) -> None:
    assert cjm("--language", "ru", "new", "a.cjm").out.startswith("Создан")
    assert cjm("--language", "ru", "check", "a.cjm", "--language", "en").out.startswith("a.cjm is")


@pytest.mark.parametrize(
    ("env", "arguments", "russian"),
    [
        ({}, [], False),
        ({"LANG": "ru_RU.UTF-8"}, [], True),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, [], False),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ru_RU"}, [], True),
        ({"LANG": "ru_RU.UTF-8"}, ["--language", "en"], False),
        ({}, ["--language", "ru"], True),
    ],
)
def test_it_speaks_the_language_asked_for(
    cjm: Cjm,
    monkeypatch: pytest.MonkeyPatch,
    env: dict[str, str],
    arguments: list[str],
    russian: bool,
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    answer = cjm("check", "no.cjm", *arguments)
    assert ("Файла" in answer.err) is russian


def test_a_bug_is_told_without_a_traceback(cjm: Cjm, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr(telling, "show", broken)
    answer = cjm("show", "a.cjm")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        "cjm: Something went wrong inside the program (RuntimeError: two lines). "
        "Your files are as they were; please report it.\n"
    )
    monkeypatch.setenv("CJM_DEBUG", "1")
    assert "Traceback" in cjm("show", "a.cjm").err


def test_an_interruption_is_no_error(cjm: Cjm, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(telling, "show", interrupted)
    assert cjm("show", "a.cjm") == (130, "", "")


def test_a_system_that_refuses_is_no_bug(cjm: Cjm, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "/tmp/x")

    monkeypatch.setattr(telling, "show", full)
    answer = cjm("show", "a.cjm")
    assert answer == (1, "", "cjm: The system refused: No space left on device /tmp/x\n")


def test_the_real_program(tmp_path: Path) -> None:
    process("new", "карта.cjm", "--template", "b2b", "--language", "ru", folder=tmp_path)
    shown = process("show", "карта.cjm", "--json", folder=tmp_path)
    assert json.loads(shown.stdout)["document"]["language"] == "ru"
    assert process("show", "нет.cjm", folder=tmp_path, code=1).stderr.decode().count("\n") == 1
    process("nonsense", folder=tmp_path, code=2)


def test_terminals_without_our_letters(tmp_path: Path) -> None:
    env = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    process("new", "a.cjm", "--template", "b2b", "--language", "ru", folder=tmp_path, env=env)
    process("show", "a.cjm", "--language", "ru", folder=tmp_path, env=env)
    shown = process("show", "a.cjm", "--json", folder=tmp_path, env=env)
    assert "Путь" in json.loads(shown.stdout)["document"]["title"]
    helped = process("--help", "--language", "ru", folder=tmp_path, env=env)
    assert rb"\u041a\u0430\u0440\u0442\u044b" in helped.stdout
    assert process("check", "нет.cjm", folder=tmp_path, env=env, code=1).stderr.count(b"\n") == 1


def test_names_of_files_that_are_no_text(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff.cjm")
    refused = process("new", name, folder=tmp_path, code=1)
    assert refused.stderr == b"cjm: The name \\udcff.cjm is not valid text; choose another one.\n"
    process("new", "a.cjm", folder=tmp_path)
    (tmp_path / "a.cjm").rename(tmp_path / name)
    process("check", name, folder=tmp_path)
    process("export", name, os.fsdecode(b"\xff.json"), folder=tmp_path)
    process("show", name + "x", folder=tmp_path, code=1)


def test_a_reader_that_has_gone(tmp_path: Path) -> None:
    process("new", "a.cjm", "--template", "b2b", folder=tmp_path)
    command = f"{sys.executable} -m cjm_desktop.cli show a.cjm --json | head -c 10"
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False, timeout=60
    )
    assert (done.stdout, done.stderr) == (b'{\n  "forma', b"")


def test_help_comes_at_once(tmp_path: Path) -> None:
    """Beside an empty Python: nothing of the program but its options is loaded."""

    def seconds(*command: str) -> float:
        """Of processor time: whatever else runs does not count."""
        begun = os.times()
        subprocess.run([sys.executable, *command], cwd=tmp_path, capture_output=True, check=True)
        ended = os.times()
        return sum(ended[2:4]) - sum(begun[2:4])

    bare = min(seconds("-c", "import argparse") for _ in range(5))
    ours = min(seconds("-m", "cjm_desktop.cli", "--help") for _ in range(5))
    assert ours < bare + 0.15


def test_help_loads_words_and_names_only() -> None:
    script = (
        "import sys; from cjm_desktop import cli; cli.main(['--version']); "
        "print(*(n for n in sys.modules if n.startswith('cjm_desktop.') and '.cli' not in n))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    journey = {f"cjm_desktop.journey{name}" for name in ("", ".words", ".problems", ".offers")}
    assert set(done.stdout.splitlines()[-1].split()) == {"cjm_desktop.assets", *journey}


def test_the_guide_knows_every_command_and_option() -> None:
    parser = options._parser("en")
    subparsers = next(one for one in parser._actions if isinstance(one.choices, dict))
    wanted = {f"cjm {name}" for name in COMMANDS}
    for command in dict(subparsers.choices or {}).values():
        wanted |= {o for action in command._actions for o in action.option_strings}
    wanted -= {"-h", "--help"}
    for language in ("en", "ru"):
        guide = assets.path("guide", f"{language}.md").read_text(encoding="utf-8")
        assert not [one for one in sorted(wanted) if one not in guide]
