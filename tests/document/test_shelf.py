"""The user's own templates: kept, offered, renamed, deleted; a damaged file does no harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cjm_desktop.document.shelf import TemplateShelf, data_folder
from cjm_desktop.journey import templates
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.problems import Problem


@pytest.fixture
def shelf(tmp_path: Path) -> TemplateShelf:
    return TemplateShelf(tmp_path)


@pytest.fixture
def sample() -> Journey:
    return templates.make("sample-b2c", "ru")


def own(journey: Journey) -> str:
    return journey.maps()[0].id


def test_without_a_folder_there_are_none(shelf: TemplateShelf) -> None:
    assert shelf.offers("en") == ()
    assert shelf.find("Ours") is None


def test_a_map_is_kept_and_made_again_in_its_own_language(
    shelf: TemplateShelf, sample: Journey
) -> None:
    name = shelf.keep(sample, own(sample), "Наша  карта")
    (offer,) = shelf.offers("en")
    assert (offer.name, offer.title, offer.broken) == (name, "Наша карта", False)
    assert offer.summary == "Your own: 6 stages, 8 lanes"
    made = shelf.make(name, "en", "Новая")
    assert made.document.language == "ru"
    assert made.document.title == made.maps()[0].title == "Новая"
    assert len(list(made)) == len(list(sample))
    assert shelf.find("наша карта") == shelf.find(name) == name


def test_without_contents_only_the_shape_is_kept(shelf: TemplateShelf, sample: Journey) -> None:
    made = shelf.make(shelf.keep(sample, own(sample), "Bare", contents=False), "ru")
    assert not made.personas()
    assert len(made.columns(own(made))) == len(sample.columns(own(sample)))


def test_two_of_one_name_have_files_of_their_own_and_none_takes_a_bundled_name(
    shelf: TemplateShelf, sample: Journey
) -> None:
    names = [shelf.keep(sample, own(sample), title) for title in ("Ours", "Ours", "B2B", "../..")]
    assert names == ["ours", "ours-2", "b2b-2", "template"]
    assert len(shelf.offers("en")) == 4


def test_it_is_renamed_and_deleted(shelf: TemplateShelf, sample: Journey) -> None:
    name = shelf.keep(sample, own(sample), "Ours")
    shelf.rename(name, "Theirs")
    assert [one.title for one in shelf.offers("en")] == ["Theirs"]
    assert shelf.make(name, "en").maps()[0].title == sample.maps()[0].title
    with pytest.raises(Problem, match="needs a name"):
        shelf.rename(name, "  ")
    shelf.delete(name)
    shelf.delete(name)
    assert shelf.offers("en") == ()


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", '{"title": "x"}', "\udcff",
        '{"title": "x", "map": {"title": ""}, "lanes": [{"holds": "none"}], "stages": []}',
        '{"title": "x", "map": {"title": 5}, "lanes": [], "stages": [{"title": ["a"]}]}',
        '{"title": "x", "map": [], "lanes": 4, "stages": {}}',
        '{"title": "x", "map": {"title": "", "id": "a"}, "lanes": [], "stages": [{"cards": 1}]}',
        '{"title": "x", "map": {"title": ""}, "lanes": [], "stages": [], "pictures": [4]}',
        '{"title": "x", "map": {"title": ""}, "lanes": [], "stages": [{"planned": ["a", "b"]}]}',
        "[" * 100_000,
    ],
)  # fmt: skip
def test_a_damaged_file_gets_a_sentence_and_does_no_harm(
    shelf: TemplateShelf, sample: Journey, text: str
) -> None:
    good = shelf.keep(sample, own(sample), "Good")
    (shelf.folder / "bad.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert good in [one.name for one in shelf.offers("en")]
    assert len(shelf.offers("ru")) == 2
    with pytest.raises(Problem) as told:
        shelf.make("bad", "en")
    assert told.value.sentence("en") == ("The template “bad” cannot be used: its file is damaged.")
    assert shelf.make(good, "en")


@pytest.mark.parametrize("name", ["", "..", "a/b", "../home", ".hidden"])
def test_a_name_never_leads_out_of_the_folder(shelf: TemplateShelf, name: str) -> None:
    with pytest.raises(Problem, match="There is no template"):
        shelf.make(name, "en")


def test_a_disk_that_refuses_is_told(shelf: TemplateShelf, sample: Journey) -> None:
    shelf.folder.write_text("a file where the folder should be", encoding="utf-8")
    assert shelf.offers("en") == ()
    with pytest.raises(Problem):
        shelf.keep(sample, own(sample), "Ours")
    with pytest.raises(Problem):
        shelf.make("ours", "en")


def test_a_template_written_by_hand_may_speak_both_languages(shelf: TemplateShelf) -> None:
    shelf.folder.mkdir()
    data = {
        "title": {"en": "Mine", "ru": "Мой"},
        "map": {"title": {"en": "Way", "ru": "Путь"}},
        "lanes": [{"holds": "actions"}],
        "stages": [{"title": {"en": "First", "ru": "Первый"}}],
    }
    (shelf.folder / "mine.json").write_text(json.dumps(data), encoding="utf-8")
    assert [one.title for one in shelf.offers("ru")] == ["Мой"]
    assert shelf.make("mine", "ru").maps()[0].title == "Путь"
    assert shelf.make("mine", "en").document.language == "en"


def test_the_folder_is_found_as_the_desktop_says() -> None:
    assert data_folder({"XDG_DATA_HOME": "/data"}, "linux") == Path("/data/cjm-desktop")
    inside = Path.home() / ".local/share/cjm-desktop"
    assert data_folder({}, "linux") == data_folder({"XDG_DATA_HOME": "here"}, "linux") == inside
    assert data_folder({"APPDATA": "/roaming"}, "win32") == Path("/roaming/cjm-desktop")
