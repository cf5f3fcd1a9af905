/** What stands in a workbook: the text of all its parts, which is a ZIP of XML. */
import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 46
const LOCAL = 30

export function textOf(workbook: Buffer): string {
  let end = workbook.length - 22
  while (end > 0 && workbook.readUInt32LE(end) !== END) end -= 1
  const parts: string[] = []
  let at = workbook.readUInt32LE(end + 16)
  for (let left = workbook.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = workbook.readUInt32LE(at + 20)
    const local = workbook.readUInt32LE(at + 42)
    const begins = local + LOCAL + workbook.readUInt16LE(local + 26) + workbook.readUInt16LE(local + 28)
    const packed = workbook.subarray(begins, begins + size)
    parts.push((workbook.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString())
    at += ENTRY + workbook.readUInt16LE(at + 28) + workbook.readUInt16LE(at + 30) + workbook.readUInt16LE(at + 32)
  }
  return parts.join('\n')
}
