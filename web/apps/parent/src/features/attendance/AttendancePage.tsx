/** «Баланың келуін белгілеу»: who brings or fetches a child marks it, with or without a network (domain §8.attendance). */
import { useSession } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Page, SignedIn } from '@kezek/ui'
import { useEffect, useState } from 'react'

import { Entrusted } from './Entrusted'
import { forgetSnapshot, readSnapshot } from './snapshot'
import { attendanceTexts } from './texts'
import { useInstallable } from './useInstallable'

export default function AttendancePage() {
  const t = useTexts(attendanceTexts)
  useInstallable()
  return (
    <Page narrow title={t('title')} lead={t('lead')}>
      <Whose />
    </Page>
  )
}

/** While nobody can be asked who it is, the one who was here last goes on: what is sent is sent by that person only. */
function Whose() {
  const { me } = useSession({ needed: true })
  const [snapshot] = useState(readSnapshot)
  useEffect(() => {
    if (me === null) forgetSnapshot()
  }, [me])
  if (me === undefined && snapshot) return <Entrusted personId={snapshot.person_id} snapshot={snapshot} />
  return (
    <SignedIn>
      {({ person_id }) => (
        <Entrusted personId={person_id} snapshot={snapshot?.person_id === person_id ? snapshot : null} />
      )}
    </SignedIn>
  )
}
