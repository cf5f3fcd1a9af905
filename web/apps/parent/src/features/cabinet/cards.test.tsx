import { makeQueryClient } from '@kezek/api'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, expect, test, vi } from 'vitest'

import type { Application, Status } from '../../shared/applications/model'
import { applicationTexts } from '../../shared/applications/texts'
import { ChildCard } from './ChildCard'
import { cabinetTexts } from './texts'
import { WaitingLines } from './WaitingLines'

const FAR = '2099-12-04T00:00:00+05:00'
const garden = { name: { kk: '«Үлгі»', ru: '', en: '' }, address: { kk: '', ru: '', en: '' } }

function application(code: Status, more: Partial<Application> = {}): Application {
  return {
    application_id: '1',
    number: '32.UO.2026.00001.1',
    child: { iin: '1', surname: 'Үлгіев', given_name: 'Алихан', patronymic: null },
    group_year: 2023,
    state: { code, text: '', since: '2026-11-01T09:00:00+05:00' },
    turn: null,
    referral: null,
    misses: 0,
    stop_listed_until: null,
    then_inactive: false,
    inactive_until: null,
    restored: false,
    ages_out_on: null,
    ...more,
  } as Application
}

/** What the services answer, by the end of the address. */
async function shown(what: React.ReactNode, answers: Record<string, unknown> = {}) {
  vi.stubGlobal('fetch', (request: Request) => {
    const [, body] = Object.entries(answers).find(([end]) => request.url.endsWith(end)) ?? []
    return Promise.resolve(
      Response.json(body ?? { code: 'not_found', params: {}, status: 404 }, { status: body ? 200 : 404 }),
    )
  })
  await Promise.all([applicationTexts.load('kk'), cabinetTexts.load('kk')])
  await act(async () => {
    render(
      <QueryClientProvider client={makeQueryClient()}>
        <Suspense>{what}</Suspense>
      </QueryClientProvider>,
    )
    await Promise.resolve()
  })
}

afterEach(cleanup)

test('who is called sees until when, what happens then, and the way to the choice', async () => {
  const turn = {
    turn_id: '1',
    kindergarten_id: '1',
    kindergarten: garden,
    deadline_at: FAR,
    last_day: '2099-12-03',
    by_round: false,
  }
  await shown(<ChildCard application={application('notified', { turn })} />)
  await screen.findByText('3 желтоқсан, бейсенбі, сағат 24:00-ге дейін')
  screen.getByText(/Үлгермесеңіз/)
  expect(screen.getByRole('link', { name: 'Мемлекеттік балабақшаны таңдау' }).getAttribute('href')).toBe('/choose/1')
})

test('who waits sees the number, why it is so, and that nothing is to be done', async () => {
  const position = {
    position: 12,
    in_order: 40,
    being_called: false,
    ahead: { extraordinary: 1, priority: 2, general: 8, transfer: 0 },
  }
  await shown(<ChildCard application={application('queued')} />, { '/position': position, '/choices': { items: [] } })
  await screen.findByText('12-орын')
  screen.getByText('Қазір ештеңе істеудің қажеті жоқ.')
  screen.getByText('Алдында 11 бала тұр:')
})

test('who has come, or is under review, reads that no term runs, and finds the referral', async () => {
  const referral = {
    referral_id: '1',
    number: '1000000101',
    kindergarten_id: '1',
    kindergarten: garden,
    issued_at: FAR,
  }
  const standing = {
    ...referral,
    expires_at: FAR,
    last_day: '2099-12-03',
    status: 'valid',
    stopped_by: 'came',
  } as never
  await shown(<ChildCard application={application('referred', { referral: standing })} />)
  await screen.findByText('Жолдаманың мерзімі қазір жүрмейді.')
  expect(screen.queryByText(/сағат 24:00-ге дейін/)).toBeNull()
  cleanup()
  const refused = { ...(standing as object), stopped_by: 'refusal' } as never
  await shown(<ChildCard application={application('refusal_review', { referral: refused })} />)
  await screen.findByText(/Оған дейін себебін оқып, жауап бере аласыз/)
  expect(screen.getByRole('link', { name: 'Жолдаманы ашу' }).getAttribute('href')).toBe('/referral/1')
})

