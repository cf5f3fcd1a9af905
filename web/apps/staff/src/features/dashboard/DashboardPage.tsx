/** Who waits in the district, which decisions are due, how long one waits: exact numbers, for officers (domain §1). */
import { useTexts } from '@kezek/i18n'
import { AsOf, Loaded, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'wouter'

import { DistrictSelect } from '../../shared/admin/DistrictSelect'
import { useDistrictNames } from '../../shared/admin/districts'
import { Downloads } from '../../shared/dashboards/Downloads'
import { dashboardSharedTexts } from '../../shared/dashboards/texts'
import { ForOfficer } from '../../shared/officer/ForOfficer'
import { DuesOf, OwnDues } from './Dues'
import { asked, dashboardQuery, type Period, type Whose } from './queries'
import { Queues } from './Queues'
import { dashboardTexts } from './texts'
import { Waits } from './Waits'

const DAY = /^\d{4}-\d\d-\d\d$/
const USUAL: Period = { from: '', to: '' }
const DISTRICT = /^\d{4}$/

export default function DashboardPage() {
  const t = useTexts(dashboardTexts)
  return (
    <SignedIn>
      {({ roles }) =>
        roles.includes('administrator') ? (
          <OfRegion />
        ) : (
          <ForOfficer title={t('title')}>{({ district }) => <OfOfficer district={district} />}</ForOfficer>
        )
      }
    </SignedIn>
  )
}

function OfOfficer({ district }: { district: string }) {
  const t = useTexts(dashboardTexts)
  const nameOf = useDistrictNames()
  return (
    <Page title={t('title')} lead={t('lead', { district: nameOf(district) })}>
      <Figures whose={{ own: true }} dues={<OwnDues />} />
    </Page>
  )
}

/** An administrator looks at any district, or at all. */
function OfRegion() {
  const t = useTexts(dashboardTexts)
  const words = useTexts(dashboardSharedTexts)
  const nameOf = useDistrictNames()
  const [params, setParams] = useSearchParams()
  const district = read(params, 'district', DISTRICT)
  return (
    <Page title={t('title')} lead={t('lead', { district: district ? nameOf(district) : words('whole') })}>
      <p>
        <Link href="/region">{t('toRegion')}</Link>
      </p>
      <DistrictSelect
        label={t('district')}
        none={words('whole')}
        value={district}
        onChoose={(code) => setParams(code ? { district: code } : {}, { replace: true })}
      />
      <Figures key={district} whose={{ own: false, district }} dues={<DuesOf district={district} />} />
    </Page>
  )
}

function Figures({ whose, dues }: { whose: Whose; dues: ReactNode }) {
  const t = useTexts(dashboardTexts)
  const [period, choose] = usePeriod()
  const tables = [
    { name: 'queues', label: t('csvQueues') },
    { name: 'waits', label: t('csvWaits') },
  ]
  return (
    <>
      {dues}
      <Loaded query={useQuery(dashboardQuery(whose, USUAL))}>
        {(now) => (
          <>
            <Queues queues={now.queues} />
            <Waits whose={whose} usual={now} period={period} onChoose={choose} />
            <AsOf at={now.as_of} />
          </>
        )}
      </Loaded>
      <Downloads
        at={`/api/queue/${whose.own ? '' : 'region/'}dashboard/file`}
        chosen={asked(whose, period)}
        tables={tables}
      />
    </>
  )
}

/** In the address, beside the district. */
function usePeriod(): [Period, (period: Period) => void] {
  const [params, setParams] = useSearchParams()
  const choose = ({ from, to }: Period) => {
    const district = params.get('district')
    setParams({ ...(district && { district }), ...(from && { from }), ...(to && { to }) }, { replace: true })
  }
  return [{ from: read(params, 'from', DAY), to: read(params, 'to', DAY) }, choose]
}

function read(params: URLSearchParams, name: string, form: RegExp): string {
  const value = params.get(name) ?? ''
  return form.test(value) ? value : ''
}
