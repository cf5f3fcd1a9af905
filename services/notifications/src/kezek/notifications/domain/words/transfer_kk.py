"""What is told of a transfer that a swap has overtaken, in Kazakh."""

from kezek.notifications.domain.notice import NoticeKind
from kezek.notifications.domain.template import Template

WORDS: dict[NoticeKind, Template] = {
    NoticeKind.TURN_FOR_NOTHING: Template(
        "№ {number}: ұсынылған орын балаңыз қазір баратын балабақшадан еді, ұсыныс тоқтады: {url}",
        "Ұсынылған орын балаңызға енді қажет емес",
        "Балаңыз орын алмасу арқылы басқа балабақшаға ауысты, ал ауыстыру өтініші бойынша ұсынылған орын дәл сол "
        "балабақшадан еді. Сондықтан ұсыныс тоқтады, келмеу саны артпайды. Ауыстыру өтініші кезекте қалды: басқа "
        "балабақша қажет болмаса, оны жеке кабинетте қайтарып алыңыз.",
    ),
    NoticeKind.REFERRAL_FOR_NOTHING: Template(
        "№ {number}: балаңыз бұл балабақшаға ауысып қойды, № {referral} жолдама енді қажет емес: {url}",
        "Жолдама енді қажет емес",
        "Балаңыз орын алмасу арқылы № {referral} жолдама берілген балабақшаға ауысты: {kindergarten}. Сондықтан "
        "жолдама жабылды, келмеу саны артпайды. Ауыстыру өтініші кезекте қалды: басқа балабақша қажет болмаса, оны "
        "жеке кабинетте қайтарып алыңыз.",
    ),
}
