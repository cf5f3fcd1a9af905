/** Sending a form that may be refused for some time: one try at once, and none while one must wait. */
import { ApiError, noteRefusal } from '@kezek/api'
import type { Form } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

const SECOND_MS = 1000

export interface Tries {
  busy: boolean
  /** Until when one must wait, by the clock of this device in ms. */
  waitUntil: number
  /** Why the last try came to nothing. */
  refusal: ApiError | null
  send: (act: () => Promise<void>) => void
}

export function useTries<Field extends string>(form: Form<Field>): Tries {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [waitUntil, setWaitUntil] = useState(0)
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const send = async (act: () => Promise<void>) => {
    if (busy || Date.now() < waitUntil) return
    setBusy(true)
    setRefusal(null)
    try {
      await act()
    } catch (error) {
      form.fail(error) // throws what is no refusal
      setRefusal(error as ApiError)
      await noteRefusal(client, error as ApiError)
      if (waitS(error) > 0) setWaitUntil(Date.now() + waitS(error) * SECOND_MS)
    } finally {
      setBusy(false)
    }
  }
  return { busy, waitUntil, refusal, send: (act) => void send(act) }
}

function waitS(error: unknown): number {
  const told = error instanceof ApiError && error.is('too_many_codes', 'too_many_tries', 'sms_budget_spent')
  return told ? error.problem.params.retry_after_s : 0
}
