/** Unpacks the old Chromium to where it is told: the oldest browser that the pages are built for. */
import { createReadStream, createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { resolve } from 'node:path'
import { argv } from 'node:process'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'

const PACKED = resolve(import.meta.dirname, 'node_modules/@sparticuz/chromium/bin/chromium.br')
const [, , target = ''] = argv

await pipeline(createReadStream(PACKED), createBrotliDecompress(), createWriteStream(`${target}.part`, { mode: 0o755 }))
await rename(`${target}.part`, target)
