import type { Kazakh } from '@kezek/i18n'

export default {
  title: 'БМҰ қызметкерінің жұмыс кабинеті',
  about: 'Балабақша қызметкерлеріне, білім бөлімдеріне және әкімшілерге.',
  enter: 'Жүйеге кіру',
} as const satisfies Kazakh
