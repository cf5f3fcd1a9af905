import type { Kazakh } from '@kezek/i18n'

export default {
  waitLeft: 'Қайталауға {span} қалды',
  resend: 'Кодты қайта жіберу',
  resendIn: 'Кодты қайта сұрауға {span} қалды',
  signInAgain: 'Қайта кіру',
} as const satisfies Kazakh
