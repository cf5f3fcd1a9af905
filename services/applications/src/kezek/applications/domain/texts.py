"""What the journal and the signed statement say, in kk, ru and en (domain §4, §12, §13)."""

from collections.abc import Mapping, Sequence

from kezek.applications.domain.about_texts import ABOUT
from kezek.applications.domain.swap_texts import SWAP_HISTORY
from kezek.contracts.law import Reason
from kezek.contracts.texts import (
    CLAIM_KIND_NAMES,
    CLAIM_REASONS,
    GROUP_KIND_NAMES,
    LANGUAGE_NAMES,
    QUEUE_CLASS_NAMES,
    Text,
    departure_words,
)
from kezek.contracts.vocabulary import (
    ActorKind,
    ApplicationStatus,
    Channel,
    ClaimKind,
    ClaimReason,
    DepartureReason,
    DocumentKind,
    GroupKind,
    Language,
    QueueClass,
)

STATES: Mapping[ApplicationStatus, Text] = {
    ApplicationStatus.SUBMITTED: Text("Өтініш берілді", "Заявление подано", "Submitted"),
    ApplicationStatus.UNDER_REVIEW: Text("Қаралуда", "На рассмотрении", "Under review"),
    ApplicationStatus.QUEUED: Text("Кезекте", "В очереди", "In the queue"),
    ApplicationStatus.NOTIFIED: Text("Хабарлама жіберілді", "Уведомление отправлено", "Called to choose a place"),
    ApplicationStatus.REFERRED: Text("Жолдама берілді", "Направление выдано", "Referral issued"),
    ApplicationStatus.PAPERS_SUBMITTED: Text("Құжаттар тапсырылды", "Документы сданы", "Papers handed in"),
    ApplicationStatus.REFUSAL_REVIEW: Text("Бас тарту қаралуда", "Отказ на рассмотрении", "Refusal under review"),
    ApplicationStatus.STOP_LISTED: Text("Стоп-тізімде", "В стоп-листе", "On the stop list"),
    ApplicationStatus.INACTIVE: Text("Белсенді емес", "Неактивно", "Inactive"),
    ApplicationStatus.ENROLLED: Text("Қабылданды", "Зачислен", "Enrolled"),
    ApplicationStatus.REFUSED: Text("Қабылданбады", "Не зачислен", "Not enrolled"),
    ApplicationStatus.REMOVED: Text("Кезектен алынды", "Снят с очереди", "Removed from the queue"),
    ApplicationStatus.WITHDRAWN: Text("Өтініш қайтарып алынды", "Заявление отозвано", "Application withdrawn"),
    ApplicationStatus.REJECTED: Text("Өтініштен бас тартылды", "В заявлении отказано", "Application rejected"),
    ApplicationStatus.DEPARTED: Text("Кетті", "Выбыл", "Departed"),
}

