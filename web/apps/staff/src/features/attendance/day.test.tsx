import { kindergartenTexts } from '@kezek/i18n'
import { ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { workplaceTexts } from '../../shared/workplace/texts'
import AttendancePage from './AttendancePage'
import { attendanceTexts } from './texts'

const GARDEN = { id: 'k', name: { kk: '«Жұлдыз»' }, address: { kk: 'Үлгі көшесі, 7' }, closed: false }
const CHILD = {
  ...{ enrolment_id: 'e', surname: 'Үлгіев', given_name: 'Ғани', group_year: 2022, language: 'kk', kind: 'general' },
  day: { presence: 'awaited', absence: null, arrival: null, leaving: null, marks: [] },
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T12:00:00Z') })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function show(
  answer: object = {},
  child: object = CHILD,
): Promise<{ days: (string | null)[]; marked: string[] }> {
  const days: (string | null)[] = []
  const marked: string[] = []
  await showPage({
    page: <AttendancePage />,
    path: '/attendance',
    address: '/attendance',
    texts: [attendanceTexts, workplaceTexts, kindergartenTexts],
    answers: {
      '/auth/me': { ...ME, roles: ['parent', 'worker'], works_at: 'k' },
      '/me/kindergartens': { items: [GARDEN] },
      '/attendance': (request: Request) => {
        const day = new URL(request.url).searchParams.get('day')
        days.push(day)
        return { day, items: [child] }
      },
      'POST /attendance/marks': async (request: Request) => {
        marked.push(((await request.json()) as { at: string }).at)
        return answer
      },
    },
  })
  return { days, marked }
}

const day = () => screen.getByLabelText<HTMLInputElement>('Күні').value
const opens = async () =>
  fireEvent.click(await screen.findByRole('button', { name: /келгенін немесе кеткенін белгілеу$/ }))

function comesBack(at: string): void {
  vi.setSystemTime(new Date(at))
  fireEvent(document, new Event('visibilitychange'))
}

test('a page that stays open overnight marks today, not yesterday', async () => {
  const { days, marked } = await show()
  await opens()
  expect([day(), screen.getByLabelText<HTMLInputElement>('Уақыты').value]).toEqual(['2026-11-30', '17:00'])
  comesBack('2026-12-01T03:15:00Z')
  await waitFor(() => expect(day()).toBe('2026-12-01'))
  expect(screen.queryByLabelText('Уақыты')).toBeNull()
  await opens()
  fireEvent.click(screen.getByRole('button', { name: 'Сақтау' }))
  await waitFor(() => expect(marked).toEqual(['2026-12-01T03:15:00.000Z']))
  expect(days.slice(0, 2)).toEqual(['2026-11-30', '2026-12-01'])
})

test('a day that was chosen stays, and today chosen is today whichever day that is', async () => {
  await show()
  await opens()
  fireEvent.change(screen.getByLabelText('Күні'), { target: { value: '2026-11-27' } })
  comesBack('2026-12-01T03:15:00Z')
  expect(day()).toBe('2026-11-27')
  fireEvent.change(screen.getByLabelText('Күні'), { target: { value: '2026-12-01' } })
  comesBack('2026-12-02T03:15:00Z')
  await waitFor(() => expect(day()).toBe('2026-12-02'))
})

test('of a day that is over it is said that nobody marked the leaving, of today that the child is here', async () => {
  await show({}, { ...CHILD, day: { ...CHILD.day, presence: 'there' } })
  await opens()
  expect(screen.getAllByText('Балабақшада')).toHaveLength(2)
  fireEvent.change(screen.getByLabelText('Күні'), { target: { value: '2026-11-27' } })
  await waitFor(() => expect(screen.getAllByText('Кеткені белгіленбеген')).toHaveLength(2))
  expect(screen.queryByText('Балабақшада')).toBeNull()
})

test('whose mark is of a later hour is told to look at the hour and at the clock of the device', async () => {
  await show(refusal('mark_in_future', 409))
  await opens()
  fireEvent.change(screen.getByLabelText('Уақыты'), { target: { value: '23:00' } })
  fireEvent.click(screen.getByRole('button', { name: 'Сақтау' }))
  await screen.findByText('Уақытын және құрылғының сағатын тексеріп, қайта белгілеңіз.')
})