test('a sentence stands beside the word of the state where it says more', async () => {
  await shown(<ChildCard application={application('enrolled')} />)
  await screen.findByText('Қабылданды')
  expect(screen.queryByText(/Алихан балабақшаға қабылданды/)).toBeNull()
  cleanup()
  await shown(<ChildCard application={application('refusal_review')} />)
  await screen.findByText(/Алихан туралы шешімді білім бөлімі қабылдайды/)
})

test('whom the stop list holds reads until when, and how often a term was missed', async () => {
  await shown(<ChildCard application={application('stop_listed', { stop_listed_until: FAR, misses: 2 })} />)
  await screen.findByText(/3 желтоқсан, бейсенбі, сағат 24:00-ге дейін орын ұсынылмайды/)
  // how many are too many is the region’s policy: no number is told here
  expect(screen.getByText(/Пайдаланылмай өткен жолдама: 2\./).textContent.match(/\d+/g)).toEqual(['2'])
})

test('who will soon be too old reads from which day on, and whether a term is waited for', async () => {
  await shown(<ChildCard application={application('queued', { ages_out_on: '2099-12-04' })} />)
  await screen.findByText(/Алихан балабақша жасынан асатын күн: .*4 желтоқсан/)
  screen.getByText(/Сол күні бала кезектен алынады/)
  cleanup()
  await shown(
    <ChildCard application={application('stop_listed', { stop_listed_until: FAR, ages_out_on: '2099-12-04' })} />,
  )
  await screen.findByText(/Қазіргі мерзім аяқталғанша күтіледі/)
})

test('a term that is over before the child is too old is not waited for', async () => {
  const turn = {
    turn_id: '1',
    kindergarten_id: '1',
    kindergarten: garden,
    deadline_at: FAR,
    last_day: '2099-12-03',
    by_round: false,
  }
  await shown(<ChildCard application={application('notified', { turn, ages_out_on: '2099-12-05' })} />)
  await screen.findByText(/Сол күні бала кезектен алынады/)
  expect(screen.queryByText(/Қазіргі мерзім аяқталғанша күтіледі/)).toBeNull()
})

test('who is inactive reads until when to restore it, what follows, and finds the way', async () => {
  await shown(<ChildCard application={application('inactive', { inactive_until: FAR })} />)
  await screen.findByText('3 желтоқсан, бейсенбі, сағат 24:00-ге дейін')
  screen.getByText(/Үлгермесеңіз, Алихан кезектен алынады/)
  expect(screen.getByRole('link', { name: 'Өтінішті қалпына келтіру' }).getAttribute('href')).toBe('/restore/1')
  expect(screen.queryByText('Қазір ештеңе істеудің қажеті жоқ.')).toBeNull()
})

test('by vouchers who is called reads that letting it pass makes the application inactive', async () => {
  const turn = {
    turn_id: '1',
    kindergarten_id: '1',
    kindergarten: garden,
    deadline_at: FAR,
    last_day: '2099-12-03',
    by_round: false,
  }
  await shown(<ChildCard application={application('notified', { turn, then_inactive: true })} />)
  await screen.findByText(/өтініш белсенді емес болып қалады/)
  cleanup()
  await shown(<ChildCard application={application('notified', { turn, then_inactive: true, restored: true })} />)
  await screen.findByText(/өтініш бұрын бір рет қалпына келтірілген/)
})

const STATES: Status[] = ['submitted', 'under_review', 'papers_submitted', 'refusal_review', 'enrolled']
test.each(STATES)('in the state %s nothing is to be done', async (state) => {
  await shown(<ChildCard application={application(state)} />)
  await screen.findByText('Қазір ештеңе істеудің қажеті жоқ.')
})

test('of many who wait each has a number and a line', async () => {
  const positions = { '/1/position': { position: 3, in_order: 9 }, '/2/position': { position: 8, in_order: 9 } }
  const both = [application('queued'), application('queued', { application_id: '2' })]
  await shown(<WaitingLines applications={both} />, { ...positions, '/choices': { items: [] } })
  await screen.findByText('3-орын')
  await screen.findByText('8-орын')
  expect(screen.getAllByText('Қазір ештеңе істеудің қажеті жоқ.')).toHaveLength(1)
})
