/** Writes `index.<language>.html`: what is served for every address of an app, before its code has come. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import type { Plugin } from 'vite'

import { words } from './words.ts'

const LAYERS = ['reset', 'base', 'components', 'pages']
const LANGUAGES = ['kk', 'ru', 'en'] as const
type Language = (typeof LANGUAGES)[number]

interface Chunk {
  type: 'chunk'
  fileName: string
  isEntry: boolean
  imports: string[]
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
        const source = shell(app, language, base, bundle)
        this.emitFile({ type: 'asset', fileName: `index.${language}.html`, source })
      }
    },
  }
}

function shell(app: string, language: Language, base: string, bundle: Bundle): string {
  const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
  const entry = chunks.find((chunk) => chunk.isEntry)
  if (!entry) throw new Error('there is no entry')
  const common = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(`/i18n/src/common/${language}.ts`))
  if (!common) throw new Error(`there are no common texts in ${language}`)
  const scripts = [...new Set([...entry.imports, common.fileName])].filter((file) => file !== entry.fileName)
  const styles = stylesOf(entry, bundle)
  checkLayers(styles.map((file) => bundle[file]))
  const fonts = Object.keys(bundle).filter((file) => file.endsWith('.woff2'))
  const head = [
    ...fonts.map((file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${base}${file}">`),
    ...styles.map((file) => `<link rel="stylesheet" href="${base}${file}">`),
    `<script type="module" src="${base}${entry.fileName}"></script>`,
    ...scripts.map((file) => `<link rel="modulepreload" href="${base}${file}">`),
  ]
  const said: Readonly<Record<string, string>> = { ...words(app, language), language, head: head.join('\n') }
  return template().replace(/%(\w+)%/g, (_whole, name: string) => said[name] ?? fail(`the shell has no ${name}`))
}

/** The styles of a chunk, those of what it imports first, as its code runs. */
function stylesOf(chunk: Chunk, bundle: Bundle, seen = new Set<string>()): string[] {
  if (seen.has(chunk.fileName)) return []
  seen.add(chunk.fileName)
  const imported = chunk.imports.flatMap((file) => {
    const found = bundle[file]
    return found?.type === 'chunk' ? stylesOf(found, bundle, seen) : []
  })
  return [...new Set([...imported, ...(chunk.viteMetadata?.importedCss ?? [])])]
}

/** Styles that are read before the order of the layers is told would win or lose by chance. */
function checkLayers(styles: readonly (Bundle[string] | undefined)[]): void {
  const css = styles.map((style) => (style?.type === 'asset' ? String(style.source) : '')).join('')
  const told = [...css.matchAll(/@layer ([\w, ]+)[;{]/g)].flatMap(([, names = '']) => names.split(/, ?/))
  if ([...new Set(told)].join() !== LAYERS.slice(0, new Set(told).size).join()) {
    throw new Error(`the layers of the styles come as ${told.join()}: base.css must be imported first`)
  }
}

function fail(why: string): never {
  throw new Error(why)
}

function template(): string {
  return readFileSync(resolve(import.meta.dirname, 'shell.html'), 'utf8')
}
