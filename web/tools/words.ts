/** What a shell says by itself: before the code has come, and to whom it never comes. */

type Language = 'kk' | 'ru' | 'en'
type Words = Readonly<Record<Language, string>>

const TITLES: Readonly<Record<string, Words>> = {
  parent: { kk: 'Kezek · Балабақша кезегі', ru: 'Kezek · Очередь в детский сад', en: 'Kezek · Kindergarten queue' },
  staff: {
    kk: 'Kezek · БМҰ қызметкерінің жұмыс кабинеті',
    ru: 'Kezek · Рабочий кабинет сотрудника ДДО',
    en: 'Kezek · Workroom of a kindergarten worker',
  },
}

const DESCRIPTION: Words = {
  kk: 'Балабақша кезегі: өтініш беру, кезектегі орын, бос орындар, жолдаманы тексеру.',
  ru: 'Очередь в детский сад: заявление, место в очереди, свободные места, проверка направления.',
  en: 'The kindergarten queue: applications, positions, free places, checking a referral.',
}

const NOSCRIPT: Words = {
  kk: `<h1>Бұл бетке JavaScript керек</h1>
<p>Браузердің баптауларында JavaScript-ті қосып, бетті қайта ашыңыз, немесе Chrome, Firefox, Safari браузерінің жаңа нұсқасын пайдаланыңыз.
Кезекке ауданыңыздың білім бөлімінде немесе ХҚКО-да да тұруға болады.</p>`,
  ru: `<h1>Этой странице нужен JavaScript</h1>
<p>Включите JavaScript в настройках браузера и откройте страницу ещё раз или возьмите новую версию Chrome, Firefox или Safari.
Встать в очередь можно и в отделе образования вашего района или в ЦОН.</p>`,
  en: `<h1>This page needs JavaScript</h1>
<p>Switch JavaScript on in the settings of your browser and open the page again, or take a newer Chrome, Firefox or Safari.
You can also join the queue at the education department of your district or at a public service centre.</p>`,
}

const LOADING: Words = { kk: 'Бет жүктелуде…', ru: 'Страница загружается…', en: 'The page is loading…' }

const LATE: Words = {
  kk: 'Бет ұзақ жүктеліп жатыр: интернет байланысын тексеріңіз.',
  ru: 'Страница загружается долго: проверьте связь с интернетом.',
  en: 'The page takes long to load: check the internet connection.',
}

const AGAIN: Words = { kk: 'Бетті қайта ашу', ru: 'Открыть страницу ещё раз', en: 'Open the page again' }

/** By the names that stand for them in shell.html. */
export function words(app: string, language: Language): Readonly<Record<string, string>> {
  const title = TITLES[app]?.[language] ?? 'Kezek'
  return {
    title,
    description: DESCRIPTION[language],
    noscript: NOSCRIPT[language],
    loading: LOADING[language],
    late: LATE[language],
    again: AGAIN[language],
  }
}
