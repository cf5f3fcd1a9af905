/** The ways in, each with an address of its own; on a phone the code comes first. */
import type { AuthWayView } from '@kezek/api'
import { useMedia } from '@kezek/ui'
import { useState } from 'react'
import { useSearchParams } from 'wouter'

export type Way = AuthWayView['way']

const PHONE = '(max-width: 599px), (pointer: coarse)'
const ORDER: readonly Way[] = ['eds', 'code', 'password']
const ORDER_ON_PHONES: readonly Way[] = ['code', 'eds', 'password']

export function useOnPhone(): boolean {
  return useMedia(PHONE)
}

/** Turning the phone or making the window narrow changes the order, and not the way that is open. */
export function useWays(): { ways: readonly Way[]; chosen: Way } {
  const ways = useOnPhone() ? ORDER_ON_PHONES : ORDER
  const [first] = useState<Way>(ways === ORDER ? 'eds' : 'code')
  const [params] = useSearchParams()
  return { ways, chosen: ways.find((way) => way === params.get('way')) ?? first }
}

/** The address of this page with another way in; where one goes on afterwards stays. */
export function useWayAddress(): (way: Way) => string {
  const [params] = useSearchParams()
  return (way) => {
    const query = new URLSearchParams(params)
    query.set('way', way)
    return `/sign-in?${query.toString()}`
  }
}