# {garden} is a colon and the kindergarten's name, or nothing while the name is not known
HISTORY: Mapping[str, Text] = {
    "submitted": Text(
        "Өтініш берілді, нөмірі {number}",
        "Заявление подано, номер {number}",
        "Application submitted, number {number}",
    ),
    "behind_earlier": Text(
        "Балаға бұрын берілген өтініш әлі тексерілуде. Бұл өтініш те қабылданды, ол тексерілгеннен кейін қаралады, "
        "берілген уақыты сақталады",
        "Раньше поданное на ребёнка заявление ещё проверяется. Это заявление тоже принято и будет рассмотрено после "
        "него, время подачи сохраняется",
        "An application made earlier for the child is still being checked. This one is taken, too, and looked at after "
        "it; its time stays",
    ),
    "to_check": Text(
        "Мемлекеттік деректер қоры жауап бермеді: өтініш қабылданды, деректер кейін өзі тексеріледі, "
        "берілген уақыты сақталады",
        "Государственная база данных не ответила: заявление принято, данные будут проверены позже автоматически, "
        "время подачи сохраняется",
        "The persons register did not answer: the application is taken and checked later by itself, its time stays",
    ),
    "register_checked": Text(
        "Деректер мемлекеттік деректер қоры бойынша тексерілді",
        "Данные проверены по государственной базе данных",
        "The data were checked by the persons register",
    ),
    "twins_linked": Text(
        "Егіздердің өтініштері байланыстырылды",
        "Заявления близнецов связаны",
        "The twins' applications are linked",
    ),
    "claim_made": Text(
        "Уәкілетті тұлғаның тексеруіне жіберілді: {claim}",
        "Направлено на проверку уполномоченному лицу: {claim}",
        "Sent to the officer to be decided: {claim}",
    ),
    "review_moved": Text(
        "Жұмыс күнтізбесі өзгерді, уәкілетті тұлғаның шешім шығару мерзімі ұзарды: {claim}{last_day}",
        "Рабочий календарь изменился, срок решения уполномоченного лица продлён: {claim}{last_day}",
        "The working calendar has changed, the officer has longer to decide: {claim}{last_day}",
    ),
    "claim_confirmed": Text(
        "Уәкілетті тұлға растады: {claim}{last_day}",
        "Подтверждено уполномоченным лицом: {claim}{last_day}",
        "Confirmed by the officer: {claim}{last_day}",
    ),
    "claim_rejected": Text(
        "Уәкілетті тұлға қабылдамады: {claim}. Себебі: {why}{remark}",
        "Отклонено уполномоченным лицом: {claim}. Причина: {why}{remark}",
        "Rejected by the officer: {claim}. Reason: {why}{remark}",
    ),
    "claim_better_copy_asked": Text(
        "Уәкілетті тұлға құжаттың басқа көшірмесін сұрады: {claim}. Себебі: {why}{remark}. Өтініштің уақыты сақталады",
        "Уполномоченное лицо просит другую копию: {claim}. Причина: {why}{remark}. Время заявления сохраняется",
        "The officer asks for another copy: {claim}. Reason: {why}{remark}. The application keeps its time",
    ),
    "claim_answered": Text(
        "Құжаттың жаңа көшірмесі тапсырылды: {claim}",
        "Предоставлена новая копия: {claim}",
        "A new copy was handed in: {claim}",
    ),
    "claim_expired": Text(
        "Мерзімі өтті: {claim}{last_day}. Бала бұрынғы уақытымен кезекте тұрады",
        "Истёк срок: {claim}{last_day}. Ребёнок стоит в очереди с прежним временем",
        "Run out: {claim}{last_day}. The child stands in the queue at its old time",
    ),
    "proof_due": Text(
        "Баланың кезегі келді, жеңілдікті растайтын құжат күтілуде{last_day}",
        "Подошла очередь ребёнка, ожидается документ о льготе{last_day}",
        "The child's turn has come, the proof of the benefit is awaited{last_day}",
    ),
    "proof_ends_soon": Text(
        "Жеңілдік құжатының мерзімі аяқталуға жақын{last_day}",
        "Срок документа о льготе скоро истечёт{last_day}",
        "The proof of the benefit runs out soon{last_day}",
    ),
    "languages_changed": Text(
        "Оқыту тілдері өзгертілді, қалау ретімен: {languages}",
        "Изменены языки обучения, в порядке желания: {languages}",
        "The languages of instruction were changed, in the order of wish: {languages}",
    ),
    "separate_allowed": Text(
        "Егіздердің бөлек балабақшада болуына келісім берілді",
        "Близнецам разрешены места в разных детских садах",
        "The twins may be in different kindergartens",
    ),
    "separate_forbidden": Text(
        "Егіздер тек бірге шақырылады",
        "Близнецы вызываются только вместе",
        "The twins are called together only",
    ),
    "withdrawn": Text(
        "Өтініш кезекке қойылғанға дейін қайтарып алынды",
        "Заявление отозвано до постановки в очередь",
        "The application was withdrawn before the child was queued",
    ),
    "class_changed": Text(
        "Кезектегі санаты өзгерді: {queue_class}",
        "Категория очереди изменена: {queue_class}",
        "The class in the queue has changed: {queue_class}",
    ),
    "rejected": Text(
        "Өтініштен бас тартылды{obstacle}", "В заявлении отказано{obstacle}", "The application was rejected{obstacle}"
    ),
    "contacts_changed": Text(
        "Өтініштің байланыс деректері есептік жазбадағы деректермен ауыстырылды",
        "Контакты заявления заменены контактами учётной записи",
        "The application's contacts were replaced by those of the account",
    ),
    "placed": Text(
        "Бала кезекке қойылды, кезектегі орны: {position}",
        "Ребёнок поставлен в очередь, место в очереди: {position}",
        "The child stands in the queue, position: {position}",
    ),
    "moved_to_queue": Text(
        "Бала өтініш берілген уақытын сақтап, басқа кезекке ауысты: {year} жылы туғандар, топ түрі: {kind}",
        "Ребёнок переведён в другую очередь с сохранением времени подачи: {year} год рождения, вид группы: {kind}",
        "The child went over to another queue and keeps its time: born in {year}, kind of group: {kind}",
    ),
    "wishes_ordered": Text(
        "Қалаған балабақшалардың реті белгіленді, балабақша саны: {wishes}",
        "Определён порядок желаемых детских садов, всего: {wishes}",
        "The wished kindergartens were put in order, as many as: {wishes}",
    ),
    "round_gave_none": Text(
        "Орындарды бөлудің {round}-кезеңі өтті: қалаған балабақшалардан орын шықпады, бала кезектегі орнын сақтады",
        "Прошёл {round}-й этап распределения: в желаемых детских садах места не нашлось, ребёнок сохранил своё место",
        "Round {round} of the distribution had no place in the wished kindergartens: the child waits",
    ),
    "birth_date_corrected": Text(
        "Баланың туған күні түзетілді",
        "Дата рождения ребёнка исправлена",
        "The child's date of birth was corrected",
    ),
    "turn_started": Text(
        "Орын ұсынылды{garden}, {last_day} күні сағат 24:00-ге дейін таңдау керек",
        "Предложено место{garden}, выбрать нужно до 24:00 {last_day}",
        "A place is offered{garden}, to be chosen by 24:00 on {last_day}",
    ),
    "turn_ended": Text("Таңдау мерзімі аяқталды", "Срок выбора завершён", "The term for choosing is over"),
    "turn_exchanged": Text(
        "Баланың тілегіне сай басқа орын сақталды{garden}: бұрынғысын басқа отбасы таңдады. Мерзім өзгерген жоқ: "
        "{last_day} күні сағат 24:00-ге дейін",
        "За ребёнком сохранено другое подходящее место{garden}: прежнее выбрала другая семья. Срок прежний: до 24:00 "
        "{last_day}",
        "Another fitting place is held for the child{garden}: another family chose the former one. The term stays: "
        "until 24:00 on {last_day}",
    ),
    "deadline_moved": Text(
        "Мерзім ұзартылды: енді {last_day} күні сағат 24:00-ге дейін",
        "Срок продлён: теперь до 24:00 {last_day}",
        "The term is longer: now until 24:00 on {last_day}",
    ),
    "referral_issued": Text(
        "{number} жолдамасы берілді{garden}, {last_day} күні сағат 24:00-ге дейін жарамды",
        "Выдано направление {number}{garden}, действует до 24:00 {last_day}",
        "Referral {number} issued{garden}, valid until 24:00 on {last_day}",
    ),
    "referral_expired": Text(
        "{number} жолдамасының мерзімі өтті, ол жарамсыз. Балабақшаға келмеу саны: {misses}",
        "Срок направления {number} истёк, оно недействительно. Число неявок в детский сад: {misses}",
        "Referral {number} ran out and is void. Times not come to a kindergarten: {misses}",
    ),
    "referral_voided": Text(
        "{number} жолдамасы жарамсыз деп танылды, бұл үшін отбасы жауап бермейді. Бала өтініш берілген уақыты бойынша "
        "кезекке қайтарылды",
        "Направление {number} признано недействительным не по вине семьи. Ребёнок возвращён в очередь по времени "
        "подачи заявления",
        "Referral {number} is void through no fault of the family. The child stands in the queue again, by the time of "
        "the application",
    ),
    "referral_cancelled": Text(
        "Отбасы {number} жолдамасын жойды. Бала өтініш берілген уақыты бойынша кезекке қайтарылды, бұл орынға енді "
        "шақырылмайды",
        "Семья отменила направление {number}. Ребёнок возвращён в очередь по времени подачи заявления, на это место "
        "его больше не вызовут",
        "The family cancelled referral {number}. The child stands in the queue again, by the time of the application, "
        "and is not called for that place again",
    ),
    "arrived": Text(
        "Отбасының балабақшаға келгені белгіленді{garden}. {number} жолдамасының мерзімі тоқтатылды",
        "Отмечено, что семья пришла в детский сад{garden}. Срок направления {number} остановлен",
        "It is noted that the family came{garden}. The term of referral {number} does not run any more",
    ),
    "papers_submitted": Text(
        "Қабылдау құжаттары тапсырылды. {number} жолдамасының мерзімі тоқтатылды",
        "Документы на зачисление сданы. Срок направления {number} остановлен",
        "The admission papers were handed in. The term of referral {number} does not run meanwhile",
    ),
    "papers_returned": Text(
        "Балабақша қабылдау құжаттарын түзетуге қайтарды{garden}",
        "Детский сад вернул документы на зачисление на исправление{garden}",
        "The kindergarten returned the admission papers to be put right{garden}",
    ),
    "referral_extended": Text(
        "Уәкілетті тұлға {number} жолдамасының мерзімін ұзартты: енді {last_day} күні сағат 24:00-ге дейін",
        "Уполномоченное лицо продлило направление {number}: теперь до 24:00 {last_day}",
        "An officer extended referral {number}: now until 24:00 on {last_day}",
    ),
    "referral_refused": Text(
        "Балабақша баланы қабылдаудан бас тартты{garden}, себебі жолдама бетінде. Шешімді білім бөлімі қабылдайды, "
        "мерзім тоқтатылды",
        "Детский сад отказал в зачислении{garden}, причина – на странице направления. Решение примет отдел "
        "образования, срок остановлен",
        "The kindergarten refused to enrol the child{garden}, the page of the referral says why. The education "
        "department decides, the term does not run",
    ),
    "refusal_upheld": Text(
        "Білім бөлімі бас тартуды негізді деп таныды: бала қабылданбады, кезектегі орны қалпына келтірілмейді",
        "Отдел образования признал отказ обоснованным: ребёнок не зачислен, место в очереди не восстанавливается",
        "The education department upheld the refusal: the child is not enrolled, its place in the queue is lost",
    ),
    "refusal_overruled": Text(
        "Білім бөлімі бас тартудың күшін жойды: балабақша баланы {number} жолдамасымен қабылдауға міндетті{garden}",
        "Отдел образования отменил отказ: детский сад обязан зачислить ребёнка по направлению {number}{garden}",
        "The education department overruled the refusal: the kindergarten must enrol the child on referral "
        "{number}{garden}",
    ),
    "referral_accepted": Text(
        "Бала {number} жолдамасымен балабақшаға қабылданды{garden}",
        "Ребёнок зачислен в детский сад по направлению {number}{garden}",
        "The child is enrolled on referral {number}{garden}",
    ),
    "regrouped": Text(
        "Бала балабақшаның басқа тобына ауыстырылды: топтың жылы {year}, оқыту тілі: {languages}, топтың түрі: {kind}",
        "Ребёнок переведён в другую группу детского сада: год группы {year}, язык обучения: {languages}, вид: {kind}",
        "The child went over to another group of the kindergarten: year {year}, language: {languages}, kind: {kind}",
    ),
    "transfer_asked": Text(
        "Басқа балабақшаға ауыстыру туралы өтініш берілді, нөмірі {number}. Бала әзірге қазіргі балабақшасында "
        "қалады{garden}",
        "Подано заявление о переводе в другой детский сад, номер {number}. Пока ребёнок остаётся в нынешнем{garden}",
        "A transfer to another kindergarten was asked for, number {number}. The child stays in its present one for "
        "now{garden}",
    ),
    "transfer_begun": Text(
        "Баланы басқа балабақшаға ауыстыру туралы өтініш берілді, нөмірі {number}",
        "Подано заявление о переводе ребёнка в другой детский сад, номер {number}",
        "A transfer of the child to another kindergarten was asked for, number {number}",
    ),
    "transfer_leaves": Text(
        "Бала орын алмасу арқылы басқа балабақшаға ауысты{garden}. Енді сол балабақшаның орындары ұсынылмайды",
        "По обмену местами ребёнок перешёл в другой детский сад{garden}. Теперь места этого сада ему не предлагаются",
        "By a swap the child has come to another kindergarten{garden}. Now no place of that one is offered to it",
    ),
    "escorts_changed": Text(
        "Еріп жүрушілер өзгерді: қосылғаны – {added}, шығарылғаны – {ended}. Енді барлығы – {entrusted}",
        "Изменены сопровождающие: добавлено – {added}, исключено – {ended}. Теперь всего – {entrusted}",
        "The escorts have changed: added {added}, removed {ended}. There are {entrusted} now",
    ),
    **SWAP_HISTORY,
    "departed": Text(
        "Балабақша баланың кеткенін растады{garden}{left}. Балаға жаңа өтініш беруге болады",
        "Детский сад подтвердил, что ребёнок выбыл{garden}{left}. На ребёнка можно подать новое заявление",
        "The kindergarten confirmed that the child has left{garden}{left}. A new application may be made",
    ),
    "stop_listed": Text(
        "Бала стоп-тізімге енгізілді, стоп-тізімдегі соңғы күні: {last_day}",
        "Ребёнок внесён в стоп-лист по {last_day} включительно",
        "The child is on the stop list up to and including {last_day}",
    ),
    "deactivated": Text(
        "Өтініш белсенді емес, орын ұсынылмайды. Оны {last_day} күнін қоса алғанда бір рет қалпына келтіруге болады",
        "Заявление неактивно, места не предлагаются. Восстановить его можно один раз, по {last_day} включительно",
        "The application is inactive, no place is offered. It can be restored once, up to and including {last_day}",
    ),
    "returned": Text(
        "Бала өтініш берілген уақыты бойынша кезекке қайтарылды",
        "Ребёнок возвращён в очередь по времени подачи заявления",
        "The child stands in the queue again, by the time of the application",
    ),
    "moved_in": Text(
        "Бала осы ауданның кезегіне ауысты, нөмірі {number}, бұрынғы нөмірі {former}",
        "Ребёнок перешёл в очередь этого района, номер {number}, прежний номер {former}",
        "The child moved to the queue of this district, number {number}, formerly {former}",
    ),
    "old_time_kept": Text(
        "Бұрынғы балабақша жабылғандықтан, бала кезекте № {former} өтініштің уақытымен тұрады: {time}",
        "Прежний детский сад закрыт, поэтому ребёнок стоит в очереди по времени заявления № {former}: {time}",
        "The former kindergarten was closed, so the child is queued by the time of application No. {former}: {time}",
    ),
    "term_ends_soon": Text(
        "Еске салынды: мерзім {last_day} күні сағат 24:00-де аяқталады",
        "Напоминание: срок истекает {last_day} в 24:00",
        "Reminded: the term ends on {last_day} at 24:00",
    ),
    "ages_out_soon": Text(
        "Бала {last_day} күні балабақша жасынан асады: сол күні кезектен алынады",
        "{last_day} ребёнок выйдет из возраста детского сада: в этот день он будет снят с очереди",
        "On {last_day} the child will be too old for a kindergarten and is removed from the queue",
    ),
    "ageing_moved": Text(
        "Бала балабақша жасынан асатын күн өзгерді: {last_day}",
        "Изменился день, когда ребёнок выйдет из возраста детского сада: {last_day}",
        "The day on which the child will be too old for a kindergarten has changed: {last_day}",
    ),
    "closed": Text("Бала кезектен алынды", "Ребёнок снят с очереди", "The child was removed from the queue"),
    "document_made": Text("Құжат дайын: {document}", "Документ готов: {document}", "Document ready: {document}"),
    "message_sent": Text(
        "Хабарлама жіберілді ({channel}){about}",
        "Сообщение отправлено ({channel}){about}",
        "Message sent ({channel}){about}",
    ),
    "message_failed": Text(
        "Хабарлама жеткізілмеді ({channel}){about}",
        "Сообщение не доставлено ({channel}){about}",
        "Message could not be delivered ({channel}){about}",
    ),
}
AT_COUNTER: Mapping[str, Text] = {
    "turn_ended": Text(
        "Орынды уәкілетті тұлға отбасы қол қойған қағаз бойынша таңдады{garden}",
        "Место выбрано уполномоченным лицом по бумаге, подписанной семьёй{garden}",
        "A place was chosen at the counter from a paper that the family signed, by the officer{garden}",
    ),
    "referral_issued": Text(
        "Уәкілетті тұлға отбасы қол қойған қағаз бойынша таңдаған орынға {number} жолдамасы берілді{garden}, "
        "{last_day} күні сағат 24:00-ге дейін жарамды",
        "На место, выбранное уполномоченным лицом по бумаге, подписанной семьёй, выдано направление {number}{garden}, "
        "действует до 24:00 {last_day}",
        "Chosen at the counter from a paper that the family signed, by the officer: referral {number} issued{garden}, "
        "valid until 24:00 on {last_day}",
    ),
}
"""What a choice is said to be that an officer has signed (domain §6.counter)."""
HISTORY_BY_REASON: Mapping[tuple[str, Reason], Text] = {
    ("turn_started", Reason.GIVEN_BY_ROUND): Text(
        "Бөлу кезеңінде орын берілді{garden}, {last_day} күні сағат 24:00-ге дейін растау керек",
        "При распределении дано место{garden}, подтвердить нужно до 24:00 {last_day}",
        "A round gave a place{garden}, to be confirmed by 24:00 on {last_day}",
    ),
    ("turn_ended", Reason.PLACE_CHOSEN): Text(
        "Орын таңдалды{garden}", "Место выбрано{garden}", "A place was chosen{garden}"
    ),
    ("turn_ended", Reason.NO_CHOICE_IN_TIME): Text(
        "Таңдау мерзімі өтті, орын таңдалмады. Орын еркін таңдауға беріледі, бала кезектегі орнын сақтайды",
        "Срок выбора истёк, место не выбрано. Оно переходит в свободный выбор, ребёнок сохраняет место в очереди",
        "The term for choosing ran out without a choice. It goes to free choice, the child keeps its position",
    ),
    ("turn_ended", Reason.NOT_CONFIRMED_IN_TIME): Text(
        "Орын мерзімінде расталмады, ол басқа балаға беріледі",
        "Место не подтверждено в срок, его получит другой ребёнок",
        "The place was not confirmed in time and goes to another child",
    ),
    ("referral_expired", Reason.NO_PAPERS_IN_TIME): Text(
        "Құжаттар мерзімінде тапсырылмады, {number} жолдамасы жарамсыз",
        "Документы не сданы в срок, направление {number} недействительно",
        "The papers were not handed in in time, referral {number} is void",
    ),
    ("returned", Reason.RESTORED): Text(
        "Өтініш қалпына келтірілді, бала өтініш берілген уақыты бойынша қайтадан кезекте",
        "Заявление восстановлено, ребёнок снова в очереди по времени подачи заявления",
        "The application was restored, the child stands in the queue again, by the time of the application",
    ),
    ("term_ends_soon", Reason.RESTORING_DUE_SOON): Text(
        "Еске салынды: өтінішті {last_day} күні сағат 24:00-ге дейін қалпына келтіруге болады",
        "Напоминание: восстановить заявление можно до 24:00 {last_day}",
        "Reminded: the application can be restored until 24:00 on {last_day}",
    ),
    ("turn_ended", Reason.PLACE_DECLINED): Text(
        "Отбасы ұсынылған орыннан бас тартты, ол басқа балаға беріледі",
        "Семья отказалась от предложенного места, его получит другой ребёнок",
        "The family declined the offered place, it goes to another child",
    ),
    ("referral_voided", Reason.PLACE_DECLINED): Text(
        "Отбасы орыннан бас тартты, {number} жолдамасы жарамсыз, орын басқа балаға беріледі",
        "Семья отказалась от места, направление {number} недействительно, место получит другой ребёнок",
        "The family declined the place, referral {number} is void, the place goes to another child",
    ),
    ("turn_ended", Reason.WITHDRAWN): Text(
        "Өтініш қайтарып алынды, ұсынылған орын басқа балаға беріледі",
        "Заявление отозвано, предложенное место получит другой ребёнок",
        "The application is withdrawn, the offered place goes to another child",
    ),
    ("turn_ended", Reason.MOVED): Text(
        "Бала басқа ауданға ауысады, ұсынылған орын басқа балаға беріледі",
        "Ребёнок переходит в другой район, предложенное место получит другой ребёнок",
        "The child moves to another district, the offered place goes to another child",
    ),
    ("turn_ended", Reason.PLACE_ANNULLED): Text(
        "Уәкілетті тұлға ұсынылған орынның күшін жойды. Бала өтініш берілген уақыты бойынша кезекке қайтарылды",
        "Предложенное место аннулировано уполномоченным лицом. Ребёнок возвращён в очередь по времени подачи заявления",
        "An officer annulled the offered place. The child stands in the queue again, by the time of the application",
    ),
    ("turn_ended", Reason.KINDERGARTEN_CLOSED): Text(
        "Орын ұсынылған балабақша жабылды. Бала өтініш берілген уақыты бойынша кезекке қайтарылды",
        "Детский сад, в котором предложено место, закрыт. Ребёнок возвращён в очередь по времени подачи заявления",
        "The kindergarten of the offered place was closed. The child stands in the queue again, by the time of the "
        "application",
    ),
    ("referral_voided", Reason.KINDERGARTEN_CLOSED): Text(
        "Балабақша жабылды, {number} жолдамасы жарамсыз. Бала өтініш берілген уақыты бойынша кезекке қайтарылды",
        "Детский сад закрыт, направление {number} недействительно. Ребёнок возвращён в очередь по времени подачи "
        "заявления",
        "The kindergarten was closed, referral {number} is void. The child stands in the queue again, by the time of "
        "the application",
    ),
    ("turn_ended", Reason.OWN_KINDERGARTEN): Text(
        "Бала орын ұсынылған балабақшаға орын алмасу арқылы ауысты, ұсыныс тоқтады. Өтініш кезекте қалды",
        "По обмену местами ребёнок перешёл в тот детский сад, где предложено место: предложение снято. Заявление "
        "осталось в очереди",
        "By a swap the child has come to the kindergarten of the offered place: the offer is off. The application "
        "stays in the queue",
    ),
    ("referral_voided", Reason.OWN_KINDERGARTEN): Text(
        "Бала осы балабақшаға орын алмасу арқылы ауысты, {number} жолдамасы енді қажет емес. Өтініш кезекте қалды",
        "По обмену местами ребёнок перешёл в этот детский сад, направление {number} больше не нужно. Заявление "
        "осталось в очереди",
        "By a swap the child has come to this kindergarten, referral {number} is not needed any more. The application "
        "stays in the queue",
    ),
    ("departed", Reason.KINDERGARTEN_CLOSED): Text(
        "Балабақша жабылды, бала балабақшадан шығарылды{garden}{kept}",
        "Детский сад закрыт, ребёнок выбыл из него{garden}{kept}",
        "The kindergarten was closed, the child has left it{garden}{kept}",
    ),
    ("departed", Reason.TRANSFERRED): Text(
        "Баланы басқа балабақша қабылдады, сондықтан ол бұл балабақшадан шығарылды{garden}",
        "Ребёнка зачислил другой детский сад, поэтому из этого он выбыл{garden}",
        "Another kindergarten enrolled the child, so it has left this one{garden}",
    ),
    ("closed", Reason.ENROLMENT_OVER): Text(
        "Бала бұрынғы балабақшасынан кетті, сондықтан ауыстыру туралы өтініш аяқталды. Балаға жаңа өтініш беруге "
        "болады",
        "Ребёнок выбыл из прежнего детского сада, поэтому заявление о переводе завершено. На ребёнка можно подать "
        "новое заявление",
        "The child has left its former kindergarten, so the transfer is over. A new application may be made",
    ),
    ("closed", Reason.WITHDRAWN): Text(
        "Өтініш қайтарып алынды, бала кезекте тұрған жоқ",
        "Заявление отозвано, ребёнок больше не стоит в очереди",
        "The application was withdrawn, the child is no longer in the queue",
    ),
    ("closed", Reason.AGED_OUT): Text(
        "Бала балабақша жасынан асты, сондықтан кезектен алынды",
        "Ребёнок вышел из возраста детского сада и снят с очереди",
        "The child has grown too old for a kindergarten and was removed from the queue",
    ),
    ("closed", Reason.MOVED): Text(
        "Бала басқа ауданның кезегіне ауысты",
        "Ребёнок перешёл в очередь другого района",
        "The child moved to the queue of another district",
    ),
    ("closed", Reason.RESTORED_BEFORE): Text(
        "Бала кезектен алынды: өтініш бұрын бір рет қалпына келтірілген, мерзім тағы да өтіп кетті",
        "Ребёнок снят с очереди: заявление уже один раз восстанавливали, и срок снова пропущен",
        "The child was removed from the queue: the application had been restored once, and a term was let pass again",
    ),
    ("closed", Reason.NOT_RESTORED_IN_TIME): Text(
        "Бала кезектен алынды: өтініш мерзімінде қалпына келтірілмеді",
        "Ребёнок снят с очереди: заявление не восстановлено в срок",
        "The child was removed from the queue: the application was not restored in time",
    ),
    ("closed", Reason.PLACE_DECLINED): Text(
        "Бала кезектен алынды: отбасы орыннан бас тартты",
        "Ребёнок снят с очереди: семья отказалась от места",
        "The child was removed from the queue: the family declined the place",
    ),
    ("closed", Reason.TOO_MANY_MISSES): Text(
        "Бала кезектен алынды: жолдама бойынша балабақшаға {misses} рет келмеді",
        "Ребёнок снят с очереди: число неявок в детский сад по направлению — {misses}",
        "The child was removed from the queue: times not come to a kindergarten on a referral: {misses}",
    ),
}
DOCUMENTS: Mapping[DocumentKind, Text] = {
    DocumentKind.REFERRAL: Text("Жолдама", "Направление", "Referral"),
    DocumentKind.CONTRACT: Text("Келісімшарт", "Договор", "Contract"),
    DocumentKind.REFUSAL: Text("Қабылдаудан бас тарту туралы қағаз", "Отказ в зачислении", "Refusal of admission"),
    DocumentKind.DEPARTURE: Text("Шығу туралы анықтама", "Справка о выбытии", "Departure note"),
}
CHANNELS: Mapping[Channel, Text] = {
    Channel.SMS: Text("SMS", "SMS", "SMS"),
    Channel.EMAIL: Text("электрондық пошта", "электронная почта", "e-mail"),
}
STATEMENT_BEGINS = (
    Text(
        "Баланы мектепке дейінгі ұйымнан орын алу кезегіне қоюды сұраймын.",
        "Прошу поставить ребёнка в очередь на место в дошкольной организации.",
        "I ask for the child to be put into the queue for a place in a pre-school organisation.",
    ),
    Text("Өтініш беруші: {applicant}", "Заявитель: {applicant}", "Applicant: {applicant}"),
)
STATEMENT_CHILD = Text(
    "Бала: {child}, туған күні {birth_date}, ЖСН {child_iin}",
    "Ребёнок: {child}, дата рождения {birth_date}, ИИН {child_iin}",
    "Child: {child}, born {birth_date}, IIN {child_iin}",
)
STATEMENT_TWINS = {
    True: Text(
        "Балалар егіз. Оларға бөлек орын берілуіне келісемін.",
        "Дети — близнецы. Согласен(на) на места порознь.",
        "The children are twins. They may have places apart.",
    ),
    False: Text(
        "Балалар егіз. Оларға орын бірге берілсін.",
        "Дети — близнецы. Места нужны вместе.",
        "The children are twins. They are to have places together.",
    ),
}
STATEMENT_WISHES = (
    Text("Аймақ: {district}", "Район: {district}", "District: {district}"),
    Text("Елді мекен: {settlement}", "Населённый пункт: {settlement}", "Settlement: {settlement}"),
    Text("Оқыту тілі: {languages}", "Язык обучения: {languages}", "Language of instruction: {languages}"),
    Text("Байланыс: {contacts}", "Контакты: {contacts}", "Contacts: {contacts}"),
)
STATEMENT_TO_CHECK = Text(
    "Мемлекеттік деректер қоры жауап бермеді: деректер кейін тексерілетінін, өтініштің уақыты сақталатынын білемін.",
    "Государственная база данных не ответила: знаю, что данные проверят позже, время заявления сохраняется.",
    "The persons register did not answer: I know that the data are checked later and the application keeps its time.",
)
STATEMENT_KEPT = Text(
    "Бұрынғы балабақша жабылған: бала кезекте № {number} өтініштің уақытымен тұрады: {time}.",
    "Прежний детский сад закрыт: ребёнок встаёт в очередь по времени заявления № {number}: {time}.",
    "The former kindergarten was closed: the child is queued by the time of application No. {number}: {time}.",
)
STATEMENT_ENDS = Text(
    "Деректерді өзекті күйде ұстауға міндеттенемін, Алгоритммен таныстым{version}.",
    "Обязуюсь поддерживать данные в актуальном состоянии, с Алгоритмом ознакомлен(а){version}.",
    "I undertake to keep the data current and have read the Algorithm{version}.",
)
_VERSION = Text(" (нұсқасы {version})", " (редакция {version})", " (version {version})")
_CLAIM = Text("Растауды сұраймын: {claim}", "Прошу подтвердить: {claim}", "To be confirmed: {claim}")
_FILES = Text("; құжаттар: {files}", "; документы: {files}", "; papers: {files}")
_WISHED = {
    True: Text("түзету кезегіне қойылсын", "в коррекционную очередь", "into the correctional queue"),
    False: Text("жалпы кезекке қойылсын", "в общую очередь", "into the general queue"),
}


