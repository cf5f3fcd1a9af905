import { type Language, LANGUAGES } from '@kezek/i18n'
import { describe, expect, test } from 'vitest'

import { pages } from '../../pages'
import { CHAPTERS } from './chapters'
import { documents } from './documents'
import { plain } from './plain'
import { labels } from './labels'
import { type Block, type DocumentId, type Manual, MANUAL_IDS, STAFF_IDS, textsOf } from './model'
import oldWords from './oldWords.txt?raw'

const IDS: readonly DocumentId[] = [...MANUAL_IDS, ...STAFF_IDS, 'rules', 'privacy', 'accessibility']
const EACH = IDS.flatMap((id) => LANGUAGES.map((language) => [id, language] as const))
const load = (id: DocumentId, language: Language): Promise<Manual> => documents[id].load(language)
const written = ({ sections }: Manual): readonly string[] =>
  sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(textsOf)])

describe.each(IDS)('%s', (id) => {
  test('has the same sections, steps and notices in every language', async () => {
    const [kazakh, ...others] = await Promise.all(LANGUAGES.map((language) => load(id, language)))
    for (const other of others) expect(shapeOf(other)).toEqual(shapeOf(kazakh))
    expect(kazakh?.id).toBe(id)
    expect(new Set(kazakh?.sections.map((section) => section.id)).size).toBe(kazakh?.sections.length)
  })
})

const shapeOf = (manual: Manual | undefined) =>
  manual?.sections.map(({ id, blocks }) => ({ id, parts: blocks.filter(isHeld).map(sizeOf) }))
/** Paragraphs, lists and old words are each language's own affair. */
const isHeld = ({ kind }: Block) => ['heading', 'steps', 'important', 'note', 'later'].includes(kind)
const sizeOf = (block: Block) => `${block.kind} ${String('items' in block ? block.items.length : 1)}`

describe('every word that a reader of a former manual looks for stands in its manual', () => {
  const wanted = oldWords.split('\n').filter((line) => /^M\d\./.test(line))

  test('the list is whole', () => {
    expect(wanted).toHaveLength(296)
  })

  test.each(LANGUAGES)('%s', async (language) => {
    const read = Object.fromEntries(
      await Promise.all(MANUAL_IDS.map(async (id) => [id, asRead(await load(id, language))] as const)),
    )
    const missing = wanted.flatMap((line) => {
      const [step = '', words = ''] = split(line, ' ')
      const text = read[step.toLowerCase().split('.')[0] ?? '']
      return words.split(' | ').flatMap((word) => (has(text, word) ? [] : [`${step} ${word}`]))
    })
    expect(missing).toEqual([])
  })
})

const asRead = (manual: Manual) => written(manual).map(plain).join('\n').toLowerCase()
/** Not as a part of another word. */
const has = (text = '', word: string) =>
  new RegExp(`(?<!\\p{L})${word.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u').test(text)
const split = (line: string, at: string) => [line.slice(0, line.indexOf(at)), line.slice(line.indexOf(at) + 1)]

describe.each(EACH)('%s in %s', (id, language) => {
  test('links lead to pages and sections that exist', async () => {
    for (const text of written(await load(id, language))) {
      for (const [, href = ''] of text.matchAll(/\]\(([^)]*)\)/g)) expect(await exists(href, language), href).toBe(true)
    }
  })

  test('no mark is left over, and quotes are closed', async () => {
    for (const text of written(await load(id, language))) {
      expect(plain(text)).not.toMatch(/\*\*|\]\(|(?:kk|ru|en)«/)
      expect(text.split('«').length, text).toBe(text.split('»').length)
    }
  })

  test('words of another language are marked as such', async () => {
    const russian = new Set(quotesOf(await load(id, 'en'), 'ru'))
    const unmarked = quotesOf(await load(id, language), '')
    const wrong = {
      kk: (quote: string) => russian.has(quote),
      ru: (quote: string) => /[әғқңөұүһі]/i.test(quote),
      en: (quote: string) => /[а-яё]/i.test(quote),
    }
    expect(unmarked.filter(wrong[language])).toEqual([])
  })
})

/** The quoted words that are marked with a language, or with none. */
function quotesOf(manual: Manual, mark: Language | ''): string[] {
  const found = written(manual).flatMap((text) => [...text.matchAll(/(kk|ru|en)?«([^»]*)»/g)])
  return found.filter(([, marked = '']) => marked === mark).map(([, , quote = '']) => quote)
}

async function exists(href: string, language: Language): Promise<boolean> {
  const [path = '', anchor] = href.split('#')
  const id = MANUAL_IDS.find((each) => path === `/manuals/${each}`)
  if (id === undefined) return anchor === undefined && (path in pages || path === '/staff')
  const { sections } = await load(id, language)
  return anchor === undefined || sections.some((section) => section.id === anchor)
}

test.each(LANGUAGES)('the list of manuals calls chapters as they are called, %s', async (language) => {
  const said = await labels.load(language)
  for (const id of MANUAL_IDS) {
    const titles = Object.fromEntries((await load(id, language)).sections.map((section) => [section.id, section.title]))
    for (const [section, label] of Object.entries(CHAPTERS[id] ?? {})) expect(said[label]).toBe(titles[section])
  }
})
