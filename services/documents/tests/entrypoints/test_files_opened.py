import time
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.access import DocumentsRead, Why
from kezek.contracts.ids import new_id
from kezek.platform import file_links
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.file_links import FileLink, LinkSigner
from kezek.platform.testing import an_actor, officer_of, published
from kezek.platform.testing.papers import a_jpeg, a_pdf

pytestmark = pytest.mark.servers


@pytest.fixture
def signer(file_office: Any) -> LinkSigner:
    return LinkSigner("applications", file_office.settings("applications")["file_link_key"])


def link_for(signer: LinkSigner, person: Actor, file_id: str, subject: Actor, **changes: Any) -> str:
    """The path at which documents itself is asked."""
    link = FileLink(UUID(file_id), person.person_id, subject.person_id, **{"about": new_id(), **changes})
    return signer.sign(link).removeprefix("/api/documents")


async def test_the_owner_opens_a_file_and_nothing_runs_in_it(counter: Any, signer: LinkSigner) -> None:
    parent, content = an_actor(), a_pdf()
    ready = await counter.hands_in(parent, content)
    answer = await counter.api.by(parent).get(link_for(signer, parent, ready["id"], parent))
    assert (answer.status_code, answer.content) == (200, content)
    head = answer.headers
    assert head["content-type"] == "application/pdf"
    assert head["content-disposition"].startswith("inline; filename*=UTF-8''%D0%B0")
    assert (head["x-content-type-options"], head["cache-control"]) == ("nosniff", "private, no-store")
    assert "default-src 'none'" in head["content-security-policy"]
    assert "script-src" not in head["content-security-policy"]
    download = await counter.api.by(parent).get(link_for(signer, parent, ready["id"], parent, download=True))
    assert download.headers["content-disposition"].startswith("attachment")
    assert not [each for each in await published(counter.database) if isinstance(each.event, DocumentsRead)]


async def test_an_officer_opens_it_and_that_is_left_in_the_log(counter: Any, signer: LinkSigner) -> None:
    parent, officer = an_actor(), officer_of("1110")
    ready = await counter.hands_in(parent, a_jpeg(), "a.jpg")
    (capacity,) = officer.grants
    path = link_for(signer, officer, ready["id"], parent, capacity=capacity)
    picture = await counter.api.by(officer).get(path)
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/jpeg")
    assert picture.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    (told,) = [each.event for each in await published(counter.database) if isinstance(each.event, DocumentsRead)]
    assert (told.reader_id, told.role, told.district, told.why) == (officer.person_id, "officer", "1110", Why.OPEN)
    (subject,) = told.subjects
    assert (subject.person_id, str(subject.object_id)) == (parent.person_id, ready["id"])


async def test_a_link_serves_nobody_else_no_other_file_and_no_longer(
    counter: Any, signer: LinkSigner, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, officer = an_actor(), officer_of("1110")
    ready = await counter.hands_in(parent, a_jpeg(), "a.jpg")
    other = await counter.hands_in(parent, a_jpeg(), "b.jpg")
    path = link_for(signer, officer, ready["id"], parent, capacity=officer.grants[0])
    await refused(counter, officer_of("1110"), path)
    await refused(counter, parent, path)
    await refused(counter, officer, path.replace(ready["id"], other["id"]))
    await refused(counter, Actor(officer.person_id, officer.iin, officer.language, officer.method), path)
    assert (await counter.api.by().get(path)).status_code == 401
    elsewhere = link_for(signer, officer, ready["id"], parent, capacity=Grant(Role.OFFICER, district="1116"))
    await refused(counter, officer, elsewhere)
    # without a capacity a link is for one's own
    await refused(counter, officer, link_for(signer, officer, ready["id"], parent))
    late = link_for(signer, parent, ready["id"], parent)
    monkeypatch.setattr(file_links, "time", SimpleNamespace(time=lambda: time.time() + 61))
    await refused(counter, parent, late, "file_link_expired")


async def test_an_officer_opens_a_paper_of_the_system_by_a_link_and_that_is_left_in_the_log(
    office: Any, family: Any, signer: LinkSigner
) -> None:
    paper, officer = await office.makes_paper(family), officer_of("1110")
    (capacity,) = officer.grants
    to_family = {"capacity": capacity, "about": family.application_id}
    opened = await office.api.by(officer).get(link_for(signer, officer, paper["id"], family.applicant, **to_family))
    assert (opened.status_code, opened.content) == (200, await office.pdf(family, paper))
    assert (opened.headers["content-type"], opened.headers["x-content-type-options"]) == ("application/pdf", "nosniff")
    (told,) = [each.event for each in await published(office.database) if isinstance(each.event, DocumentsRead)]
    assert (told.reader_id, told.why, str(told.subjects[0].object_id)) == (officer.person_id, Why.OPEN, paper["id"])
    await refused(office, officer, link_for(signer, officer, paper["id"], family.applicant, capacity=capacity))
    await refused(office, an_actor(), link_for(signer, officer, paper["id"], family.applicant, **to_family))


async def test_a_file_that_is_not_ready_or_gone_is_not_handed_out(counter: Any, signer: LinkSigner) -> None:
    parent = an_actor()
    upload = (await counter.begin(parent, 1000)).json()
    await refused(counter, parent, link_for(signer, parent, upload["id"], parent))
    await refused(counter, parent, link_for(signer, parent, str(new_id()), parent))


async def refused(counter: Any, person: Actor, path: str, code: str = "file_link_unknown") -> None:
    answer = await counter.api.by(person).get(path)
    assert (answer.status_code, answer.json()["code"]) == (404, code)
