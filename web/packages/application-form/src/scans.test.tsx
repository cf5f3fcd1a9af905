import { filesTexts } from '@kezek/ui/files'
import { type Answers, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'

import { type Asked, nothingAsked } from './asked'
import type { PartProps } from './fields'
import { withFreshReceipts } from './fresh'
import { Scans } from './Scans'
import { formTexts } from './texts'

const UPLOAD = {
  ...{ id: '1', name: 'анықтама.pdf', size: 9, received: 9, part_bytes: 9, purpose: 'benefit_proof' },
  ...{ state: 'ready', fault: null, receipt: 'fresh', media_type: 'application/pdf' },
}
const REMEMBERED = { id: '1', name: 'анықтама.pdf', receipt: 'old' }
const NOT_THERE = { code: 'unavailable', status: 503, params: {} }

async function show(uploads: object, remembered: Asked['scans']['benefit']) {
  const seen: { asked: Asked } = { asked: nothingAsked() }
  function Shown() {
    const [asked, setAsked] = useState<Asked>({
      ...seen.asked,
      scans: { ...seen.asked.scans, benefit: remembered },
    })
    seen.asked = asked
    const change: PartProps['change'] = (part) =>
      setAsked((now) => ({ ...now, ...(typeof part === 'function' ? part(now) : part) }))
    return <Scans asked={asked} change={change} errorOf={() => undefined} own district="1134" group="benefit" />
  }
  const answers: Answers = { '/applications/form': { files: 2, megabytes: 7, benefits: [] }, '/uploads': uploads }
  await showPage({ page: <Shown />, path: '/', address: '/', texts: [formTexts, filesTexts], answers })
  await screen.findByText(/Ең көбі 2 файл, бәрі бірге 7 МБ/)
  return () => seen.asked.scans.benefit
}

afterEach(cleanup)

test('the form remembers what the service has, with receipts of now, and forgets what is taken away', async () => {
  const scans = await show({ items: [UPLOAD], 'DELETE /uploads/1': {} }, [REMEMBERED])
  await waitFor(() => expect(scans()).toEqual([{ ...REMEMBERED, receipt: 'fresh' }]))
  fireEvent.click(screen.getByRole('button', { name: 'Алып тастау: анықтама.pdf' }))
  await waitFor(() => expect(scans()).toEqual([]))
})

test('what the service has not told is not forgotten', async () => {
  const scans = await show(NOT_THERE, [REMEMBERED])
  await screen.findByText('Файл әлі тіркелген жоқ.')
  expect(scans()).toEqual([REMEMBERED])
})

test('what is not checked yet has no receipt', async () => {
  const scans = await show({ items: [{ ...UPLOAD, state: 'receiving', receipt: null, received: 3 }] }, [REMEMBERED])
  await waitFor(() => expect(scans()).toEqual([{ ...REMEMBERED, receipt: null }]))
})

test('before it is signed the form gets receipts of now; what is not there keeps the old one', async () => {
  await show({ items: [UPLOAD] }, [])
  const form = { ...nothingAsked(), hasBenefit: true }
  form.scans = { ...form.scans, benefit: [REMEMBERED, { ...REMEMBERED, id: '2' }] }
  const fresh = await withFreshReceipts(form, true)
  expect(fresh.scans.benefit.map(({ receipt }) => receipt)).toEqual(['fresh', 'old'])
})
