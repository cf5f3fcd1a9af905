import { kindergartenTexts } from '@kezek/i18n'
import { ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { workplaceTexts } from '../../shared/workplace/texts'
import AttendancePage from './AttendancePage'
import { attendanceTexts } from './texts'

const GARDEN = { id: 'k', name: { kk: '«Жұлдыз»' }, address: { kk: 'Үлгі көшесі, 7' }, closed: false }
const SEEN = {
  ...{ enrolment_id: 'e', surname: 'Үлгіев', given_name: 'Ғани', group_year: 2022, language: 'kk', kind: 'general' },
  ...{ name: 'Нұрланова Айгүл', given_by: 'Үлгіева Әсем', given_at: '2026-11-30T05:00:00Z' },
}

function show(answers: Parameters<typeof showPage>[0]['answers']) {
  return showPage({
    page: <AttendancePage />,
    path: '/attendance',
    address: '/attendance',
    texts: [attendanceTexts, workplaceTexts, kindergartenTexts],
    answers: {
      ...answers,
      '/auth/me': { ...ME, roles: ['parent', 'worker'], works_at: 'k' },
      '/me/kindergartens': { items: [GARDEN] },
      '/attendance': { day: '2026-11-30', items: [] },
    },
  })
}

async function type(code: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: 'Баланы код бойынша беру' }))
  fireEvent.change(screen.getByLabelText('Алып кету коды'), { target: { value: code } })
  fireEvent.click(screen.getByRole('button', { name: 'Тексеру' }))
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('a code says whose it is; the child is given after the comparison, under one id however often it is sent', async () => {
  const looks: unknown[] = []
  const uses: { code: string; mark_id: string }[] = []
  await show({
    '/pickups/look': async (request: Request) => {
      looks.push(await request.json())
      return SEEN
    },
    '/pickups/use': async (request: Request) => {
      uses.push((await request.json()) as (typeof uses)[0])
      return uses.length === 1 ? refusal('service_unavailable', 503) : {}
    },
  })
  await type('0481 7263')
  await screen.findByText('Жеке куәлікпен салыстырыңыз.')
  screen.getByText('Үлгіев Ғани')
  screen.getByText('Үлгіева Әсем')
  expect(uses).toEqual([])
  for (const times of [1, 2]) {
    fireEvent.click(screen.getByRole('button', { name: 'Салыстырдым, баланы беремін' }))
    await waitFor(() => expect(uses).toHaveLength(times))
  }
  await screen.findByText('Үлгіев Ғани кодпен берілді, кеткені белгіленді.')
  expect(looks).toEqual([{ code: '04817263' }])
  expect(uses[0]).toEqual(uses[1])
})

test('who is somebody else is not given the child', async () => {
  const use = vi.fn(() => ({}))
  await show({ '/pickups/look': SEEN, '/pickups/use': use })
  await type('04817263')
  fireEvent.click(await screen.findByRole('button', { name: 'Бермеймін, артқа' }))
  screen.getByLabelText('Алып кету коды')
  expect(use).not.toHaveBeenCalled()
})

test.each([
  ['pickup_unknown', 404, {}, 'Бұл балабақшада мұндай код берілмеген.'],
  ['pickup_other_day', 409, { day: '2026-12-01' }, 'Бұл код басқа күнге берілген: 2026 жылғы 1 желтоқсан.'],
  ['pickup_tries_spent', 429, { retry_after_s: 3600 }, 'Қате код тым көп енгізілді.'],
])('%s is said in words', async (code, status, params, words) => {
  await show({ '/pickups/look': refusal(code, status, params) })
  await type('04817263')
  await screen.findByText(words)
})

test('digits that are too few are not sent', async () => {
  const look = vi.fn(() => SEEN)
  await show({ '/pickups/look': look })
  await type('0481726')
  expect(await screen.findAllByText('Кодтың 8 цифрын толық жазыңыз')).not.toEqual([])
  expect(look).not.toHaveBeenCalled()
})

test('the camera reads the QR where the browser can, and is closed', async () => {
  const stop = vi.fn()
  const detect = vi
    .fn()
    .mockResolvedValueOnce([])
    .mockResolvedValue([{ rawValue: '04817263' }])
  vi.stubGlobal('BarcodeDetector', function Detector() {
    return { detect }
  })
  const camera = { getTracks: () => [{ stop }] }
  const mediaDevices = { getUserMedia: () => Promise.resolve(camera) }
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, { mediaDevices }))
  HTMLMediaElement.prototype.play = () => Promise.resolve()
  await show({ '/pickups/look': SEEN })
  fireEvent.click(await screen.findByRole('button', { name: 'Баланы код бойынша беру' }))
  fireEvent.click(screen.getByRole('button', { name: 'QR-ды камерамен оқу' }))
  await screen.findByText('Жеке куәлікпен салыстырыңыз.')
  expect(stop).toHaveBeenCalledOnce()
})

test('without a camera the digits are typed', async () => {
  await show({})
  fireEvent.click(await screen.findByRole('button', { name: 'Баланы код бойынша беру' }))
  expect(screen.queryByRole('button', { name: 'QR-ды камерамен оқу' })).toBeNull()
})
