/** A link of a minute, asked for when the file is opened and each time it is opened again. */
import { ApiError, clientProblem } from '@kezek/api'
import { useEffect, useRef, useState } from 'react'

interface Asked {
  link: string | null
  error: ApiError | null
}

const NOTHING: Asked = { link: null, error: null }

export function useLink(ask: () => Promise<string>): Asked & { open: () => void } {
  const [asked, setAsked] = useState<Asked>(NOTHING)
  const [times, setTimes] = useState(0)
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  useEffect(() => {
    let wanted = true
    const answer = (now: Asked) => {
      if (wanted) setAsked(now)
    }
    latest.current().then(
      (link) => answer({ link, error: null }),
      (failure: unknown) => answer({ link: null, error: asError(failure) }),
    )
    return () => {
      wanted = false
    }
  }, [times])
  const open = () => {
    setAsked(NOTHING)
    setTimes((before) => before + 1)
  }
  return { ...asked, open }
}

function asError(failure: unknown): ApiError {
  return failure instanceof ApiError ? failure : new ApiError(clientProblem('not_understood'))
}
