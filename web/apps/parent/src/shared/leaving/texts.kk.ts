import type { Kazakh } from '@kezek/i18n'

export default {
  back: 'Өтініш',
  which: 'Қай өтініш',
  what: 'Қол қойған соң не болады',
  told: 'Өтініштегі байланыс деректеріне хабарлама келеді.',
  signTitle: 'Қол қою',
} as const satisfies Kazakh
