/** Where a place may be declined, the way to that; it costs the place in the queue, so it stands apart (domain §9.profiles). */
import { useTexts } from '@kezek/i18n'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { candidateQuery } from './queries'
import { applicationTexts } from './texts'

export function MayDecline({ application }: { application: string }) {
  const t = useTexts(applicationTexts)
  const { data } = useQuery(candidateQuery(application))
  if (data?.may_decline !== true) return null
  return (
    <p>
      <Link href={`/decline/${application}`}>{t('decline')}</Link>
    </p>
  )
}
