"""What a person reads about who opened their data and what happened to their account, in plain words (domain §1)."""

from collections.abc import Mapping

_ANY = ""

WHO: Mapping[str, Mapping[str, str]] = {
    "worker": {"kk": "Балабақша қызметкері", "ru": "Сотрудник детского сада", "en": "A worker of a kindergarten"},
    "officer": {
        "kk": "Білім бөлімінің уәкілетті тұлғасы",
        "ru": "Уполномоченное лицо отдела образования",
        "en": "An officer of the education department",
    },
    "administrator": {"kk": "Өңір әкімшісі", "ru": "Администратор региона", "en": "An administrator of the region"},
    _ANY: {"kk": "Қызметкер", "ru": "Сотрудник", "en": "A member of staff"},
}
WHAT: Mapping[str, Mapping[str, str]] = {
    "referrals:search": {
        "kk": "Балаңыздың жолдамасы мен карточкасы",
        "ru": "Направление и карточка вашего ребёнка",
        "en": "Your child's referral and card",
    },
    "referrals:accept": {
        "kk": "Балаңызды балабақшаға қабылдау құжаты",
        "ru": "Документ о зачислении вашего ребёнка",
        "en": "The document for enrolling your child",
    },
    "referrals:refuse": {
        "kk": "Балаңызды балабақшаға қабылдаудан бас тарту құжаты",
        "ru": "Документ об отказе в зачислении вашего ребёнка",
        "en": "The document for refusing to enrol your child",
    },
    "referrals:extend": {
        "kk": "Балаңыздың жолдамасының мерзімін ұзарту құжаты",
        "ru": "Документ о продлении направления вашего ребёнка",
        "en": "The document for extending your child's referral",
    },
    "admissions:read": {
        "kk": "Баланы қабылдауға тапсырған құжаттарыңыз бен деректеріңіз",
        "ru": "Ваши документы и данные, сданные для зачисления ребёнка",
        "en": "The papers and data that you handed in for your child's enrolment",
    },
    "admissions:return": {
        "kk": "Балабақшаның қабылдау құжаттарын қайтаруы",
        "ru": "Возврат детским садом документов на зачисление",
        "en": "A kindergarten's return of admission papers",
    },
    "admissions:find": {
        "kk": "Қабылдауға берген өтініміңіз, нөмірі бойынша іздеу арқылы",
        "ru": "Ваше заявление на зачисление, найдено по номеру",
        "en": "Your admission application, found by its number",
    },
    "refusals:read": {
        "kk": "Балабақшаның балаңызды қабылдаудан бас тартуы және сіздің жауаптарыңыз",
        "ru": "Отказ детского сада в зачислении вашего ребёнка и ваши ответы",
        "en": "A kindergarten's refusal of your child, and your answers",
    },
    "refusals:decide": {
        "kk": "Балабақшаның балаңызды қабылдаудан бас тартуы бойынша шешім",
        "ru": "Решение об отказе детского сада в зачислении вашего ребёнка",
        "en": "The decision on a kindergarten's refusal of your child",
    },
    "roster:read": {
        "kk": "Балабақшадағы балалар тізімі, онда балаңыз да бар",
        "ru": "Список числящихся детей, в нём ваш ребёнок",
        "en": "The kindergarten's roster, which has your child",
    },
    "roster:depart": {
        "kk": "Балаңыздың балабақшадан кеткені туралы құжат",
        "ru": "Документ о том, что ваш ребёнок выбыл из детского сада",
        "en": "The document by which your child has left the kindergarten",
    },
    "roster:regroup": {
        "kk": "Балаларды басқа топқа ауыстыру құжаты, онда балаңыз да бар",
        "ru": "Документ о переводе детей в другую группу, в нём ваш ребёнок",
        "en": "The document by which children go over to another group, your child among them",
    },
    "escorts:read": {
        "kk": "Балаға еріп жүрушілер, олардың ішінде сіз бар немесе бала сіздікі",
        "ru": "Сопровождающие ребёнка: среди них вы, или ребёнок ваш",
        "en": "The escorts of a child: you are among them, or the child is yours",
    },
    "attendance:read": {
        "kk": "Топтың күні: балаңыздың келуі мен кетуі",
        "ru": "День группы: приход и уход вашего ребёнка",
        "en": "A group's day: when your child came and left",
    },
    "pickups:read": {
        "kk": "Балаңызды алып кету коды: баланың, сіздің және алып кетушінің аты-жөні",
        "ru": "Код, чтобы забрать ребёнка: имена ребёнка, ваше и того, кто забирает",
        "en": "A pick-up code: the names of your child, of you and of who fetches it",
    },
    "sheets:close": {
        "kk": "Топтың айын жабу құжаты, онда балаңыз да бар",
        "ru": "Документ о закрытии месяца группы, в нём ваш ребёнок",
        "en": "The document that closes a group's month, with your child in it",
    },
    "sheets:read": {
        "kk": "Топтың келу табелі, онда балаңыз да бар",
        "ru": "Табель посещаемости группы, в нём ваш ребёнок",
        "en": "A group's attendance sheet, with your child on it",
    },
    "staff:read": {
        "kk": "Балабақша қызметкерлерінің тізімі, онда сіз барсыз",
        "ru": "Список сотрудников детского сада, в нём вы",
        "en": "A kindergarten's staff list, with you on it",
    },
    "staff:change": {
        "kk": "Қызметкерлер тізімін өзгерту құжаты, онда сіз барсыз",
        "ru": "Документ об изменении списка сотрудников, в нём вы",
        "en": "The document that changes a staff list, with you in it",
    },
    "swaps:read": {
        "kk": "Келісуге жіберілген орын алмасулар, олардың бірінде балаңыз бар",
        "ru": "Обмены местами на согласовании, в одном из них ваш ребёнок",
        "en": "Swaps that wait for approval, one of them with your child",
    },
    "swaps:decide": {
        "kk": "Балабақшаның орын алмасу туралы шешімінің құжаты, онда балаңыз бар",
        "ru": "Документ о решении детского сада по обмену местами, в нём ваш ребёнок",
        "en": "The document of a kindergarten's decision on a swap, with your child in it",
    },
    "vacancies:read": {
        "kk": "Балабақшаның бос орындары, оларды жариялаған сіздің аты-жөніңізбен",
        "ru": "Свободные места детского сада, с вашим именем как опубликовавшего",
        "en": "A kindergarten's free places, with your name as who published them",
    },
    "vacancies:read-all": {
        "kk": "Өңірдің бос орындары, оларды жариялаған сіздің аты-жөніңізбен",
        "ru": "Свободные места региона, с вашим именем как опубликовавшего",
        "en": "The region's free places, with your name as who published them",
    },
    "kindergartens:preview-closing": {
        "kk": "Жабылатын балабақшадағы балалар тізімі, онда балаңыз да бар",
        "ru": "Список детей закрываемого детского сада, в нём ваш ребёнок",
        "en": "The roster of a kindergarten about to be closed, which has your child",
    },
    "places:preview-closing": {
        "kk": "Жабылатын балабақшаның орындары мен жолдамалары, олардың бірі балаңыздікі",
        "ru": "Места и направления закрываемого детского сада, среди них вашего ребёнка",
        "en": "Places and referrals of a kindergarten about to be closed, your child's among them",
    },
    "groups:read-history": {
        "kk": "Балабақша топтарының нормалары, оларды мәлімдеген сіздің аты-жөніңізбен",
        "ru": "Нормы групп детского сада, с вашим именем как заявившего",
        "en": "The norms of a kindergarten's groups, with your name as who stated them",
    },
    "vacancies:read-district": {
        "kk": "Ауданның бос орындары, оларды жариялаған сіздің аты-жөніңізбен",
        "ru": "Свободные места района, с вашим именем как опубликовавшего",
        "en": "The district's free places, with your name as who published them",
    },
    "places:annul": {
        "kk": "Жарияланған орындар, олардың бірі балаңызға ұсынылған немесе күшін сіз жойғансыз",
        "ru": "Опубликованные места: одно предложено вашему ребёнку или аннулировано вами",
        "en": "Published places, of which one is offered to your child or was annulled by you",
    },
    "places:choose-at-counter": {
        "kk": "Балаңызға таңдауға болатын орындар, білім бөлімінде қағаз бойынша таңдау үшін",
        "ru": "Места, которые можно выбрать вашему ребёнку: для выбора по бумаге в отделе образования",
        "en": "The places your child may choose, for a choice from a paper at the education department",
    },
    "counter-papers:read": {
        "kk": "Сіз қол қойған, білім бөлімінде орын таңдалған қағаз",
        "ru": "Подписанная вами бумага, по которой в отделе образования выбрано место",
        "en": "The paper signed by you from which a place was chosen at the education department",
    },
    "child-cards:read": {
        "kk": "Балаңыздың карточкасы, балабақша жүктеген",
        "ru": "Карточка вашего ребёнка, скачанная детским садом",
        "en": "Your child's card, downloaded by the kindergarten",
    },
    "annulments:read": {
        "kk": "Күшін сіз жойған орындар, аты-жөніңізбен",
        "ru": "Места, которые вы аннулировали, с вашим именем",
        "en": "Places that you annulled, with your name",
    },
    "documents:read": {
        "kk": "Өтінішіңіздің құжаттары",
        "ru": "Документы вашего заявления",
        "en": "The papers of your application",
    },
    "desk:read": {
        "kk": "Білім бөлімінің шешімін күтіп тұрған өтініштер тізімі, онда сіздікі де бар",
        "ru": "Список заявлений, ожидающих решения отдела образования, в нём ваше",
        "en": "The list of applications waiting for the education department, which has yours",
    },
    "applications:find": {
        "kk": "Өтінішіңіз, іздеу арқылы",
        "ru": "Ваше заявление, найдено поиском",
        "en": "Your application, found by a search",
    },
    "applications:open": {
        "kk": "Өтінішіңіз: деректері, тарихы, құжаттары",
        "ru": "Ваше заявление: данные, история, документы",
        "en": "Your application: its data, history and papers",
    },
    "applications:enter": {
        "kk": "Қағаз өтінішіңізді білім бөлімі енгізген кездегі деректеріңіз",
        "ru": "Ваши данные при вводе бумажного заявления в отделе образования",
        "en": "Your data, when your paper application was entered at the counter",
    },
    "claims:decide": {
        "kk": "Өтінішіңіздегі құжат бойынша шешім",
        "ru": "Решение по документам вашего заявления",
        "en": "A decision on the papers of your application",
    },
    "files:open": {
        "kk": "Сіз тапсырған файл",
        "ru": "Файл, который вы приложили",
        "en": "A file that you handed in",
    },
    "workers:read": {
        "kk": "Балабақша қызметкерлерінің тізімі, онда сіз де барсыз",
        "ru": "Список сотрудников детского сада, в нём вы",
        "en": "The list of a kindergarten's workers, which has you",
    },
    "account-requests:read": {
        "kk": "Сіз көрсетілген балабақша есептік жазбасының сұрауы",
        "ru": "Запрос учётной записи детского сада, в котором указаны вы",
        "en": "A request for a kindergarten's account that names you",
    },
    "grants:read": {
        "kk": "Уәкілетті тұлғалар мен әкімшілердің тізімі, онда сіз де барсыз",
        "ru": "Список уполномоченных лиц и администраторов, в нём вы",
        "en": "The list of officers and administrators, which has you",
    },
    "accounts:search": {
        "kk": "Есептік жазбаңыз, ЖСН бойынша",
        "ru": "Ваша учётная запись, по ИИН",
        "en": "Your account, by your IIN",
    },
    "accounts:open": {
        "kk": "Есептік жазбаңыз: аты-жөніңіз, ЖСН, қызметкер құқықтарыңыз",
        "ru": "Ваша учётная запись: имя, ИИН, полномочия сотрудника",
        "en": "Your account: your name, IIN and roles on staff",
    },
    "readings:export": {
        "kk": "Деректеріңізді кім ашқаны туралы журналдың көшірмесі",
        "ru": "Выгрузка журнала обращений к вашим данным",
        "en": "An export of the log of who opened your data",
    },
    "security-events:read": {
        "kk": "Есептік жазбаңыздың қауіпсіздік оқиғалары",
        "ru": "События безопасности вашей учётной записи",
        "en": "The security events of your account",
    },
    "security-events:export": {
        "kk": "Қауіпсіздік оқиғаларының көшірмесі",
        "ru": "Выгрузка событий безопасности",
        "en": "An export of security events",
    },
    "readings:read": {
        "kk": "Деректеріңізді кім ашқаны туралы журнал",
        "ru": "Журнал обращений к вашим данным",
        "en": "The log of who opened your data",
    },
    "evidence:read": {
        "kk": "Өтініш бойынша сізге жіберілген хабарламалар",
        "ru": "Сообщения, которые вам отправили по заявлению",
        "en": "The messages that you were sent about an application",
    },
    _ANY: {"kk": "Сіздің деректеріңіз", "ru": "Ваши данные", "en": "Your data"},
}
WHY: Mapping[str, Mapping[str, str]] = {
    "search": {
        "kk": "ЖСН немесе нөмір бойынша іздеу",
        "ru": "Поиск по ИИН или номеру",
        "en": "A search by IIN or number",
    },
    "list": {"kk": "Тізімді қарау", "ru": "Просмотр списка", "en": "Looking through a list"},
    "open": {"kk": "Бір жазбаны ашу", "ru": "Открытие одной записи", "en": "Opening one record"},
    "act": {
        "kk": "Қол қойылатын әрекетті дайындау",
        "ru": "Подготовка действия с подписью",
        "en": "Preparing an act to be signed",
    },
    _ANY: {"kk": "Басқа себеп", "ru": "Другая причина", "en": "Another reason"},
}


def word(words: Mapping[str, Mapping[str, str]], code: str, language: str) -> str:
    """The words for a code; for one that came later than these words, the most general."""
    return words.get(code, words[_ANY])[language]


def who(role: str, organisation: str | None, language: str) -> str:
    """The reader's role and organisation; not the name, which the log's reader in an investigation finds by the id."""
    said = word(WHO, role, language)
    return f"{said}: {organisation}" if organisation else said
