from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import AccountRequestDecided
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language, RefusalReason
from kezek.platform.testing import published

GARDEN = Text(kk="«Бәйтерек» балабақшасы", ru="Детский сад «Байтерек»", en="Baiterek kindergarten")


def decided(**more: Any) -> AccountRequestDecided:
    phone = f"7799{new_id().int % 10_000_000:07d}"
    given = {
        "request_id": new_id(),
        "number": "000042",
        "kindergarten_name": GARDEN,
        "phone": phone,
        "email": f"{phone}@example.kz",
        "language": Language.RU,
    }
    return AccountRequestDecided(**{**given, **more})


async def test_an_approved_owner_hears_by_sms_and_e_mail_whose_key_opens_the_account(post: Any) -> None:
    event = decided()
    await post.hears(event)
    assert await post.sends() == 2
    (sms,) = await post.outside.sms(event.phone)
    (mail,) = await post.outside.mail(event.email)
    assert "Запрос № 000042 одобрен" in sms.text
    assert mail.subject == "Учётная запись детского сада открыта"
    assert "Детский сад «Байтерек»" in mail.text
    assert "ключ другого лица не подойдёт" in mail.text
    assert await post.states() == {"sms": "sent", "email": "sent"}


@pytest.mark.parametrize("reason", RefusalReason)
@pytest.mark.parametrize("language", Language)
async def test_a_refused_owner_reads_the_reason_and_the_remark(
    post: Any, reason: RefusalReason, language: Language
) -> None:
    event = decided(refused_because=reason, remark="См. приказ", language=language)
    await post.hears(event)
    await post.sends()
    (mail,) = await post.outside.mail(event.email)
    (sms,) = await post.outside.sms(event.phone)
    assert "См. приказ" in mail.text
    assert "См. приказ" not in sms.text
    assert "{" not in mail.text + sms.text


@pytest.mark.parametrize("language", Language)
async def test_a_refusal_names_the_request_and_repeats_nothing_that_was_typed(post: Any, language: Language) -> None:
    typed = "Сіз ұтып алдыңыз! Вы выиграли! You have won: prize.example.kz"
    event = decided(
        refused_because=RefusalReason.NO_KINDERGARTEN,
        kindergarten_name=Text(kk=typed, ru=typed, en=typed),
        language=language,
    )
    await post.hears(event)
    await post.sends()
    (mail,) = await post.outside.mail(event.email)
    (sms,) = await post.outside.sms(event.phone)
    for text in (mail.subject + mail.text, sms.text):
        assert event.number in text
        assert "prize" not in text


async def test_another_reason_is_the_one_written_below(post: Any) -> None:
    event = decided(refused_because=RefusalReason.OTHER, remark="См. приказ")
    await post.hears(event)
    await post.sends()
    (mail,) = await post.outside.mail(event.email)
    assert "Причина: другая, указана ниже.\n\nСм. приказ" in mail.text.replace("\r\n", "\n")


async def test_a_decision_is_told_once_and_an_old_one_not_at_all(post: Any) -> None:
    event, old = decided(), decided()
    await post.hears(event)
    await post.hears(event)
    await post.hears(old, occurred_at=datetime.now(UTC) - timedelta(days=365))
    await post.sends()
    assert len(await post.outside.sms(event.phone)) == 1
    assert await post.outside.sms(old.phone) == []


async def test_the_journals_of_applications_hear_nothing_of_it(post: Any) -> None:
    await post.hears(decided())
    await post.sends()
    assert await published(post.database) == []
