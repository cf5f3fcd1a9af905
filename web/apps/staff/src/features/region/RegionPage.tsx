/** The region on one page: districts, their policies and queues, working days, benefits, requests (domain §1, §9). */
import { useTexts } from '@kezek/i18n'
import { AsOf, Card, Loaded, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { Downloads } from '../../shared/dashboards/Downloads'
import { Districts } from './Districts'
import { openRequestsQuery, regionQuery } from './queries'
import { Rules } from './Rules'
import { Sums } from './Sums'
import { regionTexts } from './texts'

export default function RegionPage() {
  const t = useTexts(regionTexts)
  return (
    <ForAdministrator title={t('title')}>
      {() => (
        <Page title={t('title')} lead={t('lead')}>
          <Requests />
          <Region />
          <Downloads at="/api/queue/region/file" tables={[{ name: '', label: t('csv') }]} />
        </Page>
      )}
    </ForAdministrator>
  )
}

function Region() {
  return (
    <Loaded query={useQuery(regionQuery)}>
      {(region) => (
        <>
          <Sums sums={region.sums} />
          <Rules region={region} />
          <Districts districts={region.districts} />
          <AsOf at={region.as_of} />
        </>
      )}
    </Loaded>
  )
}

function Requests() {
  const t = useTexts(regionTexts)
  return (
    <Card labelledBy="requests">
      <h2 id="requests">{t('requests')}</h2>
      <Loaded query={useQuery(openRequestsQuery)}>
        {(open) => <p>{open === 0 ? t('noneOpen') : t('open', { n: open })}</p>}
      </Loaded>
      <p>
        <Link href="/requests">{t('toRequests')}</Link>
      </p>
    </Card>
  )
}
