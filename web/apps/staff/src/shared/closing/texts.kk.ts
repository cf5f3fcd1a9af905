import type { Kazakh } from '@kezek/i18n'

export default {
  closed: 'Бұл балабақша жабылған. Жабылған күні: {day}',
  ground: 'Негіздеме: {ground}.',
  meaning: 'Мұнда бос орын жарияланбайды, бала қабылданбайды. Бұрынғы тізімдер мен тарих сақталады.',
} as const satisfies Kazakh
