"""The list of benefits as shipped (domain §5.1): who comes before others, and what shows it; standard library only."""

from dataclasses import dataclass, field

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import QueueClass


@dataclass(frozen=True, kw_only=True)
class Benefit:
    """One kind of benefit, the class it gives, and its proof with its life, if it has an end (domain §3.benefit)."""

    code: str = field(metadata={"pattern": "^[a-z][a-z_]{1,39}$"})
    name: Text
    queue_class: QueueClass
    proof: Text
    proof_months: int | None = field(default=None, metadata={"ge": 1, "le": 240})

    def __post_init__(self) -> None:
        """Refuse a benefit that is none.

        Raises:
            ValueError: when it gives no class before the general one.
        """
        if self.queue_class not in {QueueClass.EXTRAORDINARY, QueueClass.PRIORITY}:
            raise ValueError(f"benefit {self.code!r} gives no class")


SHIPPED_BENEFITS: tuple[Benefit, ...] = (
    Benefit(
        code="serviceman",
        name=Text("әскери қызметшінің баласы", "ребёнок военнослужащего", "child of a serviceman"),
        queue_class=QueueClass.EXTRAORDINARY,
        proof=Text(
            "әскери қызмет өтетіні туралы анықтама", "справка о прохождении воинской службы", "statement of service"
        ),
        proof_months=12,
    ),
    Benefit(
        code="special_body",
        name=Text(
            "арнаулы мемлекеттік орган қызметкерінің баласы",
            "ребёнок сотрудника специального государственного органа",
            "child of an employee of a special state body",
        ),
        queue_class=QueueClass.EXTRAORDINARY,
        proof=Text("қызмет орнынан анықтама", "справка с места службы", "statement from the place of service"),
        proof_months=12,
    ),
    Benefit(
        code="lost_in_service",
        name=Text(
            "қызметте қаза тапқан, қайтыс болған немесе хабарсыз кеткен адамның баласы",
            "ребёнок погибшего, умершего или пропавшего без вести на службе",
            "child of one killed, dead or missing in service",
        ),
        queue_class=QueueClass.EXTRAORDINARY,
        proof=Text(
            "қаза тапқаны, қайтыс болғаны немесе хабарсыз кеткені туралы құжат",
            "документ о гибели, смерти или безвестном отсутствии",
            "paper on the death or absence",
        ),
    ),
    Benefit(
        code="disabled_parent",
        name=Text(
            "ата-анасының мүгедектігі бар бала",
            "ребёнок родителя с инвалидностью",
            "child of a parent with a disability",
        ),
        queue_class=QueueClass.PRIORITY,
        proof=Text(
            "ата-анасының мүгедектігі туралы анықтама",
            "справка об инвалидности родителя",
            "statement of the parent's disability",
        ),
        proof_months=12,
    ),
    Benefit(
        code="orphan",
        name=Text(
            "жетім бала немесе ата-анасының қамқорлығынсыз қалған бала",
            "ребёнок-сирота или оставшийся без попечения родителей",
            "orphan, or child without parental care",
        ),
        queue_class=QueueClass.PRIORITY,
        proof=Text(
            "қорғаншылық немесе қамқоршылық белгілеу туралы құжат",
            "документ об установлении опеки или попечительства",
            "paper on guardianship",
        ),
    ),
    Benefit(
        code="large_family",
        name=Text("көпбалалы отбасының баласы", "ребёнок из многодетной семьи", "child of a large family"),
        queue_class=QueueClass.PRIORITY,
        proof=Text(
            "балаларының туу туралы куәліктері",
            "свидетельства о рождении детей",
            "birth certificates of the children",
        ),
        proof_months=12,
    ),
    Benefit(
        code="special_needs",
        name=Text(
            "ерекше білім беру қажеттілігі бар бала",
            "ребёнок с особыми образовательными потребностями",
            "child with special educational needs",
        ),
        queue_class=QueueClass.PRIORITY,
        proof=Text(
            "психологиялық-медициналық-педагогикалық консультацияның қорытындысы",
            "заключение психолого-медико-педагогической консультации",
            "conclusion of the psychological, medical and pedagogical commission",
        ),
        proof_months=12,
    ),
    Benefit(
        code="disabled_child",
        name=Text(
            "отбасында мүгедектігі бар бала тәрбиеленетін бала",
            "ребёнок из семьи, где воспитывается ребёнок с инвалидностью",
            "child of a family with a disabled child",
        ),
        queue_class=QueueClass.PRIORITY,
        proof=Text(
            "баланың мүгедектігі туралы анықтама",
            "справка об инвалидности ребёнка",
            "statement of the child's disability",
        ),
        proof_months=12,
    ),
    Benefit(
        code="teacher",
        name=Text("педагогтің баласы", "ребёнок педагога", "child of a teacher"),
        queue_class=QueueClass.PRIORITY,
        proof=Text(
            "білім беру ұйымындағы жұмыс орнынан анықтама",
            "справка с места работы в организации образования",
            "statement from the educational organisation",
        ),
        proof_months=12,
    ),
)
