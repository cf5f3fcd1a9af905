import type { Kazakh } from '@kezek/i18n'

export default {
  title: 'Аудандар мен қалалар',
  lead: 'Атауы үш тілде. Өзгеріс барлық бетте бірден көрінеді.',
  code: 'Код',
  change: 'Өзгерту',
  changeOf: 'Өзгерту: {name}',
  changeTitle: '{code}: атауын өзгерту',
  name: 'Атауы',
  kk: 'Қазақша',
  ru: 'Орысша',
  en: 'Ағылшынша',
} as const satisfies Kazakh
