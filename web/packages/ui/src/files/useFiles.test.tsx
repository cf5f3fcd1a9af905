import { Blob as NodeBlob, File as NodeFile } from 'node:buffer'

import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useEffect } from 'react'
import { afterEach, expect, test, vi } from 'vitest'

import { refusal, showPage } from '../testing'
import { FilesField } from './FilesField'
import { filesTexts } from './texts'
import { type Files, useFiles } from './useFiles'

const DRAFT = '11111111-1111-4111-8111-111111111111'
const now: { files: Files | null } = { files: null }

function Page({ most = 3 }: { most?: number }) {
  const files = useFiles({ purpose: 'registration', draftId: DRAFT }, { most, megabytes: 10 })
  useEffect(() => {
    now.files = files
  })
  return <FilesField id="papers" files={files} legend="Тіркеу туралы анықтама" />
}

/** The list is answered when something is begun, or after a while; what is begun is answered after the list. */
class Slow {
  private tellBegun: () => void = vi.fn()
  private tellListed: () => void = vi.fn()
  private readonly any = new Promise<void>((done) => {
    this.tellBegun = done
  })
  private readonly listed = new Promise<void>((done) => {
    this.tellListed = done
  })

  async list() {
    await Promise.race([this.any, new Promise((done) => setTimeout(done, 100))])
    setTimeout(() => {
      this.tellListed()
    }, 100)
  }

  async begun() {
    this.tellBegun()
    await this.listed
  }
}

/** Documents, as far as one form sees it: parts are counted, nothing is judged before `finish`. */
class Counter {
  uploads = new Map<string, Record<string, unknown>>()
  begun = 0
  cut = 0
  silent = false
  slow: Slow | null = null
  verdict: Record<string, unknown> = { state: 'ready', receipt: 'signed', media_type: 'application/pdf' }
  parts: number[] = []

  answers() {
    return {
      'GET /uploads': async () => {
        await this.slow?.list()
        if (this.silent) throw new TypeError('nobody answers')
        return { items: [...this.uploads.values()] }
      },
      'POST /uploads': async (request: Request) => {
        const upload = this.begin((await request.json()) as Record<string, unknown>)
        await this.slow?.begun()
        return upload
      },
      'POST /finish': (request: Request) => this.change(request, { state: 'checking' }),
      'PUT ': async (request: Request) => this.part(request),
      'GET ': (request: Request) => this.change(request, this.found(request).state === 'checking' ? this.verdict : {}),
      'DELETE ': (request: Request) => {
        this.uploads.delete(this.id(request))
        return {}
      },
    }
  }

  begin(body: Record<string, unknown>) {
    const id = `upload-${String(this.begun++)}`
    const none = { fault: null, media_type: null, receipt: null, receipt_expires_at: null }
    const upload = { id, ...body, received: 0, part_bytes: 40_000, state: 'receiving', ...none }
    this.uploads.set(id, upload)
    return upload
  }

  async part(request: Request) {
    const begins = Number(request.url.split('/').at(-1))
    if (this.cut > 0) {
      this.cut--
      throw new TypeError('the connection is gone')
    }
    const upload = this.found(request)
    if (begins !== upload.received) return refusal('upload_goes_on_elsewhere', 409, { received: upload.received })
    const size = (await request.arrayBuffer()).byteLength
    this.parts.push(size)
    return this.change(request, { received: begins + size })
  }

  change(request: Request, now: Record<string, unknown>) {
    const upload = { ...this.found(request), ...now }
    this.uploads.set(this.id(request), upload)
    return upload
  }

  found(request: Request): Record<string, unknown> {
    return this.uploads.get(this.id(request)) ?? {}
  }

  id(request: Request): string {
    return /upload-\d+/.exec(request.url)?.[0] ?? ''
  }
}

async function shownWith(counter: Counter, most = 3) {
  vi.stubGlobal('scrollTo', vi.fn())
  await showPage({
    page: <Page most={most} />,
    path: '/',
    address: '/',
    texts: [filesTexts],
    answers: counter.answers(),
  })
}

function choose(...chosen: File[]) {
  const [input] = document.querySelectorAll('input[type=file]')
  if (!input) throw new Error('nothing to choose with')
  fireEvent.change(input, { target: { files: chosen } })
}

/** Of Node: its fetch does not take jsdom's. */
const named = (name: string, content: Uint8Array, type = 'application/pdf') =>
  new NodeFile([content], name, { type }) as unknown as File
const pdf = (name: string, size = 100_000) => named(name, new Uint8Array(size))
const photo = (name: string) => named(name, new Uint8Array(900_000), 'image/jpeg')

