/**
 * Writes what is served for every address of an app before its code has come: one shell for each page and language.
 *
 * It names the files of its page, so that they come beside the app's own code, not after it. `index.<language>.html` is
 * the first page's, and that of addresses which are no page. The gateway finds a shell by its address, in which each part
 * with a digit is somebody's id.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import type { Plugin } from 'vite'

import { fail, type Language, type Page, pagesOf } from './pages.ts'
import { words } from './words.ts'

const LAYERS = ['reset', 'base', 'components', 'pages']
const LANGUAGES = ['kk', 'ru', 'en'] as const

interface Chunk {
  type: 'chunk'
  fileName: string
  isEntry: boolean
  imports: string[]
  moduleIds: string[]
  facadeModuleId: string | null
  viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> }
}
type Bundle = Record<string, Chunk | { type: 'asset'; fileName: string; source: string | Uint8Array }>

export function shells(app: string): Plugin {
  let base = '/'
  return {
    name: 'kezek-shells',
    enforce: 'post',
    configResolved(config) {
      base = config.base
    },
    generateBundle(_options, bundle) {
      for (const language of LANGUAGES) {
        for (const page of pagesOf(app, language)) {
          const source = shell(app, page, language, base, bundle)
          this.emitFile({ type: 'asset', fileName: shellOf(page.address, language), source })
        }
      }
    },
  }
}

/** Where the shell of a page stands: `/journal/:id/:tab?` is `pages/journal/_.kk.html`. */
export function shellOf(address: string, language: Language): string {
  const name = address === '/' ? 'index' : `pages${address.replace(/\/:.*/, '/_')}`
  return `${name}.${language}.html`
}

function shell(app: string, page: Page, language: Language, base: string, bundle: Bundle): string {
  const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
  const entry = chunks.find((chunk) => chunk.isEntry) ?? fail('there is no entry')
  const common = `/i18n/src/common/${language}.ts`
  const parts = [common, ...page.sources].map((source) => chunkOf(source, chunks))
  const all = [entry, ...parts].flatMap((chunk) => withImports(chunk, bundle))
  const scripts = new Set(all.map(({ fileName }) => fileName))
  const styles = new Set(all.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]))
  checkLayers([...styles].map((file) => bundle[file]))
  scripts.delete(entry.fileName)
  const fonts = Object.keys(bundle).filter((file) => file.endsWith('.woff2'))
  const head = [
    ...fonts.map((file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${base}${file}">`),
    ...[...styles].map((file) => `<link rel="stylesheet" href="${base}${file}">`),
    `<script type="module" src="${base}${entry.fileName}"></script>`,
    ...[...scripts].map((file) => `<link rel="modulepreload" href="${base}${file}">`),
  ]
  const said: Readonly<Record<string, string>> = { ...words(app, language), language, head: head.join('\n') }
  return template().replace(/%(\w+)%/g, (_whole, name: string) => said[name] ?? fail(`the shell has no ${name}`))
}

/** Where the code of a source went. */
function chunkOf(source: string, chunks: readonly Chunk[]): Chunk {
  const holds = (chunk: Chunk) => chunk.moduleIds.some((id) => id.endsWith(source))
  return chunks.find(holds) ?? fail(`${source} was not built`)
}

/** A chunk after all that it imports, as its code runs, and so its styles. */
function withImports(chunk: Chunk, bundle: Bundle, seen = new Set<string>()): Chunk[] {
  if (seen.has(chunk.fileName)) return []
  seen.add(chunk.fileName)
  const imported = chunk.imports.flatMap((file) => {
    const found = bundle[file]
    return found?.type === 'chunk' ? withImports(found, bundle, seen) : []
  })
  return [...imported, chunk]
}

/** Styles that are read before the order of the layers is told would win or lose by chance. */
function checkLayers(styles: readonly (Bundle[string] | undefined)[]): void {
  const css = styles.map((style) => (style?.type === 'asset' ? String(style.source) : '')).join('')
  const told = [...css.matchAll(/@layer ([\w, ]+)[;{]/g)].flatMap(([, names = '']) => names.split(/, ?/))
  if ([...new Set(told)].join() !== LAYERS.slice(0, new Set(told).size).join()) {
    throw new Error(`the layers of the styles come as ${told.join()}: base.css must be imported first`)
  }
}

function template(): string {
  return readFileSync(resolve(import.meta.dirname, 'shell.html'), 'utf8')
}
