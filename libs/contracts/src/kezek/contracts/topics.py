"""Every topic: its key, whether it is compacted or personal, and who consumes it (architecture §events)."""

from dataclasses import dataclass

from kezek.contracts import (
    access,
    applications,
    auth,
    documents,
    file_use,
    kindergartens,
    notifications,
    queue,
    referrals,
)
from kezek.contracts.events import Event


@dataclass(frozen=True)
class Topic:
    """A Kafka topic; a compacted one keeps the last state of each key, the others keep everything."""

    name: str
    key: str
    consumed_by: tuple[str, ...]
    events: tuple[type[Event], ...]
    compacted: bool = False
    personal: bool = False
    partitions: int = 12

    @property
    def publisher(self) -> str:
        """The service that owns the topic."""
        return self.name.partition(".")[0]


TOPICS: tuple[Topic, ...] = (
    Topic(
        "auth.account",
        key="person",
        consumed_by=("applications", "notifications"),
        events=(auth.Account,),
        compacted=True,
        personal=True,
    ),
    Topic("auth.escort", key="child and escort", consumed_by=("kindergartens",), events=(auth.EscortSignedIn,)),
    Topic(
        "applications.application",
        key="application",
        consumed_by=("notifications", "queue", "referrals"),
        events=(
            applications.ApplicationQueued,
            applications.ApplicationChanged,
            applications.ChildDied,
            *applications.BEFORE_THE_QUEUE,
        ),
    ),
    Topic(
        "applications.card",
        key="application",
        consumed_by=("documents", "kindergartens", "notifications", "referrals"),
        events=(applications.ApplicationCard,),
        compacted=True,
        personal=True,
    ),
    Topic("applications.refresh", key="district", consumed_by=("queue",), events=(applications.RefreshProgressed,)),
    Topic("queue.refresh", key="district", consumed_by=("applications",), events=(queue.RefreshAsked,)),
    Topic(
        "queue.call",
        key="queue",
        consumed_by=("referrals",),
        events=(queue.Called, queue.NobodyToCall, queue.RoundAwaited),
    ),
    Topic(
        "queue.entry",
        key="application",
        consumed_by=("applications", "notifications"),
        events=(queue.Placed, queue.Moved, queue.WishesOrdered, queue.RoundGaveNone),
    ),
    Topic(
        "queue.policy",
        key="version of a policy, year, list of benefits",
        consumed_by=("applications", "documents", "kindergartens", "notifications", "referrals"),
        events=(queue.PolicyPublished, queue.CalendarPublished, queue.BenefitsPublished),
        compacted=True,
    ),
    Topic(
        "referrals.queue",
        key="queue",
        consumed_by=("queue",),
        events=(referrals.PlacesOffered, referrals.CallAnswered, referrals.CandidateChanged),
    ),
    Topic("referrals.place", key="place", consumed_by=("kindergartens", "queue"), events=(referrals.PlaceChanged,)),
    Topic(
        "referrals.candidate",
        key="application",
        consumed_by=("applications", "documents", "kindergartens", "notifications"),
        events=(
            referrals.TurnStarted,
            referrals.TurnEnded,
            referrals.TurnExchanged,
            referrals.DeadlineMoved,
            referrals.ReferralIssued,
            referrals.ReferralExpired,
            referrals.ReferralVoided,
            referrals.ReferralCancelled,
            referrals.Arrived,
            referrals.PapersSubmitted,
            referrals.PapersReturned,
            referrals.ReferralExtended,
            referrals.ReferralRefused,
            referrals.RefusalUpheld,
            referrals.RefusalOverruled,
            referrals.ReferralAccepted,
            referrals.Departed,
            referrals.StopListed,
            referrals.Deactivated,
            referrals.Returned,
            referrals.TermEndsSoon,
            referrals.AgesOutSoon,
            referrals.AgeingMoved,
            referrals.Closed,
        ),
    ),
    Topic(
        "referrals.contract",
        key="act",
        consumed_by=("documents",),
        events=(referrals.ContractSigned,),
        compacted=True,
        personal=True,
    ),
    Topic(
        "kindergartens.kindergarten",
        key="kindergarten",
        consumed_by=("applications", "auth", "documents", "notifications", "queue", "referrals"),
        events=(kindergartens.Kindergarten,),
        compacted=True,
    ),
    Topic(
        "kindergartens.district",
        key="district",
        consumed_by=("applications", "auth", "queue"),
        events=(kindergartens.District,),
        compacted=True,
    ),
    Topic(
        "kindergartens.vacancy",
        key="kindergarten",
        consumed_by=("referrals",),
        events=(kindergartens.VacancyConfirmed,),
    ),
    Topic(
        "kindergartens.roster",
        key="application",
        consumed_by=("applications", "notifications", "referrals"),
        events=(
            kindergartens.ChildDeparted,
            kindergartens.ChildRegrouped,
            kindergartens.ChildSwapped,
            kindergartens.EscortsChanged,
            kindergartens.PickupChanged,
            kindergartens.ChildMonthClosed,
            kindergartens.ChildMonthReopened,
        ),
    ),
    Topic(
        "kindergartens.escort",
        key="child and escort",
        consumed_by=("auth", "notifications"),
        events=(kindergartens.Escort,),
        compacted=True,
        personal=True,
    ),
    Topic(
        "kindergartens.sheet",
        key="attendance sheet",
        consumed_by=("documents",),
        events=(kindergartens.AttendanceSheet,),
        compacted=True,
        personal=True,
    ),
    Topic(
        "kindergartens.swap",
        key="swap",
        consumed_by=("applications", "notifications"),
        events=(kindergartens.SwapChanged, kindergartens.SwapEndsSoon),
    ),
    Topic(
        "kindergartens.staff",
        key="person.kindergarten",
        consumed_by=("auth",),
        events=(kindergartens.Worker,),
        compacted=True,
        personal=True,
    ),
    Topic(
        "kindergartens.account-request",
        key="account request",
        consumed_by=("notifications",),
        events=(kindergartens.AccountRequestDecided,),
        compacted=True,
        personal=True,
    ),
    Topic("documents.document", key="application", consumed_by=("applications",), events=(documents.DocumentMade,)),
    Topic(
        "notifications.message",
        key="application",
        consumed_by=("applications",),
        events=(notifications.MessageSent, notifications.MessageFailed),
    ),
    *(
        Topic(event.TOPIC, key="file", consumed_by=("documents",), events=(event,), compacted=True)
        for event in file_use.FILE_EVENTS.values()
    ),
    *(
        Topic(event.TOPIC, key="reading", consumed_by=("auth",), events=(event,))
        for event in access.READ_EVENTS.values()
    ),
)

BY_NAME: dict[str, Topic] = {topic.name: topic for topic in TOPICS}
EVENTS: dict[str, type[Event]] = {event.TYPE: event for topic in TOPICS for event in topic.events}
SERVICES = frozenset({name for topic in TOPICS for name in (topic.publisher, *topic.consumed_by)})


def topics_consumed_by(service: str) -> tuple[Topic, ...]:
    """The topics a service subscribes to."""
    return tuple(topic for topic in TOPICS if service in topic.consumed_by)


def group_of(service: str) -> str:
    """The consumer group in which a service's workers share the partitions of all its topics."""
    return f"{service}.worker"
