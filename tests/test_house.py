"""What lies round the program: the wheel, the set-up script, the menu entry, icons and papers."""

import importlib
import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

from cjm_desktop import assets
from cjm_desktop.storage.schema import APPLICATION_ID

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"


def run(
    *command: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command and keep what it says."""
    words = [str(part) for part in command]
    return subprocess.run(words, capture_output=True, text=True, check=False, cwd=cwd, env=env)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as users get it."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    done = run(*pip, "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, ROOT)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("cjm_desktop-*.whl")
    return built


def test_the_wheel_carries_all_resources(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    resources = {
        "cjm_desktop/" + file.relative_to(ROOT).as_posix()
        for file in (ROOT / "resources").rglob("*")
        if file.is_file()
    }
    assert resources <= inside
    assert any(name.endswith("licenses/LICENSE") for name in inside)


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel was unpacked, as an installation does."""
    place = tmp_path_factory.mktemp("elsewhere")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    return place


def run_elsewhere(elsewhere: Path, cwd: Path, script: str) -> str:
    """Run a script with the unpacked wheel instead of the checkout."""
    env = {**os.environ, "PYTHONPATH": str(elsewhere)}
    done = run(sys.executable, "-c", script, cwd=cwd, env=env)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_wheel_installed_elsewhere_finds_its_resources(elsewhere: Path, tmp_path: Path) -> None:
    script = "from cjm_desktop import assets; print(assets.path('icons', 'app.svg'))"
    found = run_elsewhere(elsewhere, tmp_path, script)
    assert found.strip() == str(elsewhere / "cjm_desktop/resources/icons/app.svg")


def test_a_wheel_installed_elsewhere_makes_a_poster(elsewhere: Path, tmp_path: Path) -> None:
    """Templates, words, fonts and icons all come along."""
    script = """if True:
        import cjm_desktop.cli as cli
        for command in ("new a.cjm --template b2b --language ru", "export a.cjm a.pdf --paper A3"):
            assert cli.main(command.split()) == 0
        print(cli.__file__)
    """
    said = run_elsewhere(elsewhere, tmp_path, script)
    assert said.splitlines()[-1].startswith(str(elsewhere))
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_missing_resources_are_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(assets.MissingResourcesError, match=r"no-such\.svg is missing"):
        assets.path("icons", "no-such.svg")
    monkeypatch.setattr(assets, "_PLACES", (tmp_path,))
    with pytest.raises(assets.MissingResourcesError, match="not installed completely"):
        assets.root()


def test_both_commands_lead_to_a_main_function() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(project["scripts"]) == {"cjm", "cjm-desktop"}
    for target in project["scripts"].values():
        module, function = target.split(":")
        assert callable(getattr(importlib.import_module(module), function))


@pytest.fixture
def bare_machine(tmp_path: Path) -> Path:
    """A checkout on a machine without Python, whose apt-get only notes its calls."""
    checkout = tmp_path / "checkout"
    shutil.copytree(PACKAGING, checkout / "packaging")
    shutil.copy(ROOT / "pyproject.toml", checkout)
    commands = tmp_path / "bin"
    commands.mkdir()
    for name in ("dirname", "cat", "sh"):
        found = shutil.which(name)
        assert found is not None
        (commands / name).symlink_to(found)
    write_command(commands / "apt-get", f'echo "$@" >>{tmp_path}/apt.log')
    write_command(commands / "id", "echo 1000")
    return tmp_path


def write_command(path: Path, body: str) -> None:
    """Write a small executable shell script."""
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def start(machine: Path, language: str = "C", *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the set-up script on the bare machine."""
    return run(
        machine / "bin/sh", machine / "checkout/packaging/run.sh", *arguments,
        env={"PATH": str(machine / "bin"), "LANG": language, "HOME": str(machine)},
    )  # fmt: skip


def test_without_rights_set_up_prints_the_line_and_touches_nothing(bare_machine: Path) -> None:
    done = start(bare_machine)
    assert done.returncode == 3
    assert "sudo apt-get install -y python3 python3-venv" in done.stderr
    assert not (bare_machine / "apt.log").exists()
    assert not (bare_machine / "checkout/.venv").exists()


def test_set_up_speaks_russian(bare_machine: Path) -> None:
    assert "Не хватает пакетов" in start(bare_machine, "ru_RU.UTF-8").stderr


@pytest.mark.parametrize(
    ("language", "said"), [("C", "runs the tests"), ("ru_RU.UTF-8", "выполняет тесты")]
)
def test_help_helps_and_does_nothing_else(bare_machine: Path, language: str, said: str) -> None:
    for option in ("--help", "-h"):
        done = start(bare_machine, language, option)
        assert (done.returncode, done.stderr) == (0, "")
        assert said in done.stdout
    assert not (bare_machine / "checkout/.venv").exists()


def test_without_a_display_the_sample_goes_to_one_place(bare_machine: Path) -> None:
    commands = bare_machine / "checkout/.venv/bin"
    commands.mkdir(parents=True)
    for name in ("cksum", "mkdir", "mv", "rm"):
        found = shutil.which(name)
        assert found is not None
        (bare_machine / "bin" / name).symlink_to(found)
    # Exit code 4 of the look at the system: there is no display.
    write_command(commands / "python", 'case "$*" in "-m cjm_desktop.preflight") exit 4 ;; esac')
    write_command(commands / "cjm", f'echo "$2" "$3" >>{bare_machine}/made.log')
    first, second = start(bare_machine), start(bare_machine)
    assert (first.returncode, second.returncode) == (0, 0)
    folder = bare_machine / ".cache/cjm-desktop/sample"
    assert f"its poster {folder}/sample.pdf" in first.stderr
    made = (bare_machine / "made.log").read_text(encoding="utf-8").splitlines()
    assert len(made) == 4
    assert made[:2] == made[2:]


def test_root_installs_and_says_what_is_still_wrong(bare_machine: Path) -> None:
    write_command(bare_machine / "bin/id", "echo 0")
    done = start(bare_machine)
    assert done.returncode == 3
    assert "Python 3.11 or newer" in done.stderr
    calls = (bare_machine / "apt.log").read_text(encoding="utf-8")
    assert "install -y --no-install-recommends python3 python3-venv" in calls


def test_an_old_python_is_not_taken(bare_machine: Path) -> None:
    write_command(bare_machine / "bin/python3", "exit 1")
    assert start(bare_machine).returncode == 3


def test_the_menu_entry_starts_the_given_command_and_goes_again(tmp_path: Path) -> None:
    env = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    script = PACKAGING / "linux/install.sh"
    command = tmp_path / "My & programs/cjm-desktop"
    command.parent.mkdir()
    write_command(command, "exit 0")
    entry = tmp_path / "applications/cjm-desktop.desktop"
    assert run("sh", script, tmp_path / "none", env=env).returncode == 2
    assert not entry.exists()  # an entry that starts nothing is not shown by any menu
    # Named from where one stands: a menu stands elsewhere.
    done = run("sh", script, "My & programs/cjm-desktop", env=env, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert f'\nExec="{command}" %F\n' in entry.read_text(encoding="utf-8")
    assert (tmp_path / "icons/hicolor/scalable/apps/cjm-desktop.svg").exists()
    if shutil.which("update-mime-database"):
        assert "*.cjm" in (tmp_path / "mime/globs").read_text(encoding="utf-8")
    if shutil.which("desktop-file-validate"):
        assert run("desktop-file-validate", entry).stdout == ""
    assert run("sh", script, "--remove", env=env).returncode == 0
    assert not entry.exists()


def test_the_file_type_knows_our_files_from_other_databases() -> None:
    text = (PACKAGING / "linux/cjm-desktop.mime.xml").read_text(encoding="utf-8")
    mark = APPLICATION_ID.to_bytes(4, "big").decode("ascii")
    assert f'<match type="string" offset="68" value="{mark}"/>' in text


def test_icons_are_paths_in_the_colour_of_the_text() -> None:
    for file in sorted(assets.path("icons").glob("*.svg")):
        # Our own files from our own repository.
        svg = ET.parse(file).getroot()
        assert svg.get("viewBox"), file.name
        if file.name != "app.svg":
            assert svg.get("stroke") == "currentColor", file.name
            assert {child.tag.rpartition("}")[2] for child in svg} == {"path"}, file.name


def test_papers_refer_only_to_what_exists() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "packaging/README.md"):
        paper = ROOT / name
        for link in re.findall(r"\]\(([^)#]+)\)", paper.read_text(encoding="utf-8")):
            if "://" not in link:
                assert (paper.parent / link).exists(), f"{name} refers to {link}"


def test_the_change_log_knows_this_version() -> None:
    from cjm_desktop import __version__

    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in text or "## [Unreleased]" in text
