from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

pytestmark = pytest.mark.servers
LONGEST = "Көкшетау қаласының «Қарлығаш» бөбекжай-балабақшасы мемлекеттік мекемесі " * 4


async def test_longest_names_still_fit_on_one_page_in_each_language(office: Any, family: Any) -> None:
    garden = family.kindergarten()
    long = replace(garden.name, kk=LONGEST, ru=LONGEST)
    address = replace(garden.address, kk=LONGEST[:200], ru=LONGEST[:200])
    card = family.card()
    child = replace(card.child, surname="Әуезханқызы-Қожахметова-Бекмұхамбетова")
    await office.hears(
        garden.model_copy(update={"name": long, "address": address}),
        card.model_copy(update={"child": child}),
        family.issued(),
    )
    await office.works()
    (paper,) = await office.papers(family)
    assert len(pypdfium2.PdfDocument(await office.pdf(family, paper))) == 2
