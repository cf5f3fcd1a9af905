/** One kindergarten: how to find and call it, and its free places. */
import { ApiError, type KindergartensKindergartenView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { BackLink, Card, EmptyState, Loaded, Notice, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'

import { useDistrictName } from '../../shared/DistrictSelect'
import { KindergartenFacts } from '../../shared/kindergartens/KindergartenFacts'
import { kindergartenQuery } from '../../shared/kindergartens/queries'
import { FreePlaces } from './FreePlaces'
import { kindergartenPageTexts } from './texts'

export default function KindergartenPage() {
  const t = useTexts(kindergartenPageTexts)
  const language = useLanguage()
  const { id = '' } = useParams()
  const query = useQuery(kindergartenQuery(id))
  const { data, error } = query
  const unknown = error instanceof ApiError && error.is('kindergarten_not_found', 'request_invalid')
  return (
    <>
      <BackLink href={data ? `/kindergartens?district=${data.district}` : '/kindergartens'}>{t('back')}</BackLink>
      <Page narrow title={data?.name[language] ?? t('title')}>
        {unknown ? (
          <EmptyState title={t('notFound')}>{t('notFoundMore')}</EmptyState>
        ) : (
          <Loaded query={query}>{(kindergarten) => <Kindergarten kindergarten={kindergarten} />}</Loaded>
        )}
      </Page>
    </>
  )
}

function Kindergarten({ kindergarten }: { kindergarten: KindergartensKindergartenView }) {
  const t = useTexts(kindergartenPageTexts)
  const district = useDistrictName(kindergarten.district)
  return (
    <>
      {kindergarten.closed && <Notice kind="bad">{t('closed')}</Notice>}
      <Card>
        {district && <p>{district}</p>}
        <KindergartenFacts kindergarten={kindergarten} />
      </Card>
      {!kindergarten.closed && <FreePlaces kindergarten={kindergarten} />}
    </>
  )
}
