/** A point as it is pasted from a map: degrees north, then east; pure. */
export interface Point {
  latitude: number
  longitude: number
}

/** Those of Kazakhstan. */
const BOUNDS = { latitude: [40, 56], longitude: [46, 88] } as const

/** The point, null where nothing is typed, undefined where it is none in Kazakhstan. «53,28 69,39» has decimal commas. */
export function readPoint(typed: string): Point | null | undefined {
  const plain = typed.trim()
  if (plain === '') return null
  const found = /^(\d{2}(?:[.,]\d+)?)°?\s*[,;\s]\s*(\d{2}(?:[.,]\d+)?)°?$/.exec(plain)
  if (!found) return undefined
  const [latitude, longitude] = found.slice(1).map((each) => Number(each.replace(',', '.')))
  if (latitude === undefined || longitude === undefined) return undefined
  return within(latitude, BOUNDS.latitude) && within(longitude, BOUNDS.longitude) ? { latitude, longitude } : undefined
}

export function tellPoint(point: Point | null): string {
  return point === null ? '' : `${String(point.latitude)}, ${String(point.longitude)}`
}

function within(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most
}
