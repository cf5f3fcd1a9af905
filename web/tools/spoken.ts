/** With which dictionaries a page speaks, read as text: its component, and whatever that imports of its app. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

import { fail, found } from './pages.ts'

/** What is imported later, by `import(…)`, speaks later. */
const IMPORTED = /^(?:import|export)(?! type\b)[^'"]*? from '(?<file>\.[^']+)'$/gm
const SPOKEN = /\buseTexts\((?<name>\w+)\)/g

export function spokenBy(component: string): Set<string> {
  const texts = [...reached(component)].flatMap((source) => found(SPOKEN, readFileSync(source, 'utf8')))
  return new Set(texts.map(({ name = '' }) => name))
}

function reached(source: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(source)) return known
  known.add(source)
  for (const { file = '' } of found(IMPORTED, readFileSync(source, 'utf8')))
    if (!/\.(css|svg)$/.test(file)) reached(sourceOf(resolve(dirname(source), file)), known)
  return known
}

function sourceOf(path: string): string {
  return [`${path}.tsx`, `${path}.ts`].find((each) => existsSync(each)) ?? fail(`there is no ${path}`)
}
