/** Records that a service could not apply, and their replay (docs/runbooks/records-are-parked.md). */
import { useTexts } from '@kezek/i18n'
import { EmptyState, Notice, Page, Spinner } from '@kezek/ui'
import { useQueries } from '@tanstack/react-query'

import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { SERVICES } from '../../shared/services/services'
import { SystemTabs } from '../../shared/services/SystemTabs'
import { serviceTexts } from '../../shared/services/texts'
import { ParkedOf } from './ParkedOf'
import { parkedQuery } from './queries'
import { parkedTexts } from './texts'

export default function ParkedPage() {
  const t = useTexts(parkedTexts)
  return (
    <ForAdministrator title={t('title')}>
      {() => (
        <Page title={t('title')} lead={t('lead')}>
          <SystemTabs current="parked" />
          <Services />
        </Page>
      )}
    </ForAdministrator>
  )
}

function Services() {
  const t = useTexts(parkedTexts)
  const part = useTexts(serviceTexts)
  const found = useQueries({ queries: SERVICES.map(parkedQuery) })
  const silent = SERVICES.filter((_, index) => found[index]?.isError)
  const waiting = found.some(({ isPending }) => isPending)
  const all = found.reduce((sum, { data }) => sum + (data?.total ?? 0), 0)
  return (
    <>
      {silent.map((service) => (
        <Notice key={service} kind="bad" live>
          {t('unreachable', { part: part(service) })}
        </Notice>
      ))}
      {waiting && <Spinner />}
      {!waiting && all === 0 && silent.length === 0 && <EmptyState title={t('none')}>{t('noneMore')}</EmptyState>}
      {found.some(({ data }) => data && data.waiting > 0) && <Notice>{t('mend')}</Notice>}
      {SERVICES.map((service, index) => {
        const data = found[index]?.data
        return data && <ParkedOf key={service} service={service} parked={data} />
      })}
    </>
  )
}
