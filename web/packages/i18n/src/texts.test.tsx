import { act, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test, vi } from 'vitest'

import type { Checked, Kazakh, Russian, Wrong } from './dictionary'
import { localised, say, speaker, switchLanguage, texts, useTexts } from './texts'

const kk = { hello: 'Сәлем, {name}!', children: { other: '{n} бала' } } as const satisfies Kazakh
const ru = {
  hello: 'Привет, {name}!',
  children: { one: '{n} ребёнок', few: '{n} ребёнка', many: '{n} детей' },
} as const satisfies Russian<typeof kk>
const en = { hello: 'Hello, {name}!', children: { one: '{n} child', other: '{n} children' } } as const

test.each([
  [1, '1 ребёнок'],
  [3, '3 ребёнка'],
  [11, '11 детей'],
  [1021, '1\u00a0021 ребёнок'],
])('Russian has three forms: %s', (n, expected) => {
  expect(say(ru.children, { n }, 'ru')).toBe(expected)
})

test('Kazakh has one form, and its numbers are grouped', () => {
  expect(say(kk.children, { n: 12857 }, 'kk')).toBe('12\u00a0857 бала')
})

test('values are filled in, and only by their own names', () => {
  expect(speaker<typeof kk>(kk, 'kk')('hello', { name: '{n} Айгерім' })).toBe('Сәлем, {n} Айгерім!')
})

test('the compiler finds what is missing, surplus or wrongly filled', () => {
  // @ts-expect-error a key is missing
  const missing = { hello: 'Привет, {name}!' } as const satisfies Russian<typeof kk>
  // @ts-expect-error a key too many
  const surplus = { ...ru, bye: 'Пока' } as const satisfies Russian<typeof kk>
  // @ts-expect-error the form `few` is missing
  const formless = { ...ru, children: { one: '', many: '' } } as const satisfies Russian<typeof kk>
  expect([missing, surplus, formless]).toHaveLength(3)
  const wrong: Wrong<typeof kk, { hello: 'Привет, {nam}!'; children: typeof ru.children }> = 'hello'
  const few: Wrong<typeof kk, { hello: typeof ru.hello; children: { one: '{n}'; few: ''; many: '{n}' } }> = 'children'
  const good: Checked<typeof kk, typeof ru> = ru
  expect([wrong, few, good]).toEqual(['hello', 'children', ru])
  texts({
    kk: () => Promise.resolve({ default: kk }),
    // @ts-expect-error a placeholder has another name
    ru: () => Promise.resolve({ default: { ...ru, hello: 'Привет, {nam}!' } as const }),
    en: () => Promise.resolve({ default: en }),
  })
  // @ts-expect-error a value is missing
  expect(speaker<typeof kk>(kk, 'kk')('hello')).toBe('Сәлем, {name}!')
})

test('switching the language keeps what was typed, and the page never waits', async () => {
  const waits = vi.fn(() => null)
  const Waiting = () => waits()
  const bundle = texts({
    kk: () => Promise.resolve({ default: kk }),
    ru: () => Promise.resolve({ default: ru }),
    en: () => Promise.resolve({ default: en }),
  })
  const Shown = () => {
    const t = useTexts(bundle)
    return (
      <label>
        {t('children', { n: 5 })}
        <input />
      </label>
    )
  }
  await act(async () => {
    render(
      <Suspense fallback={<Waiting />}>
        <Shown />
      </Suspense>,
    )
    await Promise.resolve()
  })
  const input: HTMLInputElement = screen.getByLabelText('5 бала')
  input.value = 'typed'
  expect(waits).toHaveBeenCalled()
  waits.mockClear()
  await act(() => switchLanguage('ru'))
  expect(screen.getByLabelText('5 детей')).toBe(input)
  expect(input.value).toBe('typed')
  expect(waits).not.toHaveBeenCalled()
  expect(document.documentElement.lang).toBe('ru')
  expect(document.cookie).toContain('kezek_language=ru')
})

test('what exists in each language is loaded once, and anew after a failure', async () => {
  const asked: string[] = []
  const answer = (language: string) => () => {
    asked.push(language)
    return asked.length === 1 ? Promise.reject(new Error('offline')) : Promise.resolve({ default: [language] })
  }
  const pages = localised({ kk: answer('kk'), ru: answer('ru'), en: answer('en') })
  vi.useFakeTimers()
  await expect(pages.load('kk')).rejects.toThrow('offline')
  await expect(pages.load('kk'), 'who asks at once is told the same').rejects.toThrow('offline')
  vi.advanceTimersByTime(1000)
  vi.useRealTimers()
  expect(await pages.load('kk')).toBe(await pages.load('kk'))
  await switchLanguage('en')
  expect(asked).toEqual(['kk', 'kk', 'en'])
})
