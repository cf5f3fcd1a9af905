"""A notice's values in any language, and its place in the cabinet in all of them."""

from dataclasses import dataclass
from datetime import date, datetime

from kezek.contracts.ids import new_id
from kezek.contracts.texts import Text, departure_words
from kezek.contracts.vocabulary import Language
from kezek.notifications.adapters.notices import NewNotice
from kezek.notifications.domain.notice import Notice
from kezek.notifications.domain.texts import Values, cabinet_text
from kezek.notifications.domain.words.afterwards import again, stays
from kezek.notifications.domain.words.otherwise import OTHERWISE


@dataclass(frozen=True)
class Said:
    """A notice with what it needs to be said: the application's number, and the kindergarten's name if it names one."""

    notice: Notice
    number: str
    url: str
    kindergarten: Text | None = None

    def values_in(self, spoken: str) -> Values:
        """What stands in its texts in this language."""
        notice, language = self.notice, Language(spoken)
        return Values(
            number=self.number,
            url=self.url,
            kindergarten=self.kindergarten.in_(language) if self.kindergarten else "",
            last_day=_day(notice.last_day),
            referral=notice.referral_number,
            misses=str(notice.misses),
            reason=departure_words(notice.departure).in_(language),
            otherwise=OTHERWISE[notice.otherwise].in_(language) if notice.otherwise else "",
            again=again(language, transfer=notice.transfer),
            stays=stays(language, transfer=notice.transfer),
        )

    def in_the_cabinet(self, now: datetime) -> NewNotice:
        """As it stands in the cabinet, in every language: word for word for ever, whatever its texts become."""
        notice = self.notice
        return NewNotice(
            id=new_id(),
            application_id=notice.application_id,
            applicant_id=notice.applicant_id,
            about=notice.about,
            kind=notice.kind.value,
            number=self.number,
            said={each.value: vars(cabinet_text(notice.kind, each.value, self.values_in(each))) for each in Language},
            month=notice.month,
            occurred_at=notice.occurred_at,
            created_at=now,
        )


def _day(day: date | None) -> str:
    return "" if day is None else f"{day:%d.%m.%Y}"
