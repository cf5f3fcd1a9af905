/** A contact becomes one's own by a code that is sent to it. */
import type { AuthMe } from '@kezek/api'
import type { ReactNode } from 'react'

import { forgetKept, useKept } from '../kept'
import { AskContact } from './AskContact'
import type { Channel } from './channels'
import { ConfirmContact } from './ConfirmContact'

export interface Sent {
  contact: string
  /** When another code may be asked for, in ms of the clock of this device. */
  resendAt: number
}

interface ContactChangeProps {
  channel: Channel
  /** A contact that was sent a code before this page was opened. */
  waiting?: string | null
  onDone: (me: AuthMe) => void
  /** A way back, beside the buttons. */
  children?: ReactNode
}

export function ContactChange({ channel, waiting = null, onDone, children }: ContactChangeProps) {
  const before = waiting === null ? null : { contact: waiting, resendAt: 0 }
  const [sent, setSent] = useKept<Sent | null>(`contact.${channel.name}.sent`, before)
  const done = (me: AuthMe) => {
    forgetContact(channel)
    onDone(me)
  }
  return sent ? (
    <ConfirmContact key={sent.contact} channel={channel} sent={sent} onSent={setSent} onDone={done} />
  ) : (
    <AskContact channel={channel} onSent={setSent}>
      {children}
    </AskContact>
  )
}

/** What was typed has served, or is not wanted any more. */
export function forgetContact({ name }: Channel): void {
  forgetKept(`contact.${name}`)
}
