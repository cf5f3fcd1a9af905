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
import { districtOf, ForOfficer } from '../../shared/officer/ForOfficer'
import { DuesOf, OwnDues } from './Dues'
import { asked, dashboardQuery, type Period, type Whose } from './queries'
import { Queues } from './Queues'
import { dashboardTexts } from './texts'
import { Waits } from './Waits'

const DAY = /^\d{4}-\d\d-\d\d$/
const USUAL: Period = { from: '', to: '' }
const WHOLE = 'all'
const DISTRICT = /^(\d{4}|all)$/

export default function DashboardPage() {
  const t = useTexts(dashboardTexts)
  return (
    <SignedIn>
      {(me) =>
        me.roles.includes('administrator') ? (
          <OfRegion own={districtOf(me)} />
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

/** An administrator looks at any district, or at all; who is an officer, too, at the own one first. */
function OfRegion({ own }: { own: string | null }) {
  const t = useTexts(dashboardTexts)
  const words = useTexts(dashboardSharedTexts)
  const nameOf = useDistrictNames()
  const [read, put] = useAddress()
  const chosen = read('district', DISTRICT) || (own ?? WHOLE)
  const district = chosen === WHOLE ? '' : chosen
  const decides = district !== '' && district === own
  return (
    <Page title={t('title')} lead={t('lead', { district: district ? nameOf(district) : words('whole') })}>
      <p>
        <Link href="/region">{t('toRegion')}</Link>
      </p>
      <DistrictSelect
        label={t('district')}
        none={words('whole')}
        value={district}
        onChoose={(code) => put({ district: code || WHOLE })}
      />
      {decides ? (
        <Figures key={district} whose={{ own: true }} dues={<OwnDues />} />
      ) : (
        <Figures key={district} whose={{ own: false, district }} dues={<DuesOf district={district} />} />
      )}
    </Page>
  )
}

function Figures({ whose, dues }: { whose: Whose; dues: ReactNode }) {
  const t = useTexts(dashboardTexts)
  const [read, put] = useAddress()
  const period: Period = { from: read('from', DAY), to: read('to', DAY) }
  const query = useQuery(dashboardQuery(whose, period))
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
            <Waits usual={now} period={period} query={query} onChoose={({ from, to }) => put({ from, to })} />
            <AsOf at={now.as_of} />
          </>
        )}
      </Loaded>
      {/* what is refused is no file either */}
      {!query.error && (
        <Downloads
          at={`/api/queue/${whose.own ? '' : 'region/'}dashboard/file`}
          chosen={asked(whose, period)}
          tables={tables}
        />
      )}
    </>
  )
}

/** What was chosen stands in the address: how it is read, by its form, and changed, leaving what else is there. */
function useAddress() {
  const [params, setParams] = useSearchParams()
  const read = (name: string, form: RegExp): string => {
    const value = params.get(name) ?? ''
    return form.test(value) ? value : ''
  }
  const put = (changes: Readonly<Record<string, string>>) => {
    const next = Object.entries({ ...Object.fromEntries(params), ...changes }).filter(([, value]) => value)
    setParams(next, { replace: true })
  }
  return [read, put] as const
}
