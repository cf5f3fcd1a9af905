import type { KindergartensKindergartenView, ReferralsReferralView } from '@kezek/api'
import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Facts, Loaded } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { applicationTexts } from '../../shared/applications/texts'
import { KindergartenFacts } from '../../shared/kindergartens/KindergartenFacts'
import { kindergartenQuery } from '../../shared/kindergartens/queries'
import { referralTexts } from './texts'

/** Where to go, how to call there, and which group it is. */
export function Kindergarten({ referral }: { referral: ReferralsReferralView }) {
  const t = useTexts(referralTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const { group_year, language: taught, issued_at } = referral
  return (
    <Card labelledBy="where">
      <h2 id="where">{t('where')}</h2>
      <Loaded query={useQuery(kindergartenQuery(referral.kindergarten_id))}>
        {(kindergarten) => <Found kindergarten={kindergarten} />}
      </Loaded>
      <Facts
        items={[
          { name: words('groupYear'), value: String(group_year) },
          { name: words('language'), value: words(`language_${taught}`) },
          { name: t('issued'), value: formatDate(issued_at, language) },
        ]}
      />
    </Card>
  )
}

function Found({ kindergarten }: { kindergarten: KindergartensKindergartenView }) {
  const language = useLanguage()
  return (
    <>
      <h3>
        <Link href={`/kindergartens/${kindergarten.id}`}>{kindergarten.name[language]}</Link>
      </h3>
      <KindergartenFacts kindergarten={kindergarten} />
    </>
  )
}
