"""What the signed statement of an application says, in the person's language (domain §2.acts, §3)."""

from collections.abc import Sequence

from kezek.applications.domain.old_time import moment
from kezek.applications.domain.texts import claim_sentence, statement_sentences
from kezek.applications.usecases.claims_of_submission import Asked
from kezek.applications.usecases.load_intake import Child, Intake
from kezek.applications.usecases.submission_facts import KeptTime, SubmitRequest
from kezek.platform.actors import Actor


def sentences(
    intake: Intake, asked: Sequence[Asked], body: SubmitRequest, actor: Actor, kept: Sequence[KeptTime] = ()
) -> tuple[str, ...]:
    """The sentences, in an order in which people read them."""
    language = actor.language
    said = {
        "applicant": intake.applicant.name_in(language).full or intake.applicant.iin,
        "district": intake.district_name.in_(language),
        "settlement": body.settlement or "",
        "contacts": ", ".join(filter(None, (body.phone, body.email))),
        "version": body.texts_version,
    }
    claims = tuple(
        claim_sentence(
            each.kind,
            each.benefit.name.in_(language) if each.benefit else "",
            each.correctional,
            [file.name for file in each.papers.files],
            language,
        )
        for each in asked
    )
    children = [_child(child, actor) for child in intake.children]
    return statement_sentences(
        said,
        children,
        body.languages,
        claims,
        language,
        separate=body.separate_places if body.twins else None,
        to_check=intake.to_check,
        kept=[{"number": each.number, "time": moment(each.submitted_at)} for each in kept],
    )


def _child(child: Child, actor: Actor) -> dict[str, str]:
    return {
        "child": child.person.name_in(actor.language).full or "—",
        "child_iin": child.person.iin,
        "birth_date": f"{child.person.birth_date:%d.%m.%Y}",
    }
