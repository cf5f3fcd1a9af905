/** The first load of a page stays light: 120 kB of code, 200 kB in all, as sent. */
import { resolve } from 'node:path'

import { expect, test } from 'vitest'

import { parentShots } from '../e2e/pictures/parent-shots.ts'
import { staffShots } from '../e2e/pictures/staff-shots.ts'
import { sizesOf } from './sizes.ts'

const DIST = resolve(import.meta.dirname, '../dist')
const CODE = 120_000
const ALL = 200_000

test.each([
  ['parent', DIST, parentShots],
  ['staff', resolve(DIST, 'staff'), staffShots],
])('every page of %s fits', (app, dist, pages) => {
  const sizes = sizesOf(app, dist)
  expect(sizes.map(({ address }) => address).sort()).toEqual(Object.keys(pages).sort())
  expect(sizes.filter(({ code, all }) => code > CODE || all > ALL)).toEqual([])
})
