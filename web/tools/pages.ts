/** What an app's page table (src/pages.ts) says, read as text: the address of each page, and the sources it is made of. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const WEB = resolve(import.meta.dirname, '..')
const PAGE = /'(?<address>\/[^']*)': page\(\s*\(\) => import\('(?<file>[^']+)'\),(?<texts>[^)]*)\)/g
const TEXTS = /export const (?<name>\w+) = texts\(\{\s*kk: \(\) => import\('(?<file>[^']+)'\)/g
const LIST = /const (?<name>\w+) = \[(?<texts>[^\]]*)\]/g
const ALIAS = /(?<name>\w+) as (?<alias>\w+)/g

export type Language = 'kk' | 'ru' | 'en'

export interface Page {
  address: string
  /** Its component and its dictionaries in one language, as absolute paths. */
  sources: string[]
  /** The names of its dictionaries. */
  texts: string[]
}

export function pagesOf(app: string, language: Language): Page[] {
  const source = resolve(WEB, 'apps', app, 'src')
  const table = readFileSync(resolve(source, 'pages.ts'), 'utf8')
  const aliases = new Map(found(ALIAS, table).map(({ name, alias }) => [alias, name]))
  const lists = new Map(found(LIST, table).map(({ name = '', texts = '' }) => [`...${name}`, names(texts)]))
  const dictionaries = dictionariesOf(app)
  return found(PAGE, table).map(({ address = '', file = '', texts: own = '' }) => {
    const listed = names(own).flatMap((name) => lists.get(name) ?? name)
    const texts = listed.map((name) => aliases.get(name) ?? name)
    const spoken = texts.map((name) => dictionaries.get(name) ?? fail(`no texts are called ${name}`))
    const files = spoken.map((path) => path.replace(/(?<=\W)kk\.ts$/, `${language}.ts`))
    return { address, sources: [resolve(source, `${file}.tsx`), ...files], texts }
  })
}

/** Where each dictionary's Kazakh texts stand, by its name. */
function dictionariesOf(app: string): ReadonlyMap<string, string> {
  const paths = globSync(`{apps/${app},packages/*}/src/**/*.ts`, { cwd: WEB }).map((path) => resolve(WEB, path))
  return new Map(
    paths.flatMap((path) =>
      found(TEXTS, readFileSync(path, 'utf8')).map(
        ({ name = '', file = '' }) => [name, resolve(dirname(path), `${file}.ts`)] as const,
      ),
    ),
  )
}

function names(list: string): string[] {
  return list.split(',').flatMap((name) => name.trim() || [])
}

export function found(pattern: RegExp, text: string): Readonly<Record<string, string>>[] {
  return [...text.matchAll(pattern)].map(({ groups = {} }) => groups)
}

export function fail(why: string): never {
  throw new Error(why)
}
