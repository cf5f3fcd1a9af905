import type { Kazakh } from '@kezek/i18n'

export default {
  title: 'Қабылдаудан бас тартулар',
  lead: 'Ауданыңыз: {district}. Балабақша бас тартқан, шешім күтіп тұрған балалар. Ең көп күткені жоғары тұрады.',
  waits: 'Күткен уақыты',
  days: {
    other: '{n} жұмыс күні',
  },
  answered: 'Отбасы жауап берді',
  refused: 'Бас тартқан уақыт',
  kindergarten: 'Балабақша',
  reason: 'Балабақшаның себебі',
  number: 'Жолдама нөмірі',
  openOne: 'Ашу: № {number} жолдама',
  empty: 'Шешім күтіп тұрған бас тарту жоқ.',
  emptyMore: 'Балабақша баланы қабылдаудан бас тартса, осы тізімде өздігінен пайда болады.',
} as const satisfies Kazakh
