/** Lines of the staff list as they are typed, and as a table of a spreadsheet holds them. */
import type { KindergartensStaffLineBody } from '@kezek/api'
import { plainIin } from '@kezek/domain'

export type Line = KindergartensStaffLineBody
export const MOST_LINES = 200
const COLUMNS = 4

/** What was typed of one line; an empty last day is none. */
export interface Typed {
  iin: string
  name: string
  position: string
  from_on: string
  until_on: string
}

export const EMPTY: Typed = { iin: '', name: '', position: '', from_on: '', until_on: '' }

export function wrongIn({ iin, name, position, from_on, until_on }: Typed): Record<keyof Typed, boolean> {
  return {
    iin: plainIin(iin) === null,
    name: name.trim() === '',
    position: position.trim() === '',
    from_on: isoOf(from_on) === null,
    until_on: until_on.trim() !== '' && isoOf(until_on) === null,
  }
}

/** Null as long as something is wrong. */
export function lineIn(typed: Typed): Line | null {
  const [iin, from_on] = [plainIin(typed.iin), isoOf(typed.from_on)]
  if (iin === null || from_on === null || Object.values(wrongIn(typed)).includes(true)) return null
  return { iin, name: typed.name.trim(), position: typed.position.trim(), from_on, until_on: isoOf(typed.until_on) }
}

/** What a file holds: its lines, and the numbers of the rows that are none, as a spreadsheet counts them. */
export interface Read {
  lines: readonly Line[]
  wrong: readonly number[]
}

/** A table in CSV, by commas or semicolons; the row of heads is passed over. */
export function linesOf(text: string): Read {
  const [lines, wrong] = [[] as Line[], [] as number[]]
  rowsOf(text.replace(/^\uFEFF/, '')).forEach((row, index) => {
    const [iin = '', name = '', position = '', from_on = '', until_on = ''] = row
    if (row.every((cell) => cell.trim() === '') || (index === 0 && !/\d/.test(iin))) return
    const line = row.length >= COLUMNS ? lineIn({ iin, name, position, from_on, until_on }) : null
    if (line) lines.push(line)
    else wrong.push(index + 1)
  })
  return { lines, wrong }
}

/** `2026-12-01`, or `01.12.2026` as people write it; null if it is no day. */
function isoOf(typed: string): string | null {
  const day = typed.trim().replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1')
  const real = /^[12]\d{3}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`)
  return real && !Number.isNaN(real.getTime()) && real.toISOString().startsWith(day) ? day : null
}

function rowsOf(text: string): string[][] {
  const by = (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ','
  const rows: string[][] = [[]]
  let [cell, quoted] = ['', false]
  const end = () => rows[rows.length - 1]?.push(cell)
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (quoted && sign === '"' && text[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1]
    else if (sign === '"') quoted = !quoted
    else if (!quoted && sign === by) [, cell] = [end(), '']
    else if (!quoted && sign === '\n') {
      end()
      rows.push([])
      cell = ''
    } else if (quoted || sign !== '\r') cell += sign
  }
  end()
  return rows
}
