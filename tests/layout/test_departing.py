"""Role maps: what is not as on the general map has a corner, and the legend says what it means."""

from collections.abc import Callable

from cjm_desktop import layout
from cjm_desktop.journey import following, moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.layout.pieces import Drawing, Path
from tests.layout import drawn
from tests.layout.maps import MAP, Maker
from tests.layout.test_walk import seen

OPTIONS = layout.Options("ru")
ACCENT = layout.LIGHT.accent


def _edited(journey: Journey, do: Callable[[Draft], object]) -> Journey:
    """The records after an edit, which role maps have followed."""
    draft = Draft(journey)
    do(draft)
    following.follow(draft)
    return draft.journey


def _role() -> tuple[Journey, str]:
    maker = Maker().grid([2], ["actions", "touchpoints"])
    maker.card("a", "actions", "s0t0", "Ищет").card("t", "touchpoints", "s0t1", "Почта")
    maker.persona(id="p", name="Ольга")
    journey = _edited(maker.journey(), lambda draft: moves.make_role_map(draft, MAP, "p"))
    return journey, next(one.id for one in journey.maps() if one.general_id == MAP)


def _copy(journey: Journey, record_id: str) -> str:
    return following.copies_of(journey, record_id)[0].id


def _draw(journey: Journey, map_id: str, previous: Drawing | None = None) -> Drawing:
    return layout.draw(journey, map_id, layout.LIGHT, OPTIONS, previous)


def _cornered(drawing: Drawing, record_id: str) -> bool:
    last = drawn.piece(drawing, record_id).shape.primitives[-1]
    return isinstance(last, Path) and len(last.commands) == 4 and last.fill is not None


def _reword(journey: Journey, record_id: str, **fields: str) -> Journey:
    return _edited(journey, lambda draft: moves.set_fields(draft, record_id, **fields))


def test_what_follows_has_no_corner_and_what_differs_has() -> None:
    journey, role = _role()
    drawing = _draw(journey, role)
    action, contact, stage = (_copy(journey, one) for one in ("a", "t", "s0"))
    assert not any(_cornered(drawing, one) for one in (action, stage))
    journey = _reword(journey, action, text="Спрашивает")
    journey = _reword(journey, stage, title="Сравнение")
    drawing = _draw(journey, role, drawing)
    assert _cornered(drawing, action)
    assert _cornered(drawing, stage)
    assert not _cornered(drawing, contact)
    assert "не как на общей карте" in drawn.words(drawn.piece(drawing, "legend"))
    assert seen(drawing) == seen(_draw(journey, role))


def test_the_light_corner_of_a_stage_lies_within_its_dark_ground() -> None:
    """Beyond its edge it was as white as the paper: the stage seemed to lack a corner."""
    journey, role = _role()
    stage = _copy(journey, "s0")
    drawing = _draw(_reword(journey, stage, title="Сравнение"), role)
    shape = drawn.piece(drawing, stage).shape
    corner = shape.primitives[-1]
    assert isinstance(corner, Path)
    places = [at for _, at in corner.commands if at]
    assert min(min(at) for at in places) > 0
    assert max(y for _, y in places) < shape.h / 2


def test_what_is_given_back_loses_its_corner() -> None:
    journey, role = _role()
    action = _copy(journey, "a")
    journey = _reword(journey, action, text="Спрашивает")
    drawing = _draw(journey, role)
    journey = _edited(journey, lambda draft: moves.give_back(draft, action, "text"))
    drawing = _draw(journey, role, drawing)
    assert not _cornered(drawing, action)
    assert seen(drawing) == seen(_draw(journey, role))


def test_the_general_map_has_no_corners() -> None:
    journey, role = _role()
    journey = _reword(journey, _copy(journey, "a"), text="Спрашивает")
    assert not _cornered(_draw(journey, MAP), "a")
    assert role != MAP


def test_the_poster_of_a_role_says_whose_it_is_and_of_which_journey() -> None:
    journey, role = _role()
    title = f"title:{role}"
    drawing = _draw(journey, role)
    said = drawn.words(drawn.piece(drawing, title))
    assert said.startswith("Ольга")
    assert "Путь клиента · Как есть" in said
    journey = _reword(journey, MAP, title="Покупка станции")
    drawing = _draw(journey, role, drawing)
    assert "Покупка станции · Как есть" in drawn.words(drawn.piece(drawing, title))
    journey = _reword(journey, role, title="Покупка станции: Ольга")
    said = drawn.words(drawn.piece(_draw(journey, role, drawing), title))
    assert said.count("Покупка станции") == 1
    general = drawn.words(drawn.piece(_draw(journey, MAP), f"title:{MAP}"))
    assert general.count("Покупка станции") == 1


def test_the_corner_of_a_step_leaves_its_first_letter_free() -> None:
    journey, map_id = _role()
    step = _copy(journey, "s0t0")
    drawing = _draw(_reword(journey, step, title="Иначе"), map_id)
    corner = drawn.piece(drawing, step).shape.primitives[-1]
    assert isinstance(corner, Path)
    assert max(x for _, (x, *_) in corner.commands[:-1]) <= 0
