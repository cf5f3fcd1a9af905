import type { Kazakh } from '@kezek/i18n'

export default {
  back: 'Балабақшалар тізімі',
  title: 'Балабақша',
  vacancies: 'Бос орындар',
  none: 'Қазір бос орын жоқ.',
  noneMore: 'Орын шыққанда кезегі келген отбасына SMS пен хат келеді.',
  group: '{year} жылғы топ, {language} тілі, {kind}',
  free: { other: '{n} бос орын' },
  inFreeChoice: { other: 'оның {n} еркін таңдауда' },
  all: 'Ауданның барлық бос орындары',
  closed: 'Бұл балабақша жабылған: ол енді бала қабылдамайды.',
  notFound: 'Мұндай балабақша жоқ.',
  notFoundMore: 'Мекенжайда қате болуы мүмкін.',
} as const satisfies Kazakh