# {last_day} of a proof is a sentence of its own, or nothing where the proof has no end
_AWAITED = Text(": {day} күні сағат 24:00-ге дейін", ": до 24:00 {day}", " until 24:00 on {day}")
_PROOF = Text(" (құжат {day} қоса алғанда жарамды)", " (документ действует по {day})", " (the proof holds until {day})")
OBSTACLES: Mapping[str, Text] = {
    "child_not_of_applicant": Text(
        "деректер қоры бойынша бала өтініш берушінікі емес",
        "по данным базы ребёнок не относится к заявителю",
        "by the register the child is not the applicant's",
    ),
    "child_not_alive": Text(
        "деректер қоры бойынша бала тірілер тізімінде жоқ",
        "по данным базы ребёнок не числится живым",
        "by the register the child is not alive",
    ),
    "child_too_old": Text(
        "баланың жасы шектен асқан", "возраст ребёнка превышает предел", "the child is past the age limit"
    ),
    "registered_elsewhere": Text(
        "бала бұл ауданда тіркелмеген",
        "ребёнок не зарегистрирован в этом районе",
        "the child is not registered in the district",
    ),
    "child_not_in_register": Text(
        "бала деректер қорында жоқ", "ребёнка нет в базе данных", "the child is not in the register"
    ),
    "applicant_not_in_register": Text(
        "өтініш беруші деректер қорында жоқ", "заявителя нет в базе данных", "the applicant is not in the register"
    ),
    "live_application_exists": Text(
        "балаға басқа өтініш бұрын берілген",
        "на ребёнка раньше подано другое заявление",
        "another application for the child came first",
    ),
}


