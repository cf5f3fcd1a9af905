/** The point that a family measures from: kept on this device, told to nobody. */
import type { Point } from '@kezek/place-choice/distance'
import { OWN_POINT } from '@kezek/ui'
import { useState } from 'react'

export function useOwnPoint(): [Point | null, (point: Point | null) => void] {
  const [point, setPoint] = useState(read)
  const keep = (next: Point | null) => {
    write(next)
    setPoint(next)
  }
  return [point, keep]
}

/** A browser may keep nothing, or something else under this name. */
function read(): Point | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(OWN_POINT) ?? 'null')
    return isPoint(kept) ? { latitude: kept.latitude, longitude: kept.longitude } : null
  } catch {
    return null
  }
}

function write(point: Point | null): void {
  try {
    if (point === null) localStorage.removeItem(OWN_POINT)
    else localStorage.setItem(OWN_POINT, JSON.stringify(point))
  } catch {
    // it then serves as long as the page is open
  }
}

function isPoint(kept: unknown): kept is Point {
  if (typeof kept !== 'object' || kept === null) return false
  const { latitude, longitude } = kept as Partial<Point>
  return Number.isFinite(latitude) && Number.isFinite(longitude)
}
