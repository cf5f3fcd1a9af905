"""The texts of messages in kk, ru and en: what happened, until when, what to do, and where (domain §6.2, §7).

«Жеке кабинет» is a family's own pages and nothing else; what one signs in to is «есептік жазба», in auth's letters too.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kezek.notifications.domain.notice import NoticeKind
from kezek.notifications.domain.sms_parts import sms_parts

MAX_PARTS = 2


@dataclass(frozen=True)
class Letter:
    """An e-mail."""

    subject: str
    text: str


@dataclass(frozen=True)
class Template:
    """A notice in one language."""

    sms: str
    subject: str
    letter: str


@dataclass(frozen=True)
class Values:
    """What stands in a text: numbers, days and the kindergarten's name, never a person's."""

    number: str
    url: str
    kindergarten: str = ""
    last_day: str = ""
    referral: str = ""


_KK: Mapping[NoticeKind, Template] = {
    NoticeKind.TURN_STARTED: Template(
        "№ {number}: {kindergarten} орын ұсынады. {last_day} 24:00-ге дейін таңдаңыз: {url}",
        "Балаңызға балабақшадан орын ұсынылды",
        "Балаңызға {kindergarten} орын ұсынады. Орынды {last_day} күні сағат 24:00-ге дейін жеке кабинетте таңдап, "
        "ЭЦҚ-мен қол қойыңыз. Таңдамасаңыз, орын еркін таңдауға ашылады, балаңыз кезектегі орнын сақтайды.",
    ),
    NoticeKind.TURN_MOVED: Template(
        "№ {number}: {kindergarten} орын ұсынады. Мерзім ұзарды, {last_day} 24:00-ге дейін таңдаңыз: {url}",
        "Орын таңдау мерзімі ұзартылды",
        "Жұмыс күнтізбесі өзгерді, сондықтан орын таңдау мерзімі ұзартылды. Балаңызға {kindergarten} орын ұсынады: оны "
        "{last_day} күні сағат 24:00-ге дейін жеке кабинетте таңдап, ЭЦҚ-мен қол қойыңыз. Таңдамасаңыз, орын еркін "
        "таңдауға ашылады, балаңыз кезектегі орнын сақтайды.",
    ),
    NoticeKind.REFERRAL_MOVED: Template(
        "№ {number}: жолдама № {referral}, {kindergarten}. Мерзім ұзарды, {last_day} 24:00-ге дейін барыңыз: {url}",
        "Жолдаманың мерзімі ұзартылды",
        "Жұмыс күнтізбесі өзгерді, сондықтан № {referral} жолдаманың мерзімі ұзартылды: {kindergarten}. Балабақшаға "
        "{last_day} күні сағат 24:00-ге дейін барыңыз. Қағазда бұрынғы күн жазылған болса да, жолдама осы күнге дейін "
        "жарамды: QR-код ашатын бет оны көрсетеді.",
    ),
    NoticeKind.REFERRAL_ISSUED: Template(
        "№ {number}: жолдама № {referral}, {kindergarten}. {last_day} 24:00-ге дейін барыңыз: {url}",
        "Балабақшаға жолдама берілді",
        "№ {referral} жолдама берілді: {kindergarten}. Балабақшаға {last_day} күні сағат 24:00-ге дейін барыңыз, "
        "әйтпесе жолдама жарамсыз болады да, балаңыз стоп-тізімге енгізіледі. Жолдаманы (PDF) жеке кабинеттен "
        "жүктеп алуға болады.",
    ),
    NoticeKind.REFERRAL_ACCEPTED: Template(
        "№ {number}: {kindergarten} балаңызды қабылдады. Құттықтаймыз! {url}",
        "Балаңыз балабақшаға қабылданды",
        "{kindergarten} балаңызды № {referral} жолдамамен қабылдады. Құттықтаймыз!",
    ),
    NoticeKind.STOP_LISTED: Template(
        "№ {number}: жолдама мерзімі өтті. {last_day} қоса стоп-тізімде, кейін қайта кезекте: {url}",
        "Жолдаманың мерзімі өтті",
        "№ {referral} жолдаманың мерзімі өтті, ол жарамсыз. Балаңыз {last_day} күнін қоса алғанда стоп-тізімде "
        "болады, одан кейін кезекке өтініш берілген уақыты бойынша қайтарылады.",
    ),
    NoticeKind.STOP_LIST_MOVED: Template(
        "№ {number}: жолдама жарамсыз. Жаңа күнтізбе бойынша {last_day} қоса стоп-тізімде: {url}",
        "Стоп-тізімнің мерзімі өзгерді",
        "Бұрынғы жолдаманың мерзімі өтті, ол жарамсыз. Жұмыс күнтізбесі өзгерді, жұмыс күндерінің саны сол қалпында. "
        "Балаңыз {last_day} күнін қоса алғанда стоп-тізімде болады, одан кейін кезекке өтініш берілген "
        "уақыты бойынша қайтарылады.",
    ),
    NoticeKind.RETURNED: Template(
        "№ {number}: балаңыз өтініш берілген уақыты бойынша қайтадан кезекте: {url}",
        "Балаңыз қайтадан кезекте",
        "Балаңыз өтініш берілген уақыты бойынша кезекке қайтарылды. Кезектегі орнын жеке кабинеттен көруге болады.",
    ),
    NoticeKind.AGES_OUT_SOON: Template(
        "№ {number}: {last_day} балаңыз балабақша жасынан асып, кезектен алынады: {url}",
        "Балаңыз жақында балабақша жасынан асады",
        "Балаңыз {last_day} күні балабақша жасынан асады, сол күні кезектен алынады. Ол кезде орын таңдау, жолдама "
        "немесе стоп-тізім мерзімі жүріп жатса, бала сол мерзім аяқталғанда кезекке қайтарылмай, бірден алынады.",
    ),
    NoticeKind.AGED_OUT: Template(
        "№ {number}: балаңыз балабақша жасынан асты, кезектен алынды: {url}",
        "Балаңыз жасына байланысты кезектен алынды",
        "Балаңыз балабақша жасынан асты, сондықтан кезектен алынды. Бұл өтініш бойынша орын енді ұсынылмайды. "
        "Мектепалды даярлық туралы аудандық білім бөлімінен біле аласыз.",
    ),
    NoticeKind.CLOSED: Template(
        "№ {number}: балаңыз кезектен алынды. Себебі жеке кабинетте: {url}",
        "Балаңыз кезектен алынды",
        "Балаңыз кезектен алынды. Себебі өтініштің тарихында көрсетілген.",
    ),
    NoticeKind.WITHDRAWN: Template(
        "№ {number}: өтініш қайтарып алынды. Бұл сіз болмасаңыз, тексеріңіз: {url}",
        "Өтініш қайтарып алынды",
        "Өтініш ЭЦҚ-мен қол қойылып, қайтарып алынды. Балаңыз енді кезекте емес, ұсынылған орын мен жолдама күшін "
        "жойды. Бұл сіз болмасаңыз, қолдау қызметіне хабарласыңыз.",
    ),
    NoticeKind.MOVED: Template(
        "№ {number}: балаңыз басқа ауданның кезегіне ауыстырылды. Жаңа нөмірі: {url}",
        "Балаңыз басқа ауданның кезегіне ауыстырылды",
        "Балаңыз басқа ауданның кезегіне ауыстырылды, бұл өтініш жабылды. Жаңа өтініштің нөмірі жеке кабинетте.",
    ),
    NoticeKind.CONTACTS_CHANGED: Template(
        "№ {number}: өтініштің байланыс деректері өзгертілді. Бұл сіз болмасаңыз, тексеріңіз: {url}",
        "Өтініштің байланыс деректері өзгертілді",
        "Өтініштегі байланыс деректері басқаға ауыстырылды, оған енді басқа мекенжай немесе нөмір бойынша хабарланады. "
        "Бұл сіз болмасаңыз, ЭЦҚ-мен кіріп, барлық сеанстарды аяқтаңыз және қолдау қызметіне хабарласыңыз.",
    ),
    NoticeKind.TO_CHECK: Template(
        "№ {number}: өтініш қабылданды, деректер кейін тексеріледі. Уақыты сақталады: {url}",
        "Өтініш қабылданды, деректер кейін тексеріледі",
        "Өтінішіңіз қабылданды. Мемлекеттік деректер қоры қазір жауап бермейді, ол қалпына келгенде деректер "
        "өзі тексеріледі де, бала өтініш берілген уақытымен кезекке қойылады. Сізден ештеңе талап етілмейді.",
    ),
    NoticeKind.UNDER_REVIEW: Template(
        "№ {number}: өтініш қаралуда, құжаттарды уәкілетті тұлға тексереді. Уақыты сақталады: {url}",
        "Өтініш қаралуда",
        "Өтінішіңіз қабылданды. Құжаттарды білім бөлімінің уәкілетті тұлғасы тексереді. Расталған соң бала "
        "өтініш берілген уақытымен кезекке қойылады.",
    ),
    NoticeKind.QUEUED: Template(
        "№ {number}: балаңыз өтініш берілген уақыты бойынша кезекке қойылды: {url}",
        "Балаңыз кезекке қойылды",
        "Өтініш тексерілді, балаңыз өтініш берілген уақыты бойынша кезекке қойылды. Кезектегі орнын жеке "
        "кабинеттен көруге болады.",
    ),
    NoticeKind.REJECTED: Template(
        "№ {number}: өтініштен бас тартылды. Себебі және не істеу керегі: {url}",
        "Өтініштен бас тартылды",
        "Өтініштен бас тартылды. Себебі өтініштің тарихында көрсетілген. Кемшілікті түзеп, өтінішті қайта "
        "беруге болады.",
    ),
    NoticeKind.BETTER_COPY_ASKED: Template(
        "№ {number}: құжаттың анық көшірмесін жіберіңіз. Себебі кабинетте, уақыт сақталады: {url}",
        "Құжаттың басқа көшірмесі керек",
        "Уәкілетті тұлға құжаттың басқа көшірмесін сұрады. Себебін жеке кабинеттен оқып, жаңа көшірмені сол "
        "жерде жіберіңіз. Өтініштің уақыты сақталады.",
    ),
    NoticeKind.CLAIM_CONFIRMED: Template(
        "№ {number}: уәкілетті тұлға құжаттарыңызды растады: {url}",
        "Құжаттарыңыз расталды",
        "Уәкілетті тұлға құжаттарыңызды растады. Не өзгергені өтініштің тарихында көрсетілген.",
    ),
    NoticeKind.CLAIM_REJECTED: Template(
        "№ {number}: құжат расталмады, өтініштің уақыты сақталды. Себебі: {url}",
        "Құжат расталмады",
        "Уәкілетті тұлға құжатты растамады, сондықтан ол есепке алынбайды. Бала өтініш берілген уақытымен "
        "кезекте тұра береді. Себебі жеке кабинетте; жаңа құжатты сол жерде жіберуге болады.",
    ),
    NoticeKind.PROOF_ENDS_SOON: Template(
        "№ {number}: жеңілдік құжаты {last_day} дейін жарамды. Жаңасын жіберіңіз: {url}",
        "Жеңілдік құжатының мерзімі аяқталады",
        "Жеңілдікті растайтын құжат {last_day} күнін қоса алғанда жарамды. Жаңа құжатты жеке кабинетте "
        "жіберіңіз, әйтпесе жеңілдік есепке алынбайды; өтініштің уақыты сақталады.",
    ),
    NoticeKind.PROOF_EXPIRED: Template(
        "№ {number}: жеңілдік мерзімі өтті, өтініштің уақыты сақталды: {url}",
        "Жеңілдіктің мерзімі өтті",
        "Жеңілдікті растайтын құжаттың мерзімі өтті, ол енді есепке алынбайды. Бала өтініш берілген "
        "уақытымен кезекте тұра береді. Жаңа құжатты жеке кабинетте жіберуге болады.",
    ),
    NoticeKind.PROOF_DUE: Template(
        "№ {number}: жеңілдікті {last_day} 24:00-ге дейін растаңыз: {url}",
        "Жеңілдікті растау керек",
        "Балаңыздың кезегі келді. Жеңілдікті растайтын құжатты {last_day} күні сағат 24:00-ге дейін жеке "
        "кабинетте жіберіңіз, әйтпесе жеңілдік есепке алынбайды.",
    ),
}

_RU: Mapping[NoticeKind, Template] = {
    NoticeKind.TURN_STARTED: Template(
        "№ {number}: место: {kindergarten}. Выберите до 24:00 {last_day}: {url}",
        "Вашему ребёнку предложено место в детском саду",
        "Вашему ребёнку предложено место: {kindergarten}. Выберите место в личном кабинете до 24:00 {last_day} "
        "и подпишите выбор ЭЦП. Если не выбрать, место откроется для свободного выбора, а ребёнок сохранит место "
        "в очереди.",
    ),
    NoticeKind.TURN_MOVED: Template(
        "№ {number}: место: {kindergarten}. Срок продлён, выберите до 24:00 {last_day}: {url}",
        "Срок выбора места продлён",
        "Изменён рабочий календарь, поэтому срок выбора места продлён. Ребёнку предложено место: {kindergarten}. "
        "Выберите его в личном кабинете до 24:00 {last_day} и подпишите выбор ЭЦП. Если не выбрать, место откроется "
        "для свободного выбора, а ребёнок сохранит место в очереди.",
    ),
    NoticeKind.REFERRAL_MOVED: Template(
        "№ {number}: направление № {referral}: {kindergarten}. Срок продлён, придите до 24:00 {last_day}: {url}",
        "Срок направления продлён",
        "Изменён рабочий календарь, поэтому срок направления № {referral} продлён: {kindergarten}. Придите в детский "
        "сад до 24:00 {last_day}. Даже если на бумаге указан прежний день, направление действует по этот: его "
        "показывает страница, которую открывает QR-код.",
    ),
    NoticeKind.REFERRAL_ISSUED: Template(
        "№ {number}: направление № {referral}: {kindergarten}. Придите до 24:00 {last_day}: {url}",
        "Выдано направление в детский сад",
        "Выдано направление № {referral}: {kindergarten}. Придите в детский сад до 24:00 {last_day}, "
        "иначе направление станет недействительным, а ребёнок попадёт в стоп-лист. Направление (PDF) можно скачать "
        "в личном кабинете.",
    ),
    NoticeKind.REFERRAL_ACCEPTED: Template(
        "№ {number}: ребёнок зачислен: {kindergarten}. Поздравляем! {url}",
        "Ваш ребёнок зачислен в детский сад",
        "Ваш ребёнок зачислен по направлению № {referral}: {kindergarten}. Поздравляем!",
    ),
    NoticeKind.STOP_LISTED: Template(
        "№ {number}: срок направления истёк. Стоп-лист по {last_day}, затем снова очередь: {url}",
        "Срок направления истёк",
        "Срок направления № {referral} истёк, оно недействительно. Ребёнок внесён в стоп-лист по {last_day} "
        "включительно, затем вернётся в очередь по времени своего заявления.",
    ),
    NoticeKind.STOP_LIST_MOVED: Template(
        "№ {number}: направление истекло. По новому календарю стоп-лист по {last_day}: {url}",
        "Срок стоп-листа изменён",
        "Срок прежнего направления истёк, оно недействительно. Изменён рабочий календарь, число рабочих дней осталось "
        "прежним. Ребёнок будет в стоп-листе по {last_day} включительно, затем вернётся в очередь по времени своего "
        "заявления.",
    ),
    NoticeKind.RETURNED: Template(
        "№ {number}: ребёнок снова в очереди, по времени заявления: {url}",
        "Ваш ребёнок снова в очереди",
        "Ваш ребёнок снова в очереди по времени своего заявления. Место в очереди видно в личном кабинете.",
    ),
    NoticeKind.AGES_OUT_SOON: Template(
        "№ {number}: {last_day} ребёнок выйдет из возраста детсада и очереди: {url}",
        "Ребёнок скоро выйдет из возраста детского сада",
        "{last_day} ваш ребёнок выйдет из возраста детского сада и в этот день будет снят с очереди. Если тогда будет "
        "идти срок выбора, направления или стоп-листа, по его окончании ребёнок не вернётся в очередь, а будет снят с "
        "неё.",
    ),
    NoticeKind.AGED_OUT: Template(
        "№ {number}: ребёнок вышел из возраста детсада и снят с очереди: {url}",
        "Ребёнок снят с очереди по возрасту",
        "Ваш ребёнок вышел из возраста детского сада и снят с очереди. По этому заявлению место больше не будет "
        "предложено. О предшкольной подготовке можно узнать в районном отделе образования.",
    ),
    NoticeKind.CLOSED: Template(
        "№ {number}: ребёнок снят с очереди. Причина в личном кабинете: {url}",
        "Ваш ребёнок снят с очереди",
        "Ваш ребёнок снят с очереди. Причина указана в истории заявления.",
    ),
    NoticeKind.WITHDRAWN: Template(
        "№ {number}: заявление отозвано. Если это не вы, проверьте: {url}",
        "Заявление отозвано",
        "Заявление отозвано с подписью ЭЦП. Ребёнок больше не стоит в очереди, предложенное место и направление "
        "больше не действуют. Если это были не вы, обратитесь в службу поддержки.",
    ),
    NoticeKind.MOVED: Template(
        "№ {number}: ребёнок переведён в очередь другого района. Новый номер: {url}",
        "Ребёнок переведён в очередь другого района",
        "Ребёнок переведён в очередь другого района, это заявление закрыто. Номер нового заявления указан в личном "
        "кабинете.",
    ),
    NoticeKind.CONTACTS_CHANGED: Template(
        "№ {number}: контакты заявления изменены. Если это не вы, проверьте: {url}",
        "Контакты заявления изменены",
        "Контакты заявления заменены, сообщения о нём будут приходить на другой адрес или номер. "
        "Если это были не вы, войдите с ЭЦП, завершите все сеансы и обратитесь в службу поддержки.",
    ),
    NoticeKind.TO_CHECK: Template(
        "№ {number}: заявление принято, данные проверим, когда ответит база. Время сохранено: {url}",
        "Заявление принято, данные будут проверены позже",
        "Ваше заявление принято. Государственная база данных сейчас не отвечает; когда она ответит, данные "
        "будут проверены автоматически и ребёнок встанет в очередь со временем подачи. От вас ничего не "
        "требуется.",
    ),
    NoticeKind.UNDER_REVIEW: Template(
        "№ {number}: заявление на рассмотрении, документы проверяются. Время сохранено: {url}",
        "Заявление на рассмотрении",
        "Ваше заявление принято. Документы проверяет уполномоченное лицо отдела образования. После "
        "подтверждения ребёнок встанет в очередь со временем подачи.",
    ),
    NoticeKind.QUEUED: Template(
        "№ {number}: ребёнок поставлен в очередь по времени подачи: {url}",
        "Ваш ребёнок поставлен в очередь",
        "Заявление проверено, ребёнок поставлен в очередь по времени подачи. Место в очереди видно в личном кабинете.",
    ),
    NoticeKind.REJECTED: Template(
        "№ {number}: в заявлении отказано. Причина и что делать: {url}",
        "В заявлении отказано",
        "В заявлении отказано. Причина указана в истории заявления. Исправив её, заявление можно подать снова.",
    ),
    NoticeKind.BETTER_COPY_ASKED: Template(
        "№ {number}: нужна другая копия документа. Причина в кабинете, время сохранено: {url}",
        "Нужна другая копия документа",
        "Уполномоченное лицо просит другую копию документа. Прочтите причину в личном кабинете и отправьте "
        "новую копию там же. Время заявления сохраняется.",
    ),
    NoticeKind.CLAIM_CONFIRMED: Template(
        "№ {number}: уполномоченное лицо подтвердило ваши документы: {url}",
        "Ваши документы подтверждены",
        "Уполномоченное лицо подтвердило ваши документы. Что изменилось, указано в истории заявления.",
    ),
    NoticeKind.CLAIM_REJECTED: Template(
        "№ {number}: документ отклонён, время заявления сохранено. Причина: {url}",
        "Документ отклонён",
        "Уполномоченное лицо отклонило документ, и он не учитывается. Ребёнок стоит в очереди с прежним временем. "
        "Причина указана в личном кабинете; там же можно отправить новый документ.",
    ),
    NoticeKind.PROOF_ENDS_SOON: Template(
        "№ {number}: документ о льготе действует по {last_day}. Отправьте новый: {url}",
        "Истекает срок документа о льготе",
        "Документ о льготе действует по {last_day} включительно. Отправьте новый в личном кабинете, иначе "
        "льгота перестанет учитываться; время заявления сохранится.",
    ),
    NoticeKind.PROOF_EXPIRED: Template(
        "№ {number}: срок льготы истёк, время заявления сохранено: {url}",
        "Срок льготы истёк",
        "Срок документа о льготе истёк, она больше не учитывается. Ребёнок стоит в очереди с прежним временем. Новый "
        "документ можно отправить в личном кабинете.",
    ),
    NoticeKind.PROOF_DUE: Template(
        "№ {number}: подтвердите льготу до 24:00 {last_day}: {url}",
        "Нужно подтвердить льготу",
        "Подошла очередь вашего ребёнка. Отправьте документ о льготе в личном кабинете до 24:00 {last_day}, "
        "иначе льгота перестанет учитываться.",
    ),
}

_EN: Mapping[NoticeKind, Template] = {
    NoticeKind.TURN_STARTED: Template(
        "No. {number}: a place: {kindergarten}. Choose by 24:00 {last_day}: {url}",
        "A kindergarten place is offered to your child",
        "A place is offered to your child: {kindergarten}. Choose it in your personal cabinet by 24:00 on {last_day} "
        "and sign with your EDS. Without a choice the place opens to free choice, and your child keeps its position.",
    ),
    NoticeKind.TURN_MOVED: Template(
        "No. {number}: a place: {kindergarten}. The term is longer, choose by 24:00 {last_day}: {url}",
        "You have longer to choose the place",
        "The working calendar has changed, so you have longer to choose. A place is offered to your child: "
        "{kindergarten}. Choose it in your personal cabinet by 24:00 on {last_day} and sign with your EDS. Without a "
        "choice the place opens to free choice, and your child keeps its position.",
    ),
    NoticeKind.REFERRAL_MOVED: Template(
        "No. {number}: referral No. {referral}: {kindergarten}. Valid longer, come by 24:00 {last_day}: {url}",
        "The referral is valid longer",
        "The working calendar has changed, so referral No. {referral} is valid longer: {kindergarten}. Come to the "
        "kindergarten by 24:00 on {last_day}. Even where the paper says the day of before, the referral is valid "
        "until this one: the page that the QR code opens shows it.",
    ),
    NoticeKind.REFERRAL_ISSUED: Template(
        "No. {number}: referral No. {referral}: {kindergarten}. Come by 24:00 {last_day}: {url}",
        "Referral to a kindergarten issued",
        "Referral No. {referral} is issued: {kindergarten}. Come to the kindergarten by 24:00 on {last_day}, "
        "or the referral becomes void and your child goes to the stop list. The referral (PDF) can be downloaded "
        "from your personal cabinet.",
    ),
    NoticeKind.REFERRAL_ACCEPTED: Template(
        "No. {number}: your child is enrolled: {kindergarten}. Congratulations! {url}",
        "Your child is enrolled",
        "Your child is enrolled on referral No. {referral}: {kindergarten}. Congratulations!",
    ),
    NoticeKind.STOP_LISTED: Template(
        "No. {number}: the referral expired. Stop list through {last_day}, then in the queue again: {url}",
        "The referral expired",
        "Referral No. {referral} expired and is void. Your child is on the stop list up to and including {last_day}, "
        "and then stands in the queue again by the time of the application.",
    ),
    NoticeKind.STOP_LIST_MOVED: Template(
        "No. {number}: the referral expired. By the new calendar the stop list lasts through {last_day}: {url}",
        "The stop list ends on another day",
        "The former referral expired and is void. The working calendar has changed, the number of working days is the "
        "same. Your child is on the stop list up to and including {last_day}, and then stands in the queue "
        "again by the time of the application.",
    ),
    NoticeKind.RETURNED: Template(
        "No. {number}: your child is in the queue again, by the application's time. {url}",
        "Your child is in the queue again",
        "Your child is in the queue again by the time of the application. Your personal cabinet shows the position.",
    ),
    NoticeKind.AGES_OUT_SOON: Template(
        "No. {number}: on {last_day} your child is too old and leaves the queue: {url}",
        "Your child will soon be too old for a kindergarten",
        "On {last_day} your child will be too old for a kindergarten and is removed from the queue. If the term of a "
        "choice, a referral or the stop list runs then, the child does not return to the queue when it ends but is "
        "removed.",
    ),
    NoticeKind.AGED_OUT: Template(
        "No. {number}: your child is too old now and was removed from the queue: {url}",
        "Your child was removed from the queue because of its age",
        "Your child has grown too old for a kindergarten and was removed from the queue. No place will be offered by "
        "this application any more. The district's education department tells of preparation for school.",
    ),
    NoticeKind.CLOSED: Template(
        "No. {number}: your child was removed from the queue. Why: {url}",
        "Your child was removed from the queue",
        "Your child was removed from the queue. The history of the application tells why.",
    ),
    NoticeKind.WITHDRAWN: Template(
        "No. {number}: the application was withdrawn. If it was not you, look: {url}",
        "The application was withdrawn",
        "The application was withdrawn, signed by an EDS. Your child is no longer in the queue, an offered place and a "
        "referral are void. If it was not you, call the support.",
    ),
    NoticeKind.MOVED: Template(
        "No. {number}: your child moved to the queue of another district. New number: {url}",
        "Your child moved to the queue of another district",
        "Your child moved to the queue of another district, and this application is closed. Your personal cabinet "
        "shows the number of the new one.",
    ),
    NoticeKind.CONTACTS_CHANGED: Template(
        "No. {number}: the application's contacts were changed. If it was not you, look: {url}",
        "The application's contacts were changed",
        "The contacts of the application were replaced, messages about it will go to another address or number. "
        "If it was not you, sign in with your EDS, end all sessions and call the support.",
    ),
    NoticeKind.TO_CHECK: Template(
        "No. {number}: the application is taken, the register is silent and is asked later. Its time stays: {url}",
        "The application is taken and checked later",
        "Your application is taken. The persons register does not answer now; when it does, the data are "
        "checked by themselves and your child is queued at the time of the application. You need not do "
        "anything.",
    ),
    NoticeKind.UNDER_REVIEW: Template(
        "No. {number}: under review, an officer compares the papers. Its time stays: {url}",
        "The application is under review",
        "Your application is taken. An officer of the education department compares the papers. Once they are "
        "confirmed your child is queued at the time of the application.",
    ),
    NoticeKind.QUEUED: Template(
        "No. {number}: your child is in the queue, by the application's time: {url}",
        "Your child is in the queue",
        "The application was checked, and your child stands in the queue by its time. Your personal cabinet "
        "shows the position.",
    ),
    NoticeKind.REJECTED: Template(
        "No. {number}: the application was rejected. Why, and what to do: {url}",
        "The application was rejected",
        "The application was rejected. Its history tells why. Once that is mended you can apply again.",
    ),
    NoticeKind.BETTER_COPY_ASKED: Template(
        "No. {number}: another copy of a paper is needed. Why, and where to send it: {url}",
        "Another copy of a paper is needed",
        "The officer asks for another copy of a paper. Your personal cabinet tells why, and takes the new "
        "copy. The application keeps its time.",
    ),
    NoticeKind.CLAIM_CONFIRMED: Template(
        "No. {number}: the officer confirmed your papers: {url}",
        "Your papers are confirmed",
        "The officer confirmed your papers. The history of the application tells what has changed.",
    ),
    NoticeKind.CLAIM_REJECTED: Template(
        "No. {number}: a paper was rejected, the application keeps its time. Why: {url}",
        "A paper was rejected",
        "The officer rejected a paper, so it does not count. Your child waits at the time of the application. Your "
        "personal cabinet tells why, and takes a new paper.",
    ),
    NoticeKind.PROOF_ENDS_SOON: Template(
        "No. {number}: the proof of the benefit holds until {last_day}. Send a new one: {url}",
        "The proof of the benefit runs out",
        "The proof of the benefit holds up to and including {last_day}. Send a new one in your personal "
        "cabinet, or the benefit counts no more; the application keeps its time.",
    ),
    NoticeKind.PROOF_EXPIRED: Template(
        "No. {number}: the benefit ran out, the application keeps its time: {url}",
        "The benefit ran out",
        "The proof of the benefit ran out, and it counts no more. Your child waits at the time of the application. "
        "A new proof can be sent in your personal cabinet.",
    ),
    NoticeKind.PROOF_DUE: Template(
        "No. {number}: prove the benefit by 24:00 {last_day}: {url}",
        "The benefit is to be proved",
        "Your child's turn has come. Send the proof of the benefit in your personal cabinet by 24:00 on "
        "{last_day}, or the benefit counts no more.",
    ),
}

_TEMPLATES: Mapping[str, Mapping[NoticeKind, Template]] = {"kk": _KK, "ru": _RU, "en": _EN}
_ENDINGS: Mapping[str, str] = {
    "kk": "Өтініш № {number}\n{url}\n\nКезек — балабақшаға кезек",
    "ru": "Заявление № {number}\n{url}\n\nКезек — очередь в детский сад",
    "en": "Application No. {number}\n{url}\n\nKezek — the queue for kindergartens",
}


def sms_text(kind: NoticeKind, language: str, values: Values) -> str:
    """The SMS; a long name of a kindergarten loses its middle, so that the whole stays within two parts.

    Names begin with the number and the kind and end with what tells them apart, or the other way round.
    """
    template, name = _TEMPLATES[language][kind].sms, values.kindergarten
    for length in range(len(name), 0, -1):
        text = template.format_map({**vars(values), "kindergarten": _shorten(name, length)})
        if sms_parts(text) <= MAX_PARTS:
            return text
    return template.format_map({**vars(values), "kindergarten": ""})


def letter(kind: NoticeKind, language: str, values: Values) -> Letter:
    """The e-mail."""
    template, said = _TEMPLATES[language][kind], vars(values)
    text = f"{template.letter}\n\n{_ENDINGS[language]}\n".format_map(said)
    return Letter(subject=template.subject, text=text)


def _shorten(name: str, length: int) -> str:
    if len(name) <= length:
        return name
    head = length // 2
    return f"{name[:head].rstrip()}…{name[len(name) - (length - head - 1) :].lstrip()}"
