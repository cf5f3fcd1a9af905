/** One district: what the yearly sorting would do, the signature, and the sortings of before (domain §9.sorting). */
import type { AuthMe, QueueDistrictSortingView } from '@kezek/api'
import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, BackLink, Loaded, Notice, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'wouter'

import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { Done } from '../../shared/rules/Done'
import { Ask } from './Ask'
import { Forecast } from './Forecast'
import { Past } from './Past'
import { sortingQuery } from './queries'
import { Refresh } from './Refresh'
import { SignStep } from './SignStep'
import { sortingTexts } from './texts'

export default function SortingPage() {
  const t = useTexts(sortingTexts)
  const { district = '' } = useParams()
  return <ForAdministrator title={t('title')}>{(me) => <District me={me} district={district} />}</ForAdministrator>
}

function District({ me, district }: { me: AuthMe; district: string }) {
  const t = useTexts(sortingTexts)
  const language = useLanguage()
  const query = useQuery(sortingQuery(district))
  return (
    <>
      <BackLink href="/rules/sorting">{t('toDistricts')}</BackLink>
      <Page title={t('title')} lead={query.data?.name[language]}>
        <Done />
        <Loaded query={query}>{(sorting) => <Sorting me={me} sorting={sorting} />}</Loaded>
      </Page>
    </>
  )
}

function Sorting({ me, sorting }: { me: AuthMe; sorting: QueueDistrictSortingView }) {
  const [params, setParams] = useSearchParams()
  const again = sorting.refusal === 'sorted_already'
  const reason = params.get('reason') ?? ''
  const signs = params.get('step') === 'sign' && (sorting.refusal === null || (again && reason !== ''))
  if (signs) {
    const body = { district: sorting.district, reason: again ? reason : null }
    return <SignStep me={me} body={body} onBack={() => setParams({ ...(reason && { reason }) })} />
  }
  return (
    <>
      <Refused sorting={sorting} />
      {sorting.due_on !== null && (
        <>
          <Refresh sorting={sorting} />
          <Forecast sorting={sorting} />
        </>
      )}
      {(sorting.refusal === null || again) && (
        <Ask
          again={again}
          reason={reason}
          onNext={(typed) => {
            scrollTo(0, 0)
            setParams({ ...(typed && { reason: typed }), step: 'sign' })
          }}
        />
      )}
      <Past history={sorting.history} />
      <AsOf at={sorting.as_of} />
    </>
  )
}

function Refused({ sorting: { refusal, due_on: due } }: { sorting: QueueDistrictSortingView }) {
  const t = useTexts(sortingTexts)
  const language = useLanguage()
  if (refusal === 'sorting_not_here') return <Notice kind="info" title={t('notHere')} />
  if (refusal === 'sorting_too_early' && due !== null)
    return <Notice kind="info" title={t('tooEarly', { from: formatDate(due, language) })} />
  if (refusal === 'sorted_already') return <Notice kind="info" title={t('already')} />
  return null
}
