import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  waitLeft: 'Повторить можно через {span}',
  resend: 'Отправить код ещё раз',
  resendIn: 'Ещё раз запросить код можно через {span}',
  signInAgain: 'Войти ещё раз',
} as const satisfies Russian<typeof kk>
