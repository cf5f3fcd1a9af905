/** The kindergarten's refusal: its reason at once, the family's answers until the decision, and the decision with its reason. */
import type { ReferralsRefusalView } from '@kezek/api'
import { formatMoment } from '@kezek/domain'
import { refusalTexts, useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, BackLink, Card, Chip, Facts, Loaded, Notice, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'

import { applicationQuery, refusalQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import { Answer } from './Answer'
import { Answers } from './Answers'
import css from './Refusal.module.css'
import { refusalPageTexts } from './texts'

export default function RefusalPage() {
  const { id = '' } = useParams()
  return <SignedIn>{() => <Refusal id={id} />}</SignedIn>
}

function Refusal({ id }: { id: string }) {
  const t = useTexts(refusalPageTexts)
  const refusal = useQuery(refusalQuery(id))
  const application = useQuery(applicationQuery(id))
  return (
    <>
      <BackLink href={`/referral/${id}`}>{t('back')}</BackLink>
      <Page narrow title={t('title')}>
        <Loaded query={refusal}>
          {(found) => (
            <>
              <Now refusal={found} stays={application.data?.information.transfer?.lasts ?? false} />
              <Why refusal={found} />
              <Answers application={id} refusal={found} />
              {found.under_review && found.answers_left > 0 && (
                <Loaded query={application}>
                  {({ information }) => (
                    <Answer
                      key={found.answers.length}
                      application={id}
                      district={information.district.code}
                      left={found.answers_left}
                    />
                  )}
                </Loaded>
              )}
            </>
          )}
        </Loaded>
        {refusal.data && <AsOf at={refusal.dataUpdatedAt} />}
      </Page>
    </>
  )
}

interface NowProps {
  refusal: ReferralsRefusalView
  /** The child is in another kindergarten, and stays there. */
  stays: boolean
}

/** What is so now, and what may come of it. */
function Now({ refusal, stays }: NowProps) {
  const t = useTexts(refusalPageTexts)
  const words = useTexts(refusalTexts)
  const said = useTexts(applicationTexts)
  const language = useLanguage()
  const { outcome, under_review: waits } = refusal
  if (waits)
    return (
      <Card marked="act">
        <Chip kind="wait">{words('under_review')}</Chip>
        <p>{t('waits')}</p>
        <ul>
          <li>{t('ifOverruled')}</li>
          <li>{t('ifUpheld')}</li>
        </ul>
      </Card>
    )
  if (outcome === null) return <Notice kind="info" title={words('ended')} />
  return (
    <Card marked labelledBy="decision">
      <h2 id="decision">{t('decision')}</h2>
      <Chip kind={outcome === 'overruled' ? 'ok' : 'bad'}>{words(`outcome_${outcome}`)}</Chip>
      <Facts
        items={[
          { name: t('decisionWords'), value: <p className={css.words}>{refusal.decision_words}</p> },
          ...(refusal.decided_at === null
            ? []
            : [{ name: t('decidedAt'), value: formatMoment(refusal.decided_at, language) }]),
        ]}
      />
      <p>
        {outcome !== 'overruled' && stays
          ? said('againElsewhere')
          : t(outcome === 'overruled' ? 'thenOverruled' : 'thenUpheld')}
      </p>
    </Card>
  )
}

function Why({ refusal }: { refusal: ReferralsRefusalView }) {
  const t = useTexts(refusalPageTexts)
  const words = useTexts(refusalTexts)
  const language = useLanguage()
  return (
    <Card labelledBy="why">
      <h2 id="why">{t('kindergartenSays')}</h2>
      <Facts
        items={[
          { name: t('reason'), value: words(`reason_${refusal.reason}`) },
          { name: t('words'), value: <p className={css.words}>{refusal.words}</p> },
          { name: t('refusedAt'), value: formatMoment(refusal.refused_at, language) },
        ]}
      />
    </Card>
  )
}
