/// <reference types="vite/client" />
/** What the manuals call by a name is called so on the pages: each word quoted as today's is a text of a dictionary. */
import { expect, test } from 'vitest'

import { plain } from '../apps/parent/src/features/manuals/plain.ts'
import { type Manual, textsOf } from '../apps/parent/src/features/manuals/model.ts'

const LANGUAGES = ['kk', 'ru', 'en'] as const
type Language = (typeof LANGUAGES)[number]
type Words = Readonly<Record<Language, readonly string[]>>

/** Words of the browser, of the API, of registers, and what is quoted for another reason. */
const NOT_OURS: Words = {
  kk: ['Рұқсат беру', 'NSALayer', 'тырнақшада', 'ваучер', 'басқа ауданда тіркелген'],
  ru: [
    ...['Разрешить', 'кавычках', 'ваучер', 'зарегистрирован в другом районе'],
    ...['Физические лица', 'Обновить список ключей', 'Email *', 'ID'],
  ],
  en: ['Allow', 'NSALayer', 'voucher', 'registered in another district', 'Eng'],
}
/** Words of what is not built yet: each stands beside a `later` of its manual. */
const NOT_YET: Words = {
  kk: [],
  ru: ['Подписать договор', 'Сопровождающие'],
  en: ['Sign the contract', 'Escorts', 'Left'],
}
const QUOTED: Readonly<Record<Language, RegExp>> = {
  kk: /(?<![a-z])«([^»]*)»/g,
  ru: /(?<![a-z])«([^»]*)»/g,
  en: /“([^”]*)”/g,
}

type Dictionary = Readonly<Record<string, string | Readonly<Record<string, string>>>>
const manuals = import.meta.glob<Manual>('../apps/parent/src/features/manuals/texts/{m?,officer,administrator}.*.ts', {
  eager: true,
  import: 'default',
})
const dictionaries = import.meta.glob<Dictionary>(
  ['../apps/*/src/**/{texts,labels}.*.ts', '../packages/*/src/**/{texts.,}{kk,ru,en}.ts'],
  { eager: true, import: 'default' },
)

test.each(LANGUAGES)('%s', (language) => {
  const said = [...shownIn(language), NOT_OURS, NOT_YET].flatMap((words) =>
    typeof words === 'string' ? [words] : words[language],
  )
  const known = new Set(said.map((word) => word.toLowerCase()))
  expect([...new Set(namedIn(language))].filter((name) => !known.has(name.toLowerCase())).sort()).toEqual([])
})

/** The names that are given to what is on the pages today; numbers and signs are none. */
function namedIn(language: Language): string[] {
  const old = language === 'en' ? new Set<string>() : oldWords()
  return textsIn(language)
    .flatMap((text) => [...text.matchAll(QUOTED[language])])
    .map(([, name = '']) => plain(name))
    .filter((name) => /\p{L}/u.test(name) && !old.has(name))
}

/** The English manuals mark every old word with its language. */
function oldWords(): ReadonlySet<string> {
  return new Set(textsIn('en').flatMap((text) => [...text.matchAll(/«([^»]*)»/g)].map(([, word = '']) => word)))
}

function textsIn(language: Language): string[] {
  return Object.entries(manuals)
    .filter(([path]) => path.endsWith(`.${language}.ts`))
    .flatMap(([, { sections }]) => sections.flatMap(({ blocks }) => blocks.flatMap(textsOf)))
}

function shownIn(language: Language): string[] {
  return Object.entries(dictionaries)
    .filter(([path]) => new RegExp(`[./]${language}\\.ts$`).test(path))
    .flatMap(([, dictionary]) => Object.values(dictionary))
    .flatMap((text) => (typeof text === 'string' ? [text] : Object.values(text)))
}
