import { distance } from '@kezek/place-choice/distance'
import { expect, test } from 'vitest'

import { barOf, planOf } from './plan'

const ONE = { latitude: 53.28, longitude: 69.39 }
const OTHER = { latitude: 53.3, longitude: 69.44 }

test('all points are within the plan, north up and east to the right', () => {
  const plan = planOf([ONE, OTHER])
  for (const point of [ONE, OTHER]) {
    expect(plan.x(point)).toBeGreaterThan(0)
    expect(plan.x(point)).toBeLessThan(plan.width)
    expect(plan.y(point)).toBeGreaterThan(0)
    expect(plan.y(point)).toBeLessThan(plan.height)
  }
  expect(plan.x(OTHER)).toBeGreaterThan(plan.x(ONE))
  expect(plan.y(OTHER)).toBeLessThan(plan.y(ONE))
})

test('a point goes to the plan and back', () => {
  const plan = planOf([ONE, OTHER])
  const back = plan.at(plan.x(OTHER), plan.y(OTHER))
  expect(distance(back, OTHER)).toBeLessThan(1)
})

test('lengths on the plan are those on the ground, and the bar is a round one', () => {
  const plan = planOf([ONE, OTHER])
  const drawn = Math.hypot(plan.x(OTHER) - plan.x(ONE), plan.y(OTHER) - plan.y(ONE)) * plan.scale
  expect(drawn / distance(ONE, OTHER)).toBeCloseTo(1, 2)
  expect([500, 1000, 2000]).toContain(barOf(plan))
})

test('one kindergarten alone stands in the middle', () => {
  const plan = planOf([ONE])
  expect([plan.x(ONE), plan.y(ONE)]).toEqual([plan.width / 2, plan.height / 2])
})
