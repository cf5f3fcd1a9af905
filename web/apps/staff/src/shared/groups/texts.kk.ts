import type { Kazakh } from '@kezek/i18n'

export default {
  norm: 'Норма',
  noNorm: 'белгіленбеген',
  earlier: 'Жүйеге дейін қабылданған',
  enrolled: 'Балалар тізімінде',
  onTheWay: 'Жолдамамен келе жатқан',
  published: 'Жарияланған, әлі алынбаған',
  free: 'Жариялауға болатын орын',
  unlimited: 'шек жоқ: норма белгіленбеген',
} as const satisfies Kazakh
