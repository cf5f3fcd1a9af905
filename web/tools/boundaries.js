/**
 * Who may import whom: a feature imports itself, the app's `shared` and the packages; packages import no app; nobody
 * reaches into another package past its index; tests import its `testing`, too.
 */
import { dirname, resolve } from 'node:path'

/** @type {import('eslint').Rule.RuleModule} */
export const boundaries = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      feature: 'A feature does not import another: move what both need to shared/ or to a package.',
      outside: 'Packages and apps are imported by their name, never by a path into them.',
      inside: 'Import the package itself, not a file of it.',
    },
  },
  create(context) {
    const from = placeOf(context.filename)
    const check = (node) => {
      const source = node.source?.value
      if (typeof source !== 'string') return
      const messageId = verdict(context.filename, from, source)
      if (messageId) context.report({ node, messageId })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}

/** Indexes of their own: only some pages need them. */
const OF_SOME_PAGES = new Set([
  '@kezek/api/endings',
  '@kezek/domain/months',
  '@kezek/place-choice/distance',
  '@kezek/ui/bars',
  '@kezek/ui/files',
  '@kezek/ui/tiles',
])

/** The package or app that a file belongs to, and the feature if it belongs to one. */
function placeOf(path) {
  const [, unit] = /\/web\/((?:packages|apps)\/[^/]+)\//.exec(path) ?? []
  const [, feature] = /\/src\/features\/([^/]+)\//.exec(path) ?? []
  return { unit, feature }
}

function verdict(file, from, source) {
  if (/^@kezek\/[^/]+\/testing$/.test(source)) return /(\.test|\/testing)\.tsx?$/.test(file) ? undefined : 'inside'
  if (OF_SOME_PAGES.has(source)) return undefined
  if (/^@kezek\/[^/]+\//.test(source)) return 'inside'
  if (!source.startsWith('.')) return undefined
  const to = placeOf(resolve(dirname(file), source))
  if (to.unit !== from.unit) return 'outside'
  return from.feature !== undefined && to.feature !== undefined && to.feature !== from.feature ? 'feature' : undefined
}
