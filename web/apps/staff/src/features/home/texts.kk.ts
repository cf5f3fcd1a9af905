import type { Kazakh } from '@kezek/i18n'

export default {
  title: 'Қызметкердің жұмыс кабинеті',
  workerTitle: 'БМҰ қызметкерінің жұмыс кабинеті',
  officerTitle: 'Уәкілетті тұлғаның жұмыс кабинеті',
  administratorTitle: 'Әкімшінің жұмыс кабинеті',
} as const satisfies Kazakh
