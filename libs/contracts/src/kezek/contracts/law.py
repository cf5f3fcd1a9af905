"""The law as codes: which rule caused a step and why, with words for people; standard library only.

Events, histories, the ledger and the journal carry the codes. A rule names its clause, an anchor of docs/domain.md,
and its legal ground; a reason names its rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kezek.contracts.texts import Text


class Rule(StrEnum):
    """A rule of docs/domain.md; `OTHER` is one that a later release has and this one does not know."""

    APPLICATION = "application"
    CONDITIONS = "conditions"
    NON_RESIDENT = "non_resident"
    BENEFIT = "benefit"
    SPECIAL_NEEDS = "special_needs"
    TWINS = "twins"
    ORDER = "order"
    OWN_TIME = "own_time"
    TWINS_TOGETHER = "twins_together"
    TURN = "turn"
    CHOICE = "choice"
    FREE_CHOICE = "free_choice"
    ONE_PLACE = "one_place"
    HANDING_OUT = "handing_out"
    REFERRAL = "referral"
    REFERRAL_TERM = "referral_term"
    CANCELLING = "cancelling"
    ADMISSION = "admission"
    REFUSAL = "refusal"
    ROSTER = "roster"
    TRANSFER = "transfer"
    SWAP = "swap"
    ESCORTS = "escorts"
    ENDS = "ends"
    CALENDAR = "calendar"
    REMINDERS = "reminders"
    SORTING = "sorting"
    VOUCHER = "voucher"
    ROUNDS = "rounds"
    OTHER = "other"

    @property
    def clause(self) -> str:
        """The clause, as `6.3`: an anchor of docs/domain.md."""
        return _CLAUSES[self].anchor

    @property
    def ground(self) -> Text:
        """The legal ground in three languages."""
        return _CLAUSES[self].ground


class Reason(StrEnum):
    """Why a step was taken, or a call was not begun; `OTHER` is a reason that only a later release knows."""

    APPLICATION_SIGNED = "application_signed"
    CONTACTS_CHANGED = "contacts_changed"
    REGISTER_SILENT = "register_silent"
    REGISTER_AGREES = "register_agrees"
    REGISTER_DISAGREES = "register_disagrees"
    CHILD_NOT_ALIVE = "child_not_alive"
    LIVE_APPLICATION_EXISTS = "live_application_exists"
    PAPERS_TO_REVIEW = "papers_to_review"
    PAPERS_CONFIRMED = "papers_confirmed"
    PAPERS_REJECTED = "papers_rejected"
    BETTER_COPY_ASKED = "better_copy_asked"
    BETTER_COPY_GIVEN = "better_copy_given"
    TWINS_LINKED = "twins_linked"
    BENEFIT_CLAIMED = "benefit_claimed"
    BENEFIT_CONFIRMED = "benefit_confirmed"
    BENEFIT_REJECTED = "benefit_rejected"
    BENEFIT_ENDS_SOON = "benefit_ends_soon"
    BENEFIT_EXPIRED = "benefit_expired"
    BENEFIT_PROOF_DUE = "benefit_proof_due"
    BENEFIT_NOT_PROVED = "benefit_not_proved"
    SPECIAL_NEEDS_CLAIMED = "special_needs_claimed"
    SPECIAL_NEEDS_CONFIRMED = "special_needs_confirmed"
    SPECIAL_NEEDS_REJECTED = "special_needs_rejected"
    QUEUED = "queued"
    APPLICATION_CHANGED = "application_changed"
    QUEUE_CHANGED = "queue_changed"
    PLACE_OFFERED = "place_offered"
    FEWER_PLACES_THAN_TWINS = "fewer_places_than_twins"
    OFFERED_AGAIN = "offered_again"
    OFFER_VOID = "offer_void"
    CANDIDATE_NOT_WAITING = "candidate_not_waiting"
    CHILD_HELD_ELSEWHERE = "child_held_elsewhere"
    OWN_KINDERGARTEN = "own_kindergarten"
    TURN_STARTED = "turn_started"
    PLACE_CHOSEN = "place_chosen"
    PLACE_EXCHANGED = "place_exchanged"
    NO_CHOICE_IN_TIME = "no_choice_in_time"
    REFERRAL_NOT_USED_IN_TIME = "referral_not_used_in_time"
    REFERRAL_CANCELLED = "referral_cancelled"
    FAMILY_CAME = "family_came"
    PAPERS_HANDED_IN = "papers_handed_in"
    PAPERS_RETURNED = "papers_returned"
    REFERRAL_EXTENDED = "referral_extended"
    REFERRAL_ACCEPTED = "referral_accepted"
    ADMISSION_REFUSED = "admission_refused"
    REFUSAL_UPHELD = "refusal_upheld"
    REFUSAL_OVERRULED = "refusal_overruled"
    CHILD_DEPARTED = "child_departed"
    TRANSFERRED = "transferred"
    ENROLMENT_OVER = "enrolment_over"
    CHILD_REGROUPED = "child_regrouped"
    ESCORTS_CHANGED = "escorts_changed"
    ESCORT_HIRED = "escort_hired"
    ESCORT_NOT_CONFIRMED = "escort_not_confirmed"
    SWAP_PROPOSED = "swap_proposed"
    SWAP_JOINED = "swap_joined"
    SWAP_APPROVED = "swap_approved"
    CHILDREN_SWAPPED = "children_swapped"
    SWAP_CANCELLED = "swap_cancelled"
    SWAP_DECLINED = "swap_declined"
    SWAP_NOT_DONE_IN_TIME = "swap_not_done_in_time"
    STOP_LIST_OVER = "stop_list_over"
    TOO_MANY_MISSES = "too_many_misses"
    NOT_CONFIRMED_IN_TIME = "not_confirmed_in_time"
    NO_PAPERS_IN_TIME = "no_papers_in_time"
    RESTORED = "restored"
    RESTORED_BEFORE = "restored_before"
    NOT_RESTORED_IN_TIME = "not_restored_in_time"
    PLACE_DECLINED = "place_declined"
    WITHDRAWN = "withdrawn"
    CHOICE_DUE_SOON = "choice_due_soon"
    REFERRAL_DUE_SOON = "referral_due_soon"
    RESTORING_DUE_SOON = "restoring_due_soon"
    AGES_OUT_SOON = "ages_out_soon"
    AGEING_MOVED = "ageing_moved"
    AGED_OUT = "aged_out"
    MOVED = "moved"
    PLACE_ANNULLED = "place_annulled"
    KINDERGARTEN_CLOSED = "kindergarten_closed"
    CALENDAR_CHANGED = "calendar_changed"
    SORTED_ANEW = "sorted_anew"
    WISHES_ORDERED = "wishes_ordered"
    GIVEN_BY_ROUND = "given_by_round"
    ROUND_GAVE_NONE = "round_gave_none"
    BIRTH_DATE_CORRECTED = "birth_date_corrected"
    PAPER_MADE = "paper_made"
    FAMILY_TOLD = "family_told"
    OTHER = "other"

    @property
    def rule(self) -> Rule:
        """The rule behind it."""
        return _CAUSES[self].rule

    @property
    def text(self) -> Text:
        """The reason in words."""
        return _CAUSES[self].text


@dataclass(frozen=True)
class _Clause:
    anchor: str
    ground: Text


@dataclass(frozen=True)
class _Cause:
    rule: Rule
    text: Text


_SERVICE_RULES = Text(
    "«Мектепке дейінгі білім беру саласында мемлекеттік қызметтер көрсету қағидаларын бекіту туралы» "
    "2020 жылғы 19 маусымдағы № 254 бұйрық",
    "Приказ от 19 июня 2020 года № 254 «Об утверждении Правил оказания государственных услуг в сфере дошкольного "
    "образования»",
    "Order No. 254 of 19 June 2020 approving the Rules for state services in pre-school education",
)
_ALGORITHM = Text(
    "Балаларды кезекке қою және жолдама беру алгоритмі (облыс әкімдігінің ата-аналарға арналған жадынамасы)",
    "Алгоритм постановки детей в очередь и выдачи направлений (памятка акимата области для родителей)",
    "The Algorithm of queueing and referrals (the region's leaflet for parents)",
)
_OWN = Text(
    "Ауданның қолданыстағы саясаты: «Кезек» жүйесінің қағидалары",
    "Действующая политика района: правила системы «Кезек»",
    "The district's policy in force: the rules of Kezek",
)

_CLAUSES: Mapping[Rule, _Clause] = {
    Rule.APPLICATION: _Clause("3", _SERVICE_RULES),
    Rule.CONDITIONS: _Clause("3.conditions", _SERVICE_RULES),
    Rule.NON_RESIDENT: _Clause("3.non-resident", _SERVICE_RULES),
    Rule.BENEFIT: _Clause("3.benefit", _SERVICE_RULES),
    Rule.SPECIAL_NEEDS: _Clause("3.special", _SERVICE_RULES),
    Rule.TWINS: _Clause("3.twins", _SERVICE_RULES),
    Rule.ORDER: _Clause("5.2", _SERVICE_RULES),
    Rule.OWN_TIME: _Clause("5.3", _OWN),
    Rule.TWINS_TOGETHER: _Clause("5.4", _OWN),
    Rule.TURN: _Clause("6.2", _ALGORITHM),
    Rule.CHOICE: _Clause("6.3", _ALGORITHM),
    Rule.FREE_CHOICE: _Clause("6.4", _ALGORITHM),
    Rule.ONE_PLACE: _Clause("6.5", _OWN),
    Rule.HANDING_OUT: _Clause("6.6", _OWN),
    Rule.REFERRAL: _Clause("7.paper", _ALGORITHM),
    Rule.REFERRAL_TERM: _Clause("7.validity", _ALGORITHM),
    Rule.CANCELLING: _Clause("7.cancel", _ALGORITHM),
    Rule.ADMISSION: _Clause("7.workroom", _SERVICE_RULES),
    Rule.REFUSAL: _Clause("7.refused", _OWN),
    Rule.ROSTER: _Clause("7.roster", _SERVICE_RULES),
    Rule.TRANSFER: _Clause("7.transfer", _OWN),
    Rule.SWAP: _Clause("7.swap", _OWN),
    Rule.ESCORTS: _Clause("8.escorts", _SERVICE_RULES),
    Rule.ENDS: _Clause("4.ends", _OWN),
    Rule.CALENDAR: _Clause("9.calendar", _OWN),
    Rule.REMINDERS: _Clause("9.reminders", _OWN),
    Rule.SORTING: _Clause("9.sorting", _SERVICE_RULES),
    Rule.VOUCHER: _Clause("9.profiles", _SERVICE_RULES),
    Rule.ROUNDS: _Clause("9.rounds", _OWN),
    Rule.OTHER: _Clause("4.events", _OWN),
}

_CAUSES: Mapping[Reason, _Cause] = {
    Reason.APPLICATION_SIGNED: _Cause(
        Rule.APPLICATION, Text("өтінішке қол қойылды", "заявление подписано", "the application was signed")
    ),
    Reason.CONTACTS_CHANGED: _Cause(
        Rule.APPLICATION,
        Text(
            "өтініштің байланыс деректері жаңартылды",
            "контакты заявления обновлены",
            "the application's contacts were brought up to date",
        ),
    ),
    Reason.REGISTER_SILENT: _Cause(
        Rule.CONDITIONS,
        Text(
            "мемлекеттік деректер қоры уақытша жауап бермейді",
            "государственная база данных временно не отвечает",
            "the persons register does not answer for now",
        ),
    ),
    Reason.REGISTER_AGREES: _Cause(
        Rule.CONDITIONS,
        Text(
            "деректер мемлекеттік деректер қорымен расталды",
            "данные подтверждены государственной базой",
            "the persons register confirmed the data",
        ),
    ),
    Reason.REGISTER_DISAGREES: _Cause(
        Rule.CONDITIONS,
        Text(
            "мемлекеттік деректер қоры бойынша өтініш шарттарға сай емес",
            "по данным государственной базы заявление не отвечает условиям",
            "by the persons register the application does not meet the conditions",
        ),
    ),
    Reason.CHILD_NOT_ALIVE: _Cause(
        Rule.CONDITIONS,
        Text(
            "мемлекеттік деректер қорының мәліметі бойынша",
            "по сведениям государственной базы данных",
            "by what the persons register says",
        ),
    ),
    Reason.LIVE_APPLICATION_EXISTS: _Cause(
        Rule.CONDITIONS,
        Text(
            "балаға басқа өтініш бұрын берілген",
            "на ребёнка раньше подано другое заявление",
            "another application for the child came first",
        ),
    ),
    Reason.PAPERS_TO_REVIEW: _Cause(
        Rule.NON_RESIDENT,
        Text(
            "құжаттарды уәкілетті тұлға тексереді",
            "документы проверяет уполномоченное лицо",
            "an officer is to compare the papers",
        ),
    ),
    Reason.PAPERS_CONFIRMED: _Cause(
        Rule.NON_RESIDENT,
        Text(
            "құжаттар расталды",
            "документы подтверждены",
            "the papers were confirmed",
        ),
    ),
    Reason.PAPERS_REJECTED: _Cause(
        Rule.NON_RESIDENT,
        Text(
            "құжаттар қабылданбады",
            "документы отклонены",
            "the papers were rejected",
        ),
    ),
    Reason.BETTER_COPY_ASKED: _Cause(
        Rule.APPLICATION,
        Text(
            "құжаттың анық көшірмесі сұралды",
            "запрошена более качественная копия документа",
            "a better copy of the paper was asked for",
        ),
    ),
    Reason.BETTER_COPY_GIVEN: _Cause(
        Rule.APPLICATION,
        Text(
            "құжаттың жаңа көшірмесі тапсырылды",
            "предоставлена новая копия документа",
            "a new copy of the paper was given",
        ),
    ),
    Reason.TWINS_LINKED: _Cause(
        Rule.TWINS,
        Text("егіздерге бірге өтініш берілді", "на близнецов подано вместе", "twins were applied for together"),
    ),
    Reason.BENEFIT_CLAIMED: _Cause(
        Rule.BENEFIT,
        Text(
            "жеңілдік көрсетілді",
            "заявлена льгота",
            "a benefit was claimed",
        ),
    ),
    Reason.BENEFIT_CONFIRMED: _Cause(
        Rule.BENEFIT,
        Text(
            "жеңілдік расталды",
            "льгота подтверждена",
            "the benefit was confirmed",
        ),
    ),
    Reason.BENEFIT_REJECTED: _Cause(
        Rule.BENEFIT,
        Text(
            "жеңілдік расталмады",
            "льгота не подтверждена",
            "the benefit was rejected",
        ),
    ),
    Reason.BENEFIT_ENDS_SOON: _Cause(
        Rule.BENEFIT,
        Text(
            "жеңілдік құжатының мерзімі аяқталуға жақын",
            "срок документа о льготе скоро истечёт",
            "the benefit's proof runs out soon",
        ),
    ),
    Reason.BENEFIT_EXPIRED: _Cause(
        Rule.BENEFIT,
        Text(
            "жеңілдік құжатының мерзімі өтті",
            "срок документа о льготе истёк",
            "the benefit's proof ran out",
        ),
    ),
    Reason.BENEFIT_PROOF_DUE: _Cause(
        Rule.BENEFIT,
        Text(
            "баланың кезегі келді, жеңілдікті растау керек",
            "подошла очередь ребёнка, льготу нужно подтвердить",
            "the child's turn has come, the benefit is to be proved",
        ),
    ),
    Reason.BENEFIT_NOT_PROVED: _Cause(
        Rule.BENEFIT,
        Text(
            "жеңілдік мерзімінде расталмады",
            "льгота не подтверждена в срок",
            "the benefit was not proved in time",
        ),
    ),
    Reason.SPECIAL_NEEDS_CLAIMED: _Cause(
        Rule.SPECIAL_NEEDS,
        Text(
            "ерекше білім беру қажеттілігі көрсетілді",
            "заявлены особые образовательные потребности",
            "special educational needs were claimed",
        ),
    ),
    Reason.SPECIAL_NEEDS_CONFIRMED: _Cause(
        Rule.SPECIAL_NEEDS,
        Text(
            "комиссия қорытындысы расталды",
            "заключение комиссии подтверждено",
            "the commission's conclusion was confirmed",
        ),
    ),
    Reason.SPECIAL_NEEDS_REJECTED: _Cause(
        Rule.SPECIAL_NEEDS,
        Text(
            "комиссия қорытындысы расталмады",
            "заключение комиссии не подтверждено",
            "the commission's conclusion was rejected",
        ),
    ),
    Reason.QUEUED: _Cause(
        Rule.ORDER, Text("бала кезекке қойылды", "ребёнок поставлен в очередь", "the child was put into the queue")
    ),
    Reason.APPLICATION_CHANGED: _Cause(
        Rule.APPLICATION,
        Text("өтініштің деректері өзгерді", "данные заявления изменены", "the application's data were changed"),
    ),
    Reason.QUEUE_CHANGED: _Cause(
        Rule.APPLICATION,
        Text("бала басқа кезекке ауысты", "ребёнок переведён в другую очередь", "the child went over to another queue"),
    ),
    Reason.PLACE_OFFERED: _Cause(Rule.ORDER, Text("бос орын шықты", "появилось место", "a place became free")),
    Reason.FEWER_PLACES_THAN_TWINS: _Cause(
        Rule.TWINS_TOGETHER,
        Text(
            "бос орын егіздердің санынан аз",
            "свободных мест меньше, чем близнецов",
            "there were fewer free places than twins",
        ),
    ),
    Reason.OFFERED_AGAIN: _Cause(
        Rule.HANDING_OUT, Text("орын қайта ұсынылды", "место предложено заново", "the place was offered anew")
    ),
    Reason.OFFER_VOID: _Cause(
        Rule.ONE_PLACE, Text("орын бұдан былай бос емес", "место больше не свободно", "the place is no longer free")
    ),
    Reason.CANDIDATE_NOT_WAITING: _Cause(
        Rule.OWN_TIME, Text("бала енді күтіп тұрған жоқ", "ребёнок больше не ждёт", "the child no longer waits")
    ),
    Reason.CHILD_HELD_ELSEWHERE: _Cause(
        Rule.ONE_PLACE,
        Text(
            "бала үшін басқа орын сақталып тұр",
            "за ребёнком закреплено другое место",
            "another place is held for the child",
        ),
    ),
    Reason.OWN_KINDERGARTEN: _Cause(
        Rule.TRANSFER,
        Text(
            "бала бұл балабақшада тәрбиеленіп жүр",
            "ребёнок уже ходит в этот детский сад",
            "the child is in this kindergarten already",
        ),
    ),
    Reason.TURN_STARTED: _Cause(
        Rule.TURN, Text("баланың кезегі келді", "подошла очередь ребёнка", "the child's turn has come")
    ),
    Reason.PLACE_CHOSEN: _Cause(Rule.CHOICE, Text("орын таңдалды", "место выбрано", "a place was chosen")),
    Reason.PLACE_EXCHANGED: _Cause(
        Rule.HANDING_OUT,
        Text(
            "балаға басқа орын сақталды: бұрынғысын басқа отбасы таңдады",
            "за ребёнком сохранено другое место: прежнее выбрала другая семья",
            "another place is held for the child: another family chose the former one",
        ),
    ),
    Reason.NO_CHOICE_IN_TIME: _Cause(
        Rule.FREE_CHOICE,
        Text("орын мерзімінде таңдалмады", "место не выбрано в срок", "no place was chosen in time"),
    ),
    Reason.REFERRAL_NOT_USED_IN_TIME: _Cause(
        Rule.REFERRAL_TERM,
        Text(
            "балабақшаға мерзімінде келмеді",
            "в детский сад не пришли в срок",
            "nobody came to the kindergarten in time",
        ),
    ),
    Reason.REFERRAL_CANCELLED: _Cause(
        Rule.CANCELLING,
        Text("отбасы жолдаманы жойды", "семья отменила направление", "the family cancelled the referral"),
    ),
    Reason.FAMILY_CAME: _Cause(
        Rule.REFERRAL_TERM,
        Text("отбасы балабақшаға келді", "семья пришла в детский сад", "the family came to the kindergarten"),
    ),
    Reason.PAPERS_HANDED_IN: _Cause(
        Rule.REFERRAL_TERM,
        Text(
            "қабылдау құжаттары тапсырылды",
            "документы на зачисление сданы",
            "the admission papers were handed in",
        ),
    ),
    Reason.PAPERS_RETURNED: _Cause(
        Rule.REFERRAL_TERM,
        Text(
            "қабылдау құжаттары түзетуге қайтарылды",
            "документы на зачисление возвращены на исправление",
            "the admission papers were returned to be put right",
        ),
    ),
    Reason.REFERRAL_EXTENDED: _Cause(
        Rule.REFERRAL_TERM,
        Text(
            "уәкілетті тұлға жолдаманың мерзімін ұзартты",
            "уполномоченное лицо продлило срок направления",
            "an officer extended the referral",
        ),
    ),
    Reason.REFERRAL_ACCEPTED: _Cause(
        Rule.ADMISSION,
        Text("балабақша баланы қабылдады", "детский сад зачислил ребёнка", "the kindergarten enrolled the child"),
    ),
    Reason.ADMISSION_REFUSED: _Cause(
        Rule.REFUSAL,
        Text(
            "балабақша баланы қабылдаудан бас тартты",
            "детский сад отказал в зачислении",
            "the kindergarten refused to enrol the child",
        ),
    ),
    Reason.REFUSAL_UPHELD: _Cause(
        Rule.REFUSAL,
        Text(
            "білім бөлімі балабақшаның бас тартуын негізді деп таныды",
            "отдел образования признал отказ детского сада обоснованным",
            "the education department upheld the kindergarten's refusal",
        ),
    ),
    Reason.REFUSAL_OVERRULED: _Cause(
        Rule.REFUSAL,
        Text(
            "білім бөлімі бас тартудың күшін жойды, балабақша баланы қабылдауға міндетті",
            "отдел образования отменил отказ, детский сад обязан зачислить ребёнка",
            "the education department overruled the refusal, the kindergarten must enrol the child",
        ),
    ),
    Reason.CHILD_REGROUPED: _Cause(
        Rule.ROSTER,
        Text(
            "бала балабақшаның басқа тобына ауыстырылды",
            "ребёнок переведён в другую группу детского сада",
            "the child went over to another group of the kindergarten",
        ),
    ),
    Reason.CHILD_DEPARTED: _Cause(
        Rule.ROSTER,
        Text("бала балабақшадан кетті", "ребёнок выбыл из детского сада", "the child left the kindergarten"),
    ),
    Reason.TRANSFERRED: _Cause(
        Rule.TRANSFER,
        Text(
            "бала басқа балабақшаға ауысты",
            "ребёнок переведён в другой детский сад",
            "the child was transferred to another kindergarten",
        ),
    ),
    Reason.ENROLMENT_OVER: _Cause(
        Rule.TRANSFER,
        Text(
            "бала бұрынғы балабақшасынан кетті, ауыстыратын ештеңе қалмады",
            "ребёнок выбыл из прежнего детского сада, переводить больше неоткуда",
            "the child has left its former kindergarten, there is nothing to transfer it from",
        ),
    ),
    Reason.ESCORTS_CHANGED: _Cause(
        Rule.ESCORTS,
        Text(
            "ата-ана еріп жүрушілерді өзгертті",
            "родитель изменил список сопровождающих",
            "the parent changed the escorts",
        ),
    ),
    Reason.ESCORT_HIRED: _Cause(
        Rule.ESCORTS,
        Text(
            "еріп жүруші енді осы балабақшада жұмыс істейді",
            "сопровождающий теперь работает в этом детском саду",
            "the escort works in this kindergarten now",
        ),
    ),
    Reason.ESCORT_NOT_CONFIRMED: _Cause(
        Rule.ESCORTS,
        Text(
            "жеке тұлғалар тізілімі еріп жүрушінің деректерін растамады",
            "регистр физических лиц не подтвердил данные сопровождающего",
            "the persons register did not confirm who the escort is",
        ),
    ),
    Reason.SWAP_PROPOSED: _Cause(
        Rule.SWAP, Text("отбасы орын алмасуды ұсынды", "семья предложила обмен местами", "the family proposed a swap")
    ),
    Reason.SWAP_JOINED: _Cause(
        Rule.SWAP,
        Text(
            "екі отбасы да орын алмасуға қол қойды",
            "обмен подписали обе семьи",
            "both families have signed the swap",
        ),
    ),
    Reason.SWAP_APPROVED: _Cause(
        Rule.SWAP,
        Text(
            "балабақша орын алмасуға келісті",
            "детский сад согласился на обмен",
            "a kindergarten approved the swap",
        ),
    ),
    Reason.CHILDREN_SWAPPED: _Cause(
        Rule.SWAP,
        Text(
            "екі балабақша да орын алмасуға келісті",
            "на обмен согласились оба детских сада",
            "both kindergartens have approved the swap",
        ),
    ),
    Reason.SWAP_CANCELLED: _Cause(
        Rule.SWAP,
        Text(
            "отбасылардың бірі орын алмасудан бас тартты",
            "одна из семей отказалась от обмена",
            "one of the families cancelled the swap",
        ),
    ),
    Reason.SWAP_DECLINED: _Cause(
        Rule.SWAP,
        Text(
            "балабақша орын алмасуға келіспеді",
            "детский сад не согласился на обмен",
            "a kindergarten declined the swap",
        ),
    ),
    Reason.SWAP_NOT_DONE_IN_TIME: _Cause(
        Rule.SWAP,
        Text(
            "орын алмасу мерзімінде аяқталмады",
            "обмен не состоялся в срок",
            "the swap was not completed in time",
        ),
    ),
    Reason.STOP_LIST_OVER: _Cause(
        Rule.REFERRAL_TERM, Text("стоп-тізім мерзімі аяқталды", "срок стоп-листа истёк", "the stop list is over")
    ),
    Reason.TOO_MANY_MISSES: _Cause(
        Rule.REFERRAL_TERM,
        Text(
            "жолдама бойынша тым көп рет келмеді",
            "слишком много неявок по направлениям",
            "too many referrals were not used",
        ),
    ),
    Reason.NOT_CONFIRMED_IN_TIME: _Cause(
        Rule.VOUCHER,
        Text("орын мерзімінде расталмады", "место не подтверждено в срок", "the place was not confirmed in time"),
    ),
    Reason.NO_PAPERS_IN_TIME: _Cause(
        Rule.VOUCHER,
        Text(
            "құжаттар мерзімінде тапсырылмады",
            "документы не сданы в срок",
            "the admission papers were not handed in in time",
        ),
    ),
    Reason.RESTORED: _Cause(
        Rule.VOUCHER,
        Text("өтініш қалпына келтірілді", "заявление восстановлено", "the application was restored"),
    ),
    Reason.RESTORED_BEFORE: _Cause(
        Rule.VOUCHER,
        Text(
            "өтініш бұрын бір рет қалпына келтірілген",
            "заявление уже один раз восстанавливали",
            "the application had been restored once before",
        ),
    ),
    Reason.NOT_RESTORED_IN_TIME: _Cause(
        Rule.VOUCHER,
        Text(
            "өтініш мерзімінде қалпына келтірілмеді",
            "заявление не восстановлено в срок",
            "the application was not restored in time",
        ),
    ),
    Reason.PLACE_DECLINED: _Cause(
        Rule.VOUCHER,
        Text("отбасы орыннан бас тартты", "семья отказалась от места", "the family declined the place"),
    ),
    Reason.WITHDRAWN: _Cause(
        Rule.ENDS,
        Text("отбасы өтінішті қайтарып алды", "семья отозвала заявление", "the family withdrew the application"),
    ),
    Reason.CHOICE_DUE_SOON: _Cause(
        Rule.REMINDERS,
        Text("таңдау мерзімі аяқталуға жақын", "срок выбора скоро истечёт", "the term for choosing ends soon"),
    ),
    Reason.REFERRAL_DUE_SOON: _Cause(
        Rule.REMINDERS,
        Text("жолдама мерзімі аяқталуға жақын", "срок направления скоро истечёт", "the referral runs out soon"),
    ),
    Reason.RESTORING_DUE_SOON: _Cause(
        Rule.REMINDERS,
        Text(
            "қалпына келтіру мерзімі аяқталуға жақын",
            "срок восстановления скоро истечёт",
            "the time to restore the application ends soon",
        ),
    ),
    Reason.AGES_OUT_SOON: _Cause(
        Rule.ENDS,
        Text(
            "бала жақында балабақша жасынан асады",
            "ребёнок скоро выйдет из возраста детского сада",
            "the child will soon be too old for a kindergarten",
        ),
    ),
    Reason.AGEING_MOVED: _Cause(
        Rule.ENDS,
        Text(
            "бала балабақша жасынан асатын күн өзгерді",
            "изменился день, когда ребёнок выйдет из возраста детского сада",
            "the day on which the child is too old for a kindergarten has changed",
        ),
    ),
    Reason.AGED_OUT: _Cause(
        Rule.ENDS,
        Text(
            "бала балабақша жасынан асты",
            "ребёнок вышел из возраста детского сада",
            "the child has grown too old for a kindergarten",
        ),
    ),
    Reason.MOVED: _Cause(
        Rule.ENDS,
        Text("отбасы басқа ауданға ауысты", "семья перешла в другой район", "the family moved to another district"),
    ),
    Reason.PLACE_ANNULLED: _Cause(
        Rule.HANDING_OUT,
        Text(
            "уәкілетті тұлға орынның күшін жойды",
            "место аннулировано уполномоченным лицом",
            "an officer annulled the place",
        ),
    ),
    Reason.KINDERGARTEN_CLOSED: _Cause(
        Rule.HANDING_OUT,
        Text("балабақша жабылды", "детский сад закрыт", "the kindergarten was closed"),
    ),
    Reason.CALENDAR_CHANGED: _Cause(
        Rule.CALENDAR,
        Text("жұмыс күнтізбесі өзгерді", "изменён рабочий календарь", "the working calendar has changed"),
    ),
    Reason.SORTED_ANEW: _Cause(
        Rule.SORTING,
        Text(
            "кезек жыл сайынғы тәртіппен қайта сұрыпталды",
            "очередь ежегодно отсортирована заново",
            "the queue was sorted anew, as every year",
        ),
    ),
    Reason.WISHES_ORDERED: _Cause(
        Rule.ROUNDS,
        Text(
            "қалаған балабақшалардың реті белгіленді",
            "определён порядок желаемых детских садов",
            "the wished kindergartens were put in order",
        ),
    ),
    Reason.GIVEN_BY_ROUND: _Cause(
        Rule.ROUNDS,
        Text(
            "орын бөлу кезеңінде берілді",
            "место дано при распределении",
            "the place was given by a round of distribution",
        ),
    ),
    Reason.ROUND_GAVE_NONE: _Cause(
        Rule.ROUNDS,
        Text(
            "бөлу кезеңінде қалаған балабақшалардан орын шықпады",
            "при распределении в желаемых детских садах места не нашлось",
            "the round of distribution had no place in a wished kindergarten",
        ),
    ),
    Reason.BIRTH_DATE_CORRECTED: _Cause(
        Rule.SORTING,
        Text(
            "мемлекеттік деректер қорында туған күні басқа",
            "в государственной базе данных другая дата рождения",
            "the persons register has another date of birth",
        ),
    ),
    Reason.PAPER_MADE: _Cause(Rule.REFERRAL, Text("құжат жасалды", "документ создан", "the paper was made")),
    Reason.FAMILY_TOLD: _Cause(Rule.TURN, Text("отбасына хабарланды", "семья уведомлена", "the family was told")),
    Reason.OTHER: _Cause(Rule.OTHER, Text("басқа себеп", "другая причина", "another reason")),
}