_WITHDRAWAL = (
    Text(
        "№ {number} өтінішті қайтарып аламын. Бала: {child}.",
        "Отзываю заявление № {number}. Ребёнок: {child}.",
        "I withdraw application No. {number}. Child: {child}.",
    ),
    Text(
        "Жаңа өтініш жаңа уақытпен берілетінін білемін.",
        "Мне известно, что новое заявление подаётся с новым временем.",
        "I know that a new application has a new time.",
    ),
)


def withdrawal_sentences(number: str, child: Text, language: Language) -> tuple[str, ...]:
    """What a parent signs when taking an application back whose child is not queued yet."""
    said = {"number": number, "child": child.in_(language)}
    return tuple(text.in_(language, said) for text in _WITHDRAWAL)


def history_text(
    code: str,
    reason: Reason,
    params: Mapping[str, object],
    language: Language,
    *,
    actor: ActorKind = ActorKind.SYSTEM,
    garden: str = "",
    about: str = "",
) -> str:
    """One line of the history tab; values that are words themselves are translated too, unknown names left out."""
    said = {**params, "garden": f": {garden}" if garden else ""}
    if "document" in params:
        said["document"] = DOCUMENTS[DocumentKind(str(params["document"]))].in_(language)
    if "channel" in params:
        said["channel"] = CHANNELS[Channel(str(params["channel"]))].in_(language)
    if "kind" in params:
        said["kind"] = GROUP_KIND_NAMES[GroupKind(str(params["kind"]))].in_(language)
    if isinstance(wished := params.get("languages"), list):
        said["languages"] = ", ".join(LANGUAGE_NAMES[each].in_(language) for each in wished)
    said |= _of_claims(code, params, language) | _of_leaving(params, language)
    said["about"] = f": {ABOUT[about].in_(language)}" if about in ABOUT else ""
    return _line(code, reason, actor).in_(language, said)


