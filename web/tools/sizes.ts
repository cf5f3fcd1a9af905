/** What a browser fetches to show a page for the first time, of what was built: its shell, code, texts, styles and fonts. */
import { globSync, readFileSync, statSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'

const WEB = resolve(import.meta.dirname, '..')
const PAGE = /'(?<address>\/[^']*)': page\(\s*\(\) => import\('(?<file>[^']+)'\),(?<texts>[^)]*)\)/g
const TEXTS = /export const (?<name>\w+) = texts\(\{\s*kk: \(\) => import\('(?<file>[^']+)'\)/g
const LIST = /const (?<name>\w+) = \[(?<texts>[^\]]*)\]/g
const ALIAS = /(?<name>\w+) as (?<alias>\w+)/g

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
  const pages = readFileSync(resolve(root, 'src/pages.ts'), 'utf8')
  const aliases = new Map(found(ALIAS, pages).map(({ name, alias }) => [alias, name]))
  const lists = new Map(found(LIST, pages).map(({ name = '', texts = '' }) => [`...${name}`, names(texts)]))
  const texts = textFiles(app)
  return found(PAGE, pages).map(({ address = '', file = '', texts: own = '' }) => {
    const said = names(own).flatMap((name) => lists.get(name) ?? name)
    const sources = said.map((name) => texts.get(aliases.get(name) ?? name) ?? fail(`no texts are called ${name}`))
    const entries = [resolve(root, 'src', `${file}.tsx`), resolve(root, 'src/main.tsx'), ...sources, COMMON]
    return {
      address,
      ...weighed(
        dist,
        files(
          dist,
          entries.map((path) => relative(root, path)),
        ),
      ),
    }
  })
}

const COMMON = resolve(WEB, 'packages/i18n/src/common/kk.ts')

/** Where each dictionary's Kazakh texts stand, by its name. */
function textFiles(app: string): ReadonlyMap<string, string> {
  const paths = globSync(`{apps/${app},packages/*}/src/**/*.ts`, { cwd: WEB }).map((path) => resolve(WEB, path))
  return new Map(
    paths.flatMap((path) =>
      found(TEXTS, readFileSync(path, 'utf8')).map(
        ({ name = '', file = '' }) => [name, resolve(dirname(path), `${file}.ts`)] as const,
      ),
    ),
  )
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
  return new Set(['index.kk.html', ...fetched.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets])])
}

function weighed(dist: string, paths: ReadonlySet<string>): Omit<Size, 'address'> {
  const size = (path: string) =>
    (statSync(resolve(dist, `${path}.br`), { throwIfNoEntry: false }) ?? statSync(resolve(dist, path))).size
  const sum = (some: readonly string[]) => some.reduce((bytes, path) => bytes + size(path), 0)
  return { code: sum([...paths].filter((path) => path.endsWith('.js'))), all: sum([...paths]) }
}

function names(list: string): string[] {
  return list.split(',').flatMap((name) => name.trim() || [])
}

function found(pattern: RegExp, text: string): Readonly<Record<string, string>>[] {
  return [...text.matchAll(pattern)].map(({ groups = {} }) => groups)
}

function fail(why: string): never {
  throw new Error(why)
}
