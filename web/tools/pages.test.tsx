/// <reference types="vite/client" />
/** Of every page there are pictures: a page that is added gets its line in e2e/pictures. */
import { expect, test } from 'vitest'

import { pages as parentPages } from '../apps/parent/src/pages'
import { pages as staffPages } from '../apps/staff/src/pages'
import { parentShots } from '../e2e/pictures/parent-shots.ts'
import { staffShots } from '../e2e/pictures/staff-shots.ts'

test.each([
  ['parent', parentPages, parentShots],
  ['staff', staffPages, staffShots],
])('pictures are taken of every page of %s', (_app, pages, shots) => {
  expect(Object.keys(shots).sort()).toEqual(Object.keys(pages).sort())
})
