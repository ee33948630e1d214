"""A document that holds every kind of record, for round trips."""

from cjm_desktop.journey import moves
from cjm_desktop.journey.draft import Draft
from cjm_desktop.journey.journey import Journey
from cjm_desktop.journey.records import Difference, Duration, MapDocument, Picture


def whole_document() -> Journey:
    """Two maps, and at least one record of every kind, with every kind of value in use."""
    draft = Draft(Journey())
    draft.put(MapDocument(title="Всё сразу", language="ru", review_date="2026-11-30"))
    draft.put(Picture(id="face", name="лицо.png", width=2, height=1, data=b"\x89PNG\x00\xff"))
    first = moves.add_map(draft, "Общая карта", scenario="Строка\nи ещё одна", period="2026")
    role = moves.add_map(draft, "Роль", general_id=first, state="to_be")
    anna = moves.add_persona(
        draft, "Анна", first, quotes=("«Дорого»", "Ждём"), picture_id="face", buying_parts=("user",)
    )
    department = moves.add_department(draft, "Склад")
    moves.add_participant(draft, "Пётр", department)
    stage = moves.add_stage(draft, first, "Выбор", steps=("Ищет", "Сравнивает"))
    other = moves.add_stage(draft, first, "Покупка")
    moves.set_duration(draft, stage, "planned", Duration(2, "weeks", 1, 3.5))
    moves.set_participation(draft, anna, stage, "decides", "unsure", "сомневается")
    search, compare = (step.id for step in draft.journey.steps(stage))
    lanes = {
        kind: moves.add_lane(draft, first, kind, kind.title())
        for kind in ("actions", "touchpoints", "feelings", "barriers", "opportunities")
    }
    moves.add_card(draft, lanes["actions"], stage, search, "Читает", persona_ids=(anna,))
    site = moves.add_card(
        draft, lanes["touchpoints"], stage, search, "Сайт", channel="site", importance=5
    )
    shop = moves.add_card(draft, lanes["touchpoints"], stage, compare, "Магазин", automated=True)
    barrier = moves.add_card(draft, lanes["barriers"], stage, compare, "Нет цен", severity=3)
    moves.pin_barrier(draft, barrier, shop, 12.5, -3.0)
    answer = moves.add_card(
        draft, lanes["opportunities"], other, None, "Прайс", answers=(barrier,), effect=3
    )
    point = moves.set_feeling(draft, lanes["feelings"], stage, search, -1.5, anna, word="тревога")
    moves.add_evidence(draft, point, source="interview", people=3, out_of=8, date="2026-01-02")
    metric = moves.add_metric(draft, first, stage, "Дошли", unit="%", target=12.5)
    moves.add_measurement(draft, metric, 7.25, date="2026-02-01", sample=400)
    moves.add_hypothesis(draft, answer, "прайс", metric_id=metric)
    moves.add_link(draft, site, shop, share=0.4, actual_wait=Duration(3))
    draft.put(Difference(map_id=role, record_id=stage, field_name="title"))
    return Journey(draft.changed())
