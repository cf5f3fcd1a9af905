/** What a browser fetches to show a page for the first time, of what was built: its shell, code, texts, styles and fonts. */
import { readFileSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'

import { fail, pagesOf } from './pages.ts'
import { shellOf } from './shells.ts'

const WEB = resolve(import.meta.dirname, '..')
const COMMON = resolve(WEB, 'packages/i18n/src/common/kk.ts')

interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
  assets?: string[]
}
type Manifest = Readonly<Record<string, Chunk>>

export interface Size {
  address: string
  /** As sent, in bytes. */
  code: number
  all: number
}

/** Every page of the app that is built into `dist`, for whoever reads Kazakh. */
export function sizesOf(app: string, dist: string): Size[] {
  const root = resolve(WEB, 'apps', app)
  return pagesOf(app, 'kk').map(({ address, sources }) => {
    const entries = [...sources, resolve(root, 'src/main.tsx'), COMMON].map((path) => relative(root, path))
    return { address, ...weighed(dist, [shellOf(address, 'kk'), ...files(dist, entries)]) }
  })
}

function files(dist: string, entries: readonly string[]): Set<string> {
  const manifest = JSON.parse(readFileSync(resolve(dist, '.vite/manifest.json'), 'utf8')) as Manifest
  const chunks = new Set<string>()
  const add = (key: string) => {
    if (chunks.has(key)) return
    chunks.add(key)
    for (const each of (manifest[key] ?? fail(`${key} was not built`)).imports ?? []) add(each)
  }
  entries.forEach(add)
  const fetched = [...chunks].flatMap((key) => manifest[key] ?? [])
  return new Set(fetched.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]))
}

function weighed(dist: string, paths: readonly string[]): Omit<Size, 'address'> {
  const size = (path: string) =>
    (statSync(resolve(dist, `${path}.br`), { throwIfNoEntry: false }) ?? statSync(resolve(dist, path))).size
  const sum = (some: readonly string[]) => some.reduce((bytes, path) => bytes + size(path), 0)
  return { code: sum(paths.filter((path) => path.endsWith('.js'))), all: sum(paths) }
}
