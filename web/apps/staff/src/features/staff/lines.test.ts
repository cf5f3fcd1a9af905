import { expect, test } from 'vitest'

import { lineIn, linesOf } from './lines'

const LINE = { iin: '991399000009', name: 'Үлгіева, Әсем', position: 'Тәрбиеші', from_on: '2026-01-05', until_on: null }

test('a file of commas or semicolons is read, whatever its heads, quotes and days', () => {
  const commas =
    'ЖСН,Т.А.Ә.,Лауазымы,Басталған күні,Аяқталған күні\r\n991399000009,"Үлгіева, Әсем",Тәрбиеші,2026-01-05,\r\n'
  expect(linesOf(commas)).toEqual({ lines: [LINE], wrong: [] })
  const semicolons = '\uFEFFИИН;ФИО;Должность;С;По\n991399 000009;Үлгіева, Әсем;Тәрбиеші;05.01.2026;\n'
  expect(linesOf(semicolons)).toEqual({ lines: [LINE], wrong: [] })
})

test('rows that are no lines are told by their number, and none of them is taken', () => {
  const file =
    'iin,name,position,from,until\n991399000008,А,Б,2026-01-05,\n\n991399000009,А,Б,2026-02-30,\n991399000009,А\n'
  expect(linesOf(file)).toEqual({ lines: [], wrong: [2, 4, 5] })
})

test('a line needs all but the last day', () => {
  const typed = { ...LINE, until_on: '' }
  expect(lineIn(typed)).toEqual(LINE)
  expect(lineIn({ ...typed, position: ' ' })).toBeNull()
  expect(lineIn({ ...typed, until_on: 'soon' })).toBeNull()
})
