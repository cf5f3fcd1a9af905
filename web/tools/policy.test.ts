/** What help tells of the rules is the shipped policy, and stands once. */
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

import { POLICY } from '../packages/domain/src/policy.ts'

const WEB = resolve(import.meta.dirname, '..')
const SHIPPED = readFileSync(resolve(WEB, '../libs/contracts/src/kezek/contracts/policy.py'), 'utf8')

test.each([
  ['choice_working_days', POLICY.choiceDays],
  ['referral_working_days', POLICY.referralDays],
  ['stop_list_working_days', POLICY.stopListDays],
  ['misses_until_removal', POLICY.missesUntilRemoval],
  ['cancel_hours', POLICY.cancelHours],
  ['swap_calendar_days', POLICY.swapDays],
  ['review_working_days', POLICY.reviewDays],
  ['generals_per_priority', POLICY.generals],
  ['called_from_months', POLICY.fromMonths],
  ['called_below_months', POLICY.belowMonths],
  ['max_places', POLICY.maxPlaces],
  ['ageing_told_before_days', POLICY.ageingDays],
  ['quiet_from_hour', POLICY.quietFrom],
  ['quiet_until_hour', POLICY.quietUntil],
  ['paper_files', POLICY.files],
  ['paper_megabytes', POLICY.megabytes],
  ['escorts_per_child', POLICY.escorts],
  ['children_per_escort', POLICY.escorted],
  ['escort_from_years', POLICY.escortYears],
])('%s is what the services ship', (name, told) => {
  expect(SHIPPED).toMatch(new RegExp(`\\b${name}: int = field\\(\\s*default=${String(told)},`))
})

/** Terms by hand, in figures or in letters; what the former manuals said stands in «quotes». */
const BY_HAND = [
  /(\d|үш|бес|он)(інші|ыншы)?[ -]жұмыс күн|(\d|үш(інші)?) рет/i,
  /(\d|тр[её][а-я]*|пят[а-я]*|десят[а-я]*)(-[а-я]+)? рабоч|(трет[а-я]*|три) раз|после третьего/i,
  /(\d|three|third|five|fifth|ten|tenth) working day|three times|third (time|miss)/i,
  /24 (сағат|час|hour)|бір тәулік|течение суток/i,
]
const TEXTS = globSync('apps/*/src/**/*.{kk,ru,en}.ts', { cwd: WEB })

test('no text of the apps names a number of the policy by hand', () => {
  expect(TEXTS.length).toBeGreaterThan(90)
  const found = TEXTS.flatMap((file) => {
    const lines = readFileSync(resolve(WEB, file), 'utf8')
      .replaceAll(/«[^»]*»/g, '')
      .split('\n')
    return lines.filter((line) => BY_HAND.some((term) => term.test(line))).map((line) => `${file}: ${line.trim()}`)
  })
  expect(found).toEqual([])
})

test('only help tells the numbers of the policy; a page of one’s own tells one’s own day', () => {
  const used = globSync('apps/*/src/features/**/*.{ts,tsx}', { cwd: WEB }).filter((file) =>
    /\bPOLICY\b/.test(readFileSync(resolve(WEB, file), 'utf8')),
  )
  expect(used.sort()).toEqual(
    ['DocumentPage.tsx', 'inline.tsx', 'plain.ts'].map((name) => `apps/parent/src/features/manuals/${name}`),
  )
})
