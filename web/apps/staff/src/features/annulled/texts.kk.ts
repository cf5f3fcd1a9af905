import type { Kazakh } from '@kezek/i18n'

export default {
  back: 'Бос орындарға',
  lead: 'Балабақшаңыз жариялаған орындардың күшін уәкілетті тұлға жойды. Ондай орындар енді ешкімге ұсынылмайды.',
  none: 'Бұл жарияланымнан ештеңенің күші жойылмаған.',
} as const satisfies Kazakh
