/** For tests: a page that is left and come back to in the same tab. */
import { useIsMutating } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

export const LEAVE = 'leave'
export const COME_BACK = 'come back'

/** A press leaves the page, the next one comes back; its status says how many things are still being done. */
export function Leavable({ children }: { children: ReactNode }) {
  const [here, setHere] = useState(true)
  const doing = useIsMutating()
  return (
    <>
      {here && children}
      <button type="button" onClick={() => setHere(!here)}>
        {here ? LEAVE : COME_BACK}
      </button>
      <output aria-label="doing">{doing}</output>
    </>
  )
}
