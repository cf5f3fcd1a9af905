/** A plain plan of points: degrees to the plan's own units and back; pure. */
import type { Point } from '@kezek/place-choice/distance'

export interface Plan {
  width: number
  height: number
  /** From a point to the plan. */
  x: (point: Point) => number
  y: (point: Point) => number
  /** From the plan to a point. */
  at: (x: number, y: number) => Point
  /** Metres to a unit. */
  scale: number
}

const WIDTH = 400
const HEIGHT = 300
const EDGE = 36
const DEGREE_M = 111_195
/** Less than this is not drawn apart: one kindergarten alone has a plan, too. */
const LEAST_M = 1500

/** The plan that has all points, north up, each direction to the same scale. */
export function planOf(points: readonly Point[]): Plan {
  const latitudes = points.map(({ latitude }) => latitude)
  const longitudes = points.map(({ longitude }) => longitude)
  const middle = { latitude: mid(latitudes), longitude: mid(longitudes) }
  const east = DEGREE_M * Math.cos((middle.latitude * Math.PI) / 180)
  const across = Math.max(span(longitudes) * east, LEAST_M)
  const up = Math.max(span(latitudes) * DEGREE_M, LEAST_M)
  const scale = Math.max(across / (WIDTH - 2 * EDGE), up / (HEIGHT - 2 * EDGE))
  return {
    width: WIDTH,
    height: HEIGHT,
    scale,
    x: ({ longitude }) => WIDTH / 2 + ((longitude - middle.longitude) * east) / scale,
    y: ({ latitude }) => HEIGHT / 2 - ((latitude - middle.latitude) * DEGREE_M) / scale,
    at: (x, y) => ({
      latitude: middle.latitude - ((y - HEIGHT / 2) * scale) / DEGREE_M,
      longitude: middle.longitude + ((x - WIDTH / 2) * scale) / east,
    }),
  }
}

/** A round length for the plan's scale bar, in metres: a quarter of its width at most. */
export function barOf({ width, scale }: Plan): number {
  const most = (width / 4) * scale
  const power = 10 ** Math.floor(Math.log10(most))
  return [5, 2, 1].map((times) => times * power).find((metres) => metres <= most) ?? power
}

function mid(values: readonly number[]): number {
  return (Math.min(...values) + Math.max(...values)) / 2
}

function span(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values)
}
