"""A family takes back an application whose child is not queued yet, and signs (domain §4.ends)."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from kezek.applications.adapters import store
from kezek.applications.adapters.applications import lock_application, share_application
from kezek.applications.domain.application import Application
from kezek.applications.domain.review import withdrawn
from kezek.applications.domain.texts import withdrawal_sentences
from kezek.applications.usecases.saving import save
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound, rules_hold


class Withdrawal(ActModel):
    """Which application."""

    application_id: UUID


class WithdrawalFacts(ActModel):
    """What the statement names."""

    application_number: str
    child: Text


class Withdrawn(ActModel):
    """The application is over."""

    application_id: UUID
    status: Literal["withdrawn"] = "withdrawn"


class WithdrawBeforeQueue(SignedAct[Withdrawal, WithdrawalFacts, Withdrawn]):
    """`applications.withdraw`; its subject is the application. Once the child is queued, `referrals.withdraw`."""

    TYPE = "applications.withdraw"

    async def draft(self, tx: Tx, actor: Actor, body: Withdrawal) -> Draft[WithdrawalFacts]:
        """What would be signed.

        Raises:
            NotFound: `application_not_found`, also for somebody else's.
            Conflict: `withdrawal_not_allowed` with the state.
        """
        application = await _load(tx, actor, body.application_id)
        with rules_hold():
            withdrawn(application, tx.now())
        facts = await _facts(tx, application)
        return Draft(
            str(application.id), facts, withdrawal_sentences(facts.application_number, facts.child, actor.language)
        )

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the application's lock."""
        await share_application(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[Withdrawal, WithdrawalFacts], received_at: datetime) -> Withdrawn:
        """End the application; an officer who has just queued the child was first."""
        application = await _load(tx, act.actor, act.body.application_id)
        with rules_hold():
            decision = withdrawn(application, received_at)
        act.check_facts(await _facts(tx, application))
        await save(tx, application, decision)
        return Withdrawn(application_id=application.id)


async def _load(tx: Tx, actor: Actor, application_id: UUID) -> Application:
    application = await lock_application(tx, application_id)
    if application is None or application.made.applicant_id != actor.person_id:
        raise NotFound("application_not_found")
    return application


async def _facts(tx: ReadTx, application: Application) -> WithdrawalFacts:
    child = await store.load_child_of_card(tx, application.id)
    names = Text(**{each: child.name_in(each).full for each in Language})
    return WithdrawalFacts(application_number=application.made.number, child=names)
