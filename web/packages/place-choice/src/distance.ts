/** How far places are from a point that the family has set; pure. */
import { formatNumber, type Language } from '@kezek/domain'

export interface Point {
  latitude: number
  longitude: number
}

const EARTH_M = 6_371_000
const rad = (degrees: number) => (degrees * Math.PI) / 180

/** In metres, as the crow flies. */
export function distance(one: Point, other: Point): number {
  const north = rad(other.latitude - one.latitude) / 2
  const east = rad(other.longitude - one.longitude) / 2
  const across = Math.cos(rad(one.latitude)) * Math.cos(rad(other.latitude))
  return 2 * EARTH_M * Math.asin(Math.sqrt(Math.sin(north) ** 2 + across * Math.sin(east) ** 2))
}

const UNITS = {
  kk: { m: 'м', km: 'км' },
  ru: { m: 'м', km: 'км' },
  en: { m: 'm', km: 'km' },
} as const

/** «850 м», «1,2 км», «14 км»: to what one can walk by. */
export function formatDistance(metres: number, language: Language): string {
  const { m, km } = UNITS[language]
  if (metres < 1000) return `${String(Math.round(metres / 50) * 50)} ${m}`
  const tenths = Math.round(metres / 100)
  if (tenths >= 100) return `${formatNumber(Math.round(metres / 1000), language)} ${km}`
  const comma = language === 'en' ? '.' : ','
  return `${String(Math.floor(tenths / 10))}${tenths % 10 === 0 ? '' : `${comma}${String(tenths % 10)}`} ${km}`
}
