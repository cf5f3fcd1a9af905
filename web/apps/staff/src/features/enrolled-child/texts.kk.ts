import type { Kazakh } from '@kezek/i18n'

export default {
  title: 'Тізімдегі бала',
  about: 'Бала туралы',
  here: 'Балабақшада',
  group: 'Тобы',
  way: 'Балабақшаларда болу тарихы',
  kindergarten: 'Балабақша',
  period: 'Мерзімі',
  now: 'қазір де осында',
  begun: 'Қалай келді',
  ended: 'Қалай кетті',
  begun_accepted: 'жолдама бойынша қабылданды',
  begun_regrouped: 'осы балабақшаның басқа тобынан ауысты',
  ended_regrouped: 'басқа топқа ауысты',
  begun_swapped: 'басқа балабақшадан орын алмасып келді',
  ended_swapped: 'орын алмасып, басқа балабақшаға ауысты',
  ended_departed: 'кетті',
  escorts: 'Еріп жүрушілер',
  escortsMore:
    'Өтініш берген ата-ана немесе қамқоршы балаға онсыз да еріп жүре алады. Бұл тізімді көргеніңіз деректерді көру журналында қалады.',
  noEscorts: 'Басқа еріп жүруші қосылмаған.',
  escort: 'Еріп жүруші',
  phone: 'Телефоны',
  checked: 'Тізілім растады',
  yes: 'иә',
  notYet: 'әлі жоқ',
} as const satisfies Kazakh