def _line(code: str, reason: Reason, actor: ActorKind) -> Text:
    if reason is Reason.PLACE_CHOSEN and actor is ActorKind.OFFICER:
        return AT_COUNTER.get(code, HISTORY[code])
    return HISTORY_BY_REASON.get((code, reason), HISTORY[code])


_LEFT = Text(". Себебі: {why}", ". Причина: {why}", ". Reason: {why}")
_KEPT = Text(
    ". Жаңа өтініш берсеңіз, бала кезекте осы өтініштің уақытымен тұрады",
    ". Если подать новое заявление, ребёнок встанет в очередь по времени этого",
    ". By a new application the child is queued by the time of this one",
)


def _of_leaving(params: Mapping[str, object], language: Language) -> dict[str, object]:
    """Why a child left its kindergarten, and whether its time is kept; a line of long ago does not say it."""
    departure = params.get("departure")
    why = departure_words(DepartureReason(str(departure))).in_(language) if departure else ""
    return {
        "left": _LEFT.in_(language, {"why": why}) if why else "",
        "kept": _KEPT.in_(language) if params.get("kept") else "",
    }


def _of_claims(code: str, params: Mapping[str, object], language: Language) -> dict[str, object]:
    """The words of a claim's line; what it does not have is left out."""
    said: dict[str, object] = {}
    if "claim" in params:
        day, remark, why = (str(params.get(name) or "") for name in ("last_day", "remark", "why"))
        said["claim"] = CLAIM_KIND_NAMES[ClaimKind(str(params["claim"]))].in_(language)
        said["why"] = CLAIM_REASONS[ClaimReason(why)].in_(language) if why else ""
        said["remark"] = f" ({remark})" if remark else ""
        words = _AWAITED if code in {"proof_due", "review_moved"} else _PROOF
        said["last_day"] = words.in_(language, {"day": day}) if day else ""
    if "queue_class" in params:
        said["queue_class"] = QUEUE_CLASS_NAMES[QueueClass(str(params["queue_class"]))].in_(language)
    obstacle = str(params.get("obstacle", ""))
    said["obstacle"] = f": {OBSTACLES[obstacle].in_(language)}" if obstacle in OBSTACLES else ""
    return said