/** A browser that makes every photo so small. */
function makesSmall(bytes: number) {
  vi.stubGlobal('File', NodeFile)
  vi.stubGlobal('createImageBitmap', () => Promise.resolve({ width: 4000, height: 3000, close: vi.fn() }))
  const pen = { fillRect: vi.fn(), drawImage: vi.fn() }
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as unknown as null)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => {
    done(new NodeBlob([new Uint8Array(bytes)]) as unknown as Blob)
  })
}

const line = (name: string) => screen.getByText(name).closest('li') ?? document.body

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a file is sent in parts, checked, and its receipt is fresh', async () => {
  const counter = new Counter()
  await shownWith(counter)
  choose(pdf('anyqtama.pdf'))
  await within(await screen.findByRole('list')).findByText('Дайын')
  expect(counter.parts).toEqual([40_000, 40_000, 20_000])
  expect(now.files?.hindrance).toBeNull()
  expect(await now.files?.receipts()).toEqual(['signed'])
})

test('a file chosen before one knows what is there is not shown twice', async () => {
  const counter = new Counter()
  counter.slow = new Slow()
  await shownWith(counter)
  choose(pdf('anyqtama.pdf'))
  await within(await screen.findByRole('list')).findByText('Дайын')
  expect(screen.getAllByText('anyqtama.pdf')).toHaveLength(1)
  expect(await now.files?.receipts()).toEqual(['signed'])
})

test('what is no longer kept, or cannot be looked up, is said where the files stand', async () => {
  const counter = new Counter()
  await shownWith(counter)
  choose(pdf('anyqtama.pdf'))
  await within(await screen.findByRole('list')).findByText('Дайын')
  counter.silent = true
  expect(await now.files?.receipts()).toBeNull()
  expect(await screen.findByText(/қызмет жауап бермеді/)).toBeTruthy()
  counter.silent = false
  counter.uploads.clear()
  expect(await now.files?.receipts()).toBeNull()
  expect(await screen.findByText(/енді сақтаулы емес/)).toBeTruthy()
  expect(now.files?.hindrance).toBe('wrong')
})

test('after a broken connection it goes on where it was, with smaller parts', async () => {
  const counter = new Counter()
  await shownWith(counter)
  counter.cut = 1
  choose(pdf('anyqtama.pdf'))
  expect(await screen.findByText(/Байланыс жоқ/)).toBeTruthy()
  dispatchEvent(new Event('online'))
  await screen.findByText('Дайын')
  expect(counter.parts).toEqual([20_000, 20_000, 20_000, 20_000, 20_000])
})

test('a refused file says why and what to do, and hinders until it is taken away', async () => {
  const counter = new Counter()
  counter.verdict = { state: 'refused', fault: 'infected' }
  await shownWith(counter)
  choose(pdf('virus.pdf'))
  expect(await screen.findByText(/вирус табылды/)).toBeTruthy()
  expect(now.files?.hindrance).toBe('wrong')
  fireEvent.click(screen.getByRole('button', { name: 'Алып тастау: virus.pdf' }))
  await waitFor(() => expect(counter.uploads.size).toBe(0))
  expect(now.files?.hindrance).toBeNull()
})

test('what is too much, too large, empty or of another kind is told by name and not sent', async () => {
  const counter = new Counter()
  await shownWith(counter)
  choose(pdf('a.pdf', 6 * 1024 * 1024), pdf('empty.pdf', 0), named('letter.doc', new Uint8Array(9)))
  expect(await screen.findByText(/«empty.pdf» бос файл/)).toBeTruthy()
  expect(screen.getByText(/«letter.doc» қосылған жоқ: PDF/)).toBeTruthy()
  choose(pdf('b.pdf', 5 * 1024 * 1024))
  expect(await screen.findByText(/10 МБ-тан аспауы керек. «b.pdf»/)).toBeTruthy()
  choose(pdf('c.pdf'), pdf('d.pdf'), pdf('e.pdf'))
  expect(await screen.findByText(/Ең көбі 3 файл тіркеуге болады. «e.pdf»/)).toBeTruthy()
  expect(now.files?.items.map((item) => item.name)).toEqual(['a.pdf', 'c.pdf', 'd.pdf'])
})

test('a reload finds what is there, and an unfinished file goes on when it is chosen again', async () => {
  const counter = new Counter()
  const body = { name: 'half.pdf', size: 100_000, purpose: 'registration', draft_id: DRAFT }
  counter.uploads.set('upload-0', { ...counter.begin(body), received: 60_000 })
  await shownWith(counter)
  expect(await screen.findByText(/Жіберу үзілген/)).toBeTruthy()
  choose(pdf('half.pdf'))
  await within(await waitFor(() => line('half.pdf'))).findByText('Дайын')
  expect(counter.parts).toEqual([40_000])
})

