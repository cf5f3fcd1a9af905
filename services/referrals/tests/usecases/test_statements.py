"""What people sign says names as they are: nobody declines what a register wrote."""

import uuid

import pytest

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language
from kezek.referrals.usecases import statements
from kezek.referrals.usecases.choose_place import ChoiceFacts
from kezek.referrals.usecases.on_referral import StatedReferral

NAME = Text("Үлгіева Ақбота", "Ульгиева Акбота", "Ulgieva Akbota")
GARDEN = Text("«Үлгі» балабақшасы", "Детский сад «Улги»", "Ulgi kindergarten")
ADDRESS = Text("Үлгі көшесі, 1", "ул. Улги, 1", "1 Ulgi street")
CHILD = {Language.KK: "Бала: ", Language.RU: "Ребёнок: ", Language.EN: "Child: "}
# what most are called begins with «Детский сад»: it is not said twice
PLACE = {
    StatedReferral: {Language.KK: "Қайда: ", Language.RU: "Куда: ", Language.EN: "Where: "},
    ChoiceFacts: {Language.KK: "Орын: ", Language.RU: "Место: ", Language.EN: "Place: "},
}


def said(language: Language, facts: StatedReferral | ChoiceFacts) -> tuple[str, ...]:
    if isinstance(facts, ChoiceFacts):
        return statements.choices(language, facts, facts.twins)
    return statements.acceptance(language, facts)


def facts(kind: type[StatedReferral] | type[ChoiceFacts], **own: object) -> StatedReferral | ChoiceFacts:
    garden = {"id": uuid.uuid4(), "name": GARDEN, "address": ADDRESS}
    return kind.model_validate({"child": NAME, "group_year": 2022, "language": "kk", "kindergarten": garden} | own)


BOTH = (
    facts(StatedReferral, referral_id=uuid.uuid4(), referral_number="1000000101"),
    facts(ChoiceFacts, application_number="2000000101", place_id=uuid.uuid4(), turn_id=None),
)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("stated", BOTH, ids=lambda each: type(each).__name__)
def test_names_stand_after_a_colon(language: Language, stated: StatedReferral | ChoiceFacts) -> None:
    child, kindergarten, *_ = said(language, stated)
    assert child.endswith(f"{CHILD[language]}{NAME.in_(language)}.")
    assert kindergarten.startswith(f"{PLACE[type(stated)][language]}{GARDEN.in_(language)}")
