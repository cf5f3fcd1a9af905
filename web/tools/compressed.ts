/** Compresses at build time, as small as can be, what the gateway then hands out as it is. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

import type { Plugin } from 'vite'

const TEXTS = /\.(js|css|html|svg|txt|json)$/
const TOO_SMALL = 200

export function compressed(): Plugin {
  return {
    name: 'kezek-compressed',
    apply: 'build',
    writeBundle(options) {
      const folder = options.dir ?? ''
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (TEXTS.test(file)) compress(resolve(folder, file))
      }
    },
  }
}

function compress(path: string): void {
  const content = readFileSync(path)
  if (content.length < TOO_SMALL) return
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
}
