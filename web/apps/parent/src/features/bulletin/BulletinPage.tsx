/** Figures of the queues for everybody: who waits by class, who is called, what is free (domain §5.figures). */
import { api, type QueueFiguresView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { AsOf, Card, EmptyState, Loaded, Page, Small } from '@kezek/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { useDistrict } from '../../shared/district'
import { DistrictSelect } from '../../shared/DistrictSelect'
import { LastCalls } from './LastCalls'
import { OpenData } from './OpenData'
import { QueueCard } from './QueueCard'
import css from './Bulletin.module.css'
import { bulletinTexts } from './texts'

const figuresQuery = (district: string) =>
  queryOptions({
    queryKey: ['queue', 'figures', district],
    queryFn: ({ signal }) => unwrap(api.GET('/api/queue/figures', { params: { query: { district } }, signal })),
    meta: { public: true },
  })

export default function BulletinPage() {
  const t = useTexts(bulletinTexts)
  const [district, choose] = useDistrict()
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DistrictSelect label={t('district')} none={t('notChosen')} value={district ?? ''} onChoose={choose} />
      {district ? <District district={district} /> : <EmptyState title={t('choose')}>{t('chooseMore')}</EmptyState>}
      <p>
        <Link href="/place">{t('placeCheck')}</Link>
      </p>
    </Page>
  )
}

function District({ district }: { district: string }) {
  const query = useQuery(figuresQuery(district))
  return (
    <Loaded query={query}>
      {(figures) => (
        <>
          <Queues figures={figures} />
          <LastCalls calls={figures.calls} />
          <OpenData district={district} asOf={figures.as_of} />
        </>
      )}
    </Loaded>
  )
}

function Queues({ figures: { items, hidden_below: least, as_of: asOf, categories } }: { figures: QueueFiguresView }) {
  const t = useTexts(bulletinTexts)
  if (items.length === 0) return <EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>
  const most = Math.max(1, ...items.map(({ waiting }) => waiting ?? 0))
  return (
    <Card labelledBy="queues">
      <h2 id="queues">{t('queues')}</h2>
      <ul className={css.queues}>
        {items.map((each) => (
          <QueueCard
            key={`${each.queue.kind}.${String(each.queue.group_year)}`}
            figures={each}
            most={most}
            least={least}
            categories={categories}
          />
        ))}
      </ul>
      <Small>{t('hiddenWhy', { n: least })}</Small>
      <AsOf at={asOf} />
    </Card>
  )
}
