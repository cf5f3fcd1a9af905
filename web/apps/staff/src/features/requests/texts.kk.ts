import type { Kazakh } from '@kezek/i18n'

export default {
  title: 'Есептік жазба сұраулары',
  lead: 'Есептік жазбасы жоқ балабақшалар жіберген сұраулар. Ескісі бірінші тұр.',
  state: 'Күйі',
  open: 'Қаралуда',
  approved: 'Мақұлданды',
  refused: 'Қабылданбады',
  name: 'Балабақша',
  number: '№',
  district: 'Аудан немесе қала',
  submitted: 'Жіберілген уақыты',
  see: 'Қарау: № {number}',
  empty: 'Мұндай сұрау жоқ.',
  emptyMore: 'Жаңа сұрау келгенде осында көрінеді.',
} as const satisfies Kazakh
