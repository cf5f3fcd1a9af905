/** A kindergarten without login and password asks for an account (domain §2, M1.13–M1.22). */
import type { KindergartensAskedView } from '@kezek/api'
import { useState } from 'react'

import { keepAnswer, keptAnswer } from './draft'
import { RequestForm } from './RequestForm'
import { Sent } from './Sent'

export default function AccountRequestPage() {
  const [asked, setAsked] = useState(keptAnswer)
  const remember = (answer: KindergartensAskedView | null) => {
    keepAnswer(answer)
    setAsked(answer)
  }
  return asked ? <Sent asked={asked} onAnother={() => remember(null)} /> : <RequestForm onSent={remember} />
}
