import type { Kazakh } from '@kezek/i18n'

export default {
  title: 'Шешім күтіп тұрған құжаттар',
  lead: 'Ауданыңыз: {district}. Мерзімі ертерек бітетіні жоғары тұрады.',
  due: 'Шешім шығару мерзімі',
  overdue: 'Мерзімі өтті',
  what: 'Не туралы',
  claimed: 'Келіп түскені',
  empty: 'Шешім күтіп тұрған құжат жоқ.',
  emptyMore: 'Жаңасы түскенде осы тізімде өздігінен пайда болады.',
  noneOfKind: 'Мұндай құжат күтіп тұрған жоқ.',
} as const satisfies Kazakh
