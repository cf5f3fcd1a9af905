/** Which kindergartens a family wishes, the dearest first, for the district's rounds (domain §9.rounds). */
import type { QueueWishesView } from '@kezek/api'
import { formatMoment } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, BackLink, Fold, Loaded, Notice, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'

import { ofDistrictQuery } from '../../shared/kindergartens/ofDistrict'
import { Order, useSave } from './Order'
import { wishedQuery } from './queries'
import { wishedTexts } from './texts'

export default function WishedPage() {
  return <SignedIn>{() => <Wished />}</SignedIn>
}

function Wished() {
  const t = useTexts(wishedTexts)
  const { id = '' } = useParams()
  const query = useQuery(wishedQuery(id))
  const most = query.data?.obstacle === null ? t('lead', { most: query.data.most }) : undefined
  return (
    <>
      <BackLink href={`/queue/${id}`}>{t('back')}</BackLink>
      <Page narrow title={t('title')} lead={most}>
        <Loaded query={query}>{(wishes) => <Known wishes={wishes} />}</Loaded>
      </Page>
    </>
  )
}

function Known({ wishes }: { wishes: QueueWishesView }) {
  const t = useTexts(wishedTexts)
  const language = useLanguage()
  const save = useSave(wishes.application_id)
  const kindergartens = useQuery({
    ...ofDistrictQuery(wishes.queue.district, language),
    enabled: wishes.obstacle === null,
  })
  if (wishes.obstacle === 'rounds_not_here')
    return (
      <Notice kind="info" title={t('notHere')}>
        {t('notHereAbout')}
      </Notice>
    )
  if (wishes.obstacle !== null) return <Notice title={t('over')} />
  return (
    <>
      <LastRound wishes={wishes} />
      <Fold summary={t('how')}>
        <p>{t('howAbout')}</p>
        <p>{t('howChange')}</p>
      </Fold>
      {wishes.twins && <Twins wishes={wishes} />}
      <Loaded query={kindergartens}>
        {(found) => <Order key={wishes.changed_at} wishes={wishes} kindergartens={found} save={save} />}
      </Loaded>
      <AsOf at={wishes.as_of} />
    </>
  )
}

function LastRound({ wishes: { last_round: last } }: { wishes: QueueWishesView }) {
  const t = useTexts(wishedTexts)
  const language = useLanguage()
  if (last === null) return <Notice kind="info">{t('noneYet')}</Notice>
  if (last.outcome === 'given') return <Notice kind="ok">{t('lastGave', { n: last.number })}</Notice>
  const words = { none: 'lastNone', fell_away: 'lastAway', not_in_it: 'lastWithout' } as const
  const said = { n: last.number, at: formatMoment(last.held_at, language) }
  return <Notice kind="info">{t(words[last.outcome], said)}</Notice>
}

function Twins({ wishes: { separate_places: apart, application_id: id } }: { wishes: QueueWishesView }) {
  const t = useTexts(wishedTexts)
  return (
    <Notice kind="info">
      <p>
        {t(apart ? 'apart' : 'together')} <Link href={`/wishes/${id}`}>{t('changeTwins')}</Link>
      </p>
    </Notice>
  )
}