test('an unfinished file goes on, too, when it is chosen before one knows what is there', async () => {
  const counter = new Counter()
  counter.slow = new Slow()
  const body = { name: 'half.pdf', size: 100_000, purpose: 'registration', draft_id: DRAFT }
  counter.uploads.set('upload-0', { ...counter.begin(body), received: 60_000 })
  await shownWith(counter)
  choose(pdf('half.pdf'), pdf('b.pdf'), pdf('c.pdf'), pdf('d.pdf'))
  expect(now.files?.hindrance).toBe('wait')
  await waitFor(() => {
    expect(now.files?.items.map(({ name, state }) => [name, state])).toEqual([
      ['half.pdf', 'ready'],
      ['b.pdf', 'ready'],
      ['c.pdf', 'ready'],
    ])
  })
  expect(counter.parts.slice(0, 1)).toEqual([40_000])
  expect(await screen.findByText(/Ең көбі 3 файл тіркеуге болады. «d.pdf»/)).toBeTruthy()
})

test('a photo that was cut off goes on, too, though it is made smaller once more', async () => {
  const counter = new Counter()
  makesSmall(100_000)
  const body = { name: 'IMG_1.jpg', size: 100_000, purpose: 'registration', draft_id: DRAFT }
  counter.uploads.set('upload-0', { ...counter.begin(body), received: 60_000 })
  await shownWith(counter, 1)
  expect(await screen.findByText(/Жіберу үзілген/)).toBeTruthy()
  choose(photo('IMG_1.jpg'))
  await within(await waitFor(() => line('IMG_1.jpg'))).findByText('Дайын')
  expect(counter.parts).toEqual([40_000])
  expect(screen.queryByText(/Ең көбі 1 файл тіркеуге болады/)).toBeNull()
})

test('a photo that became another file takes the place of what was cut off', async () => {
  const counter = new Counter()
  makesSmall(90_000)
  const body = { name: 'IMG_1.jpg', size: 100_000, purpose: 'registration', draft_id: DRAFT }
  counter.uploads.set('upload-0', { ...counter.begin(body), received: 60_000 })
  await shownWith(counter, 1)
  expect(await screen.findByText(/Жіберу үзілген/)).toBeTruthy()
  choose(photo('IMG_1.jpg'))
  await within(await screen.findByRole('list')).findByText('Дайын')
  expect(counter.parts).toEqual([40_000, 40_000, 10_000])
  expect([...counter.uploads.keys()]).toEqual(['upload-1'])
  expect(now.files?.items).toHaveLength(1)
})

test('several photos fit together as they are sent, however large they were', async () => {
  const counter = new Counter()
  makesSmall(100_000)
  await shownWith(counter)
  const large = (name: string) => named(name, new Uint8Array(6 * 1024 * 1024), 'image/jpeg')
  choose(large('a.jpg'), large('b.jpg'), large('c.jpg'))
  await waitFor(() => {
    expect(now.files?.items.map(({ name, state }) => [name, state])).toEqual([
      ['a.jpg', 'ready'],
      ['b.jpg', 'ready'],
      ['c.jpg', 'ready'],
    ])
  })
})

test('while the scanner is silent one is told that it ends by itself', async () => {
  const counter = new Counter()
  counter.verdict = {}
  await shownWith(counter)
  const real = Date.now()
  choose(pdf('slow.pdf', 10))
  await screen.findByText('Тексеріліп жатыр…')
  vi.spyOn(Date, 'now').mockImplementation(() => real + 60_000)
  expect(await screen.findByText(/әдеттегіден ұзаққа созылды/)).toBeTruthy()
  expect(now.files?.hindrance).toBe('wait')
})

test('a refusal of the service is told at the file, and it can be tried again', async () => {
  const counter = new Counter()
  const answers = { 'POST /uploads': refusal('too_many_uploads', 429, { retry_after_s: 3600 }) }
  vi.stubGlobal('scrollTo', vi.fn())
  await showPage({
    page: <Page />,
    path: '/',
    address: '/',
    texts: [filesTexts],
    answers: { ...answers, 'GET /uploads': counter.answers()['GET /uploads'] },
  })
  choose(pdf('a.pdf'))
  expect(await screen.findByText(/Тым көп файл/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Қайталау: a.pdf' })).toBeTruthy()
})
