/** Whether a place may be chosen for the child now, with the way there; else which condition is missing, until when. */
import type { ReferralsProspectView } from '@kezek/api'
import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import type { Application } from './model'
import { prospectsQuery } from './queries'
import { applicationTexts } from './texts'

export function MayChoose({ application }: { application: Application }) {
  const t = useTexts(applicationTexts)
  const missing = useMissing()
  const { application_id: id } = application
  const { data } = useQuery(prospectsQuery)
  const prospect = data?.find((each) => each.application_id === id)
  if (!data) return null // not known is not the same as missing
  if (prospect?.possible) return <Link href={`/choose/${id}`}>{t('chooseState')}</Link>
  return <span>{missing(prospect)}</span>
}

/** Which condition is missing, in words; an application that the queue does not know yet has no prospect. */
export function useMissing(): (prospect: ReferralsProspectView | undefined) => string {
  const t = useTexts(applicationTexts)
  const language = useLanguage()
  return (prospect) => {
    if (!prospect?.missing) return t('missing_queue')
    const from = prospect.from_day === null ? '' : formatDate(prospect.from_day, language)
    return t(`missing_${prospect.missing}`, { from })
  }
}
