import { type Answers, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import BulletinPage from './BulletinPage'
import { bulletinTexts } from './texts'

const QUEUE = { district: '1116', kind: 'general', group_year: 2023 }
const FIGURES = {
  district: '1116',
  as_of: '2026-11-29T08:00:00Z',
  hidden_below: 5,
  categories: [] as object[],
  items: [
    {
      queue: QUEUE,
      waiting: 24,
      by_class: { extraordinary: 0, priority: 6, general: 18, transfer: 0 },
      called: null,
      free: 3,
      free_choice: 1,
    },
    { queue: { ...QUEUE, group_year: 2022 }, waiting: 9, by_class: null, called: 0, free: 0, free_choice: 0 },
    { queue: { ...QUEUE, group_year: 2021 }, waiting: null, by_class: null, called: 0, free: 0, free_choice: 0 },
  ],
  calls: [
    { number: '16.UO.2026.00001.1', on: '2026-11-28' },
    { number: '16.UO.2026.00001.1', on: '2026-11-20' },
  ],
}
const DISTRICTS = { items: [{ code: '1116', name: { kk: 'Үлгі ауданы', ru: 'Район Улги', en: 'Ulgi' } }] }

function show(answers: Answers = {}) {
  localStorage.setItem('kezek.district', '1116')
  return showPage({
    page: <BulletinPage />,
    path: '/bulletin',
    address: '/bulletin',
    texts: [bulletinTexts],
    answers: { '/queue/figures': FIGURES, '/kindergartens/districts': DISTRICTS, ...answers },
  })
}

afterEach(cleanup)

test('what is told is said in words, and what is hidden as such', async () => {
  const wrong = vi.spyOn(console, 'error')
  await show()
  await screen.findByText('24 бала күтеді')
  screen.getByText('кезектен тыс – 0, бірінші кезекте – 6, жалпы негізде – 18, ауыстыру – 0')
  screen.getByText('Санаттар көрсетілмейді: бірінде бала тым аз.')
  screen.getByText('5 баладан аз күтеді')
  screen.getByText('5 баладан аз')
  expect(screen.getAllByText('16.UO.2026.00001.1')).toHaveLength(2)
  expect(wrong).not.toHaveBeenCalled()
  expect(screen.getByRole('link', { name: 'Кесте (CSV)' }).getAttribute('href')).toContain('district=1116')
})

test('by numbered categories they are called by their numbers', async () => {
  const name = (kk: string) => ({ kk, ru: '', en: '' })
  const categories = [
    { number: 1, queue_class: 'extraordinary', name: name('1-санат') },
    { number: 2, queue_class: 'priority', name: name('2-санат') },
    { number: 3, queue_class: 'general', name: name('3-санат') },
  ]
  await show({ '/queue/figures': { ...FIGURES, categories } })
  await screen.findByText('1-санат – 0, 2-санат – 6, 3-санат – 18')
})

test('figures that cannot be had are told', async () => {
  await show({ '/queue/figures': refusal('service_unavailable', 503) })
  await screen.findByRole('alert')
})