def statement_sentences(
    said: Mapping[str, str],
    children: Sequence[Mapping[str, str]],
    languages: Sequence[str],
    claims: Sequence[str],
    language: Language,
    *,
    separate: bool | None = None,
    to_check: bool = False,
    kept: Sequence[Mapping[str, str]] = (),
) -> tuple[str, ...]:
    """The statement that is signed, in the person's language (domain §2.acts); `separate` is said of twins only."""
    wanted = ", ".join(LANGUAGE_NAMES[wish].in_(language) for wish in languages)
    version = _VERSION.in_(language, said) if said.get("version") else ""
    wishes = [text for text in STATEMENT_WISHES if said.get("settlement") or "{settlement}" not in text.kk]
    return (
        *(text.in_(language, said) for text in STATEMENT_BEGINS),
        *(STATEMENT_CHILD.in_(language, child) for child in children),
        *(() if separate is None else (STATEMENT_TWINS[separate].in_(language),)),
        *(text.in_(language, {**said, "languages": wanted}) for text in wishes),
        *claims,
        *(STATEMENT_KEPT.in_(language, each) for each in kept),
        *((STATEMENT_TO_CHECK.in_(language),) if to_check else ()),
        STATEMENT_ENDS.in_(language, {"version": version}),
    )


def claim_sentence(kind: ClaimKind, benefit: str, correctional: bool, files: Sequence[str], language: Language) -> str:
    """What is to be confirmed, as the statement says it."""
    name = CLAIM_KIND_NAMES[kind].in_(language)
    if kind is ClaimKind.BENEFIT:
        name = f"{name}: {benefit}"
    if kind is ClaimKind.SPECIAL_NEEDS:
        name = f"{name}, {_WISHED[correctional].in_(language)}"
    papers = _FILES.in_(language, {"files": ", ".join(files)}) if files else ""
    return _CLAIM.in_(language, {"claim": name + papers})
