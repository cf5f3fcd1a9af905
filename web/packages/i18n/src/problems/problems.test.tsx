import { act, render } from '@testing-library/react'
import { Suspense, useEffect } from 'react'
import { expect, test, vi } from 'vitest'

import { switchLanguage } from '../texts'
import { problemTexts, useProblemText } from '.'

type WordsOf = ReturnType<typeof useProblemText>
let wordsOf: WordsOf

function Words({ onWords }: { onWords: (words: WordsOf) => void }) {
  const words = useProblemText()
  useEffect(() => {
    onWords(words)
  })
  return null
}

async function inLanguage(language: 'kk' | 'ru' | 'en') {
  await act(async () => {
    render(
      <Suspense>
        <Words onWords={(words) => (wordsOf = words)} />
      </Suspense>,
    )
    await switchLanguage(language)
    await new Promise((resolve) => setTimeout(resolve))
  })
  await vi.waitFor(() => expect(wordsOf).toBeTypeOf('function')) // its texts have come
}

const PARAMS = {
  ...{ received: 4, size: 9, ordinals: '1, 3', field: 'child', language: 'kk', line: 3 },
  ...{
    month: 8,
    today: '2027-03-09',
    places: 5,
    free: 2,
    norm: 20,
    earlier: 3,
    enrolled: 10,
    on_the_way: 1,
    published: 4,
    found: 60_000,
  },
  ...{ retry_after_s: 90, fresh_s: 600, shortest: 8, most: 100, year: 2026, first: 2021, last: 2024, megabytes: 10 },
  ...{
    from_day: '2027-03-09',
    day: '2027-03-09',
    first_day: '2027-03-09',
    used_at: '2027-03-09T04:00:00Z',
    last_day: '2027-03-10',
    on: '2027-06-30',
    opens_at: '2027-03-09T04:00:00Z',
    district: '1110',
    below_months: 72,
    status: 'queued',
    state: 'open',
    years: 16,
    form: '065',
  },
}

test.each(['kk', 'ru', 'en'] as const)(
  'every refusal says in %s what happened, with nothing left open',
  async (language) => {
    await inLanguage(language)
    for (const code of Object.keys(await problemTexts.load(language))) {
      const { title = '', advice = [] } = wordsOf({ code, params: PARAMS }, 'Көкшетау') ?? {}
      expect(title.length, code).toBeGreaterThan(5)
      expect([title, ...advice].join(' '), code).not.toMatch(/[{}]|undefined|NaN/)
    }
  },
)

test('parameters are told as people read them', async () => {
  await inLanguage('ru')
  const said = (code: string) =>
    Object.values(wordsOf({ code, params: PARAMS }, 'Кокшетау') ?? {})
      .flat()
      .join(' ')
  expect(said('too_many_tries')).toContain('1 минуту')
  expect(said('child_too_young')).toContain('9 марта 2027 года')
  expect(said('registered_elsewhere')).toContain('Кокшетау')
  expect(said('group_year_not_offered')).toContain('2021')
})

test.each(['kk', 'ru', 'en'] as const)(
  'what a text is written in is said in %s as the texts of refusals say it',
  async (shown) => {
    await inLanguage(shown)
    const texts = await problemTexts.load(shown)
    const said = (language: string) => wordsOf({ code: 'contract_text_empty', params: { language } })?.title
    expect(said('kk')).toContain(texts.written_in_kk)
    expect(said('ru')).toContain(texts.written_in_ru)
    expect(said('of a later release')).toContain('of a later release')
  },
)

test('a code of a later release has no words', async () => {
  await inLanguage('kk')
  expect(wordsOf({ code: 'of_a_later_release', params: {} })).toBeNull()
})
