"""The referral on paper: every letter can be read, its QR code leads to the public check."""

from urllib.parse import urlsplit

import pypdfium2
import pytest
import zxingcpp
from tests.e2e.actors.parent import Parent
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]
KAZAKH = "әғқңөұүһі"


async def test_every_letter_of_the_paper_can_be_read(crowded_world: World) -> None:
    parent = await crowded_world.parent(child_having="һ")
    await parent.applies()
    number = await _refer(crowded_world, parent)
    kazakh, russian = (
        page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(await parent.referral_pdf())
    )

    information = (await parent.journal())["information"]
    child, garden = information["child"], information["referral"]["kindergarten"]
    in_russian = (await crowded_world.sandbox.get(f"/people/{child['iin']}"))["person"]["name"]["ru"]
    for text, name in ((kazakh, f"{child['surname']} {child['given_name']}"), (russian, _full(in_russian))):
        assert number in text
        assert "\ufffd" not in text
        assert name in " ".join(text.split())
    assert garden["name"]["kk"] in " ".join(kazakh.split())
    assert garden["name"]["ru"] in " ".join(russian.split())
    assert set(KAZAKH) - set(kazakh.lower()) == set()


async def test_the_qr_code_leads_to_a_page_that_tells_valid_from_used(world: World) -> None:
    parent, number = await _referred(world)
    addresses = {_qr_address(page) for page in pypdfium2.PdfDocument(await parent.referral_pdf())}
    assert len(addresses) == 1
    address = urlsplit(addresses.pop())
    assert f"{address.scheme}://{address.netloc}" == world.gateway.rstrip("/")

    assert "Направление действительно" in await _page(world, address.path)
    worker = await world.worker()
    await worker.accepts(number)
    await world.settles()
    assert "Направление использовано" in await _page(world, address.path)
    assert "Жолдама пайдаланылған" in await _page(world, address.path, "kk")


async def test_the_check_shows_nobodys_name(world: World) -> None:
    parent, _ = await _referred(world)
    (page, *_) = pypdfium2.PdfDocument(await parent.referral_pdf())
    code = _qr_address(page).rpartition("/")[2]
    child = (await parent.journal())["information"]["child"]

    async with await world.anybody() as browser:
        checked = (await browser.get(f"/api/documents/checks/{code}")).json()
    assert checked["status"] == "valid"
    for shown in (str(checked), await _page(world, f"/check/{code}")):
        assert child["surname"] not in shown
        assert child["iin"] not in shown


def _full(name: dict[str, str]) -> str:
    return f"{name['surname']} {name['given']}"


async def _referred(world: World) -> tuple[Parent, str]:
    (parent,) = await world.queue(1)
    return parent, await _refer(world, parent)


async def _refer(world: World, parent: Parent) -> str:
    worker = await world.worker()
    await worker.publishes(world.group_year, places=(await parent.position())["position"])
    await parent.becomes("notified")
    referral = await parent.chooses_first_place()
    return str(referral["referral_number"])


def _qr_address(page: pypdfium2.PdfPage) -> str:
    (found,) = zxingcpp.read_barcodes(page.render(scale=2).to_pil())
    return str(found.text)


async def _page(world: World, path: str, language: str = "ru") -> str:
    async with await world.anybody() as browser:
        answer = await browser.get(path, params={"lang": language})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    return answer.text
