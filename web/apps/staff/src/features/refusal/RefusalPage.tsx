/** One refusal before an officer: the kindergarten's reason and the family's word beside each other, and the decision. */
import type { AuthMe, ReferralsOpenedRefusalView } from '@kezek/api'
import { refusalTexts, useTexts } from '@kezek/i18n'
import { AsOf, BackLink, Card, Chip, type ChipKind, Facts, Loaded, Notice, Page, Small } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'

import { ForOfficer } from '../../shared/officer/ForOfficer'
import { officerSharedTexts } from '../../shared/officer/texts'
import { Decide } from './Decide'
import { openedRefusalQuery } from './queries'
import css from './Refusal.module.css'
import { FamilySays, KindergartenSays } from './Sides'
import { refusalPageTexts } from './texts'
import { useAbout } from './useAbout'

export default function RefusalPage() {
  const t = useTexts(refusalPageTexts)
  const { id = '' } = useParams()
  return (
    <>
      <BackLink href="/refusals">{t('back')}</BackLink>
      <ForOfficer title={t('title')}>{({ me }) => <Opened key={id} id={id} me={me} />}</ForOfficer>
    </>
  )
}

function Opened({ id, me }: { id: string; me: AuthMe }) {
  const t = useTexts(refusalPageTexts)
  const query = useQuery(openedRefusalQuery(id))
  const number = query.data?.referral_number
  return (
    <Page title={number === undefined ? t('title') : t('titleOf', { number })}>
      <Loaded query={query}>{(opened) => <Whole opened={opened} me={me} />}</Loaded>
      {query.data && <AsOf at={query.dataUpdatedAt} />}
    </Page>
  )
}

function Whole({ opened, me }: { opened: ReferralsOpenedRefusalView; me: AuthMe }) {
  const t = useTexts(refusalPageTexts)
  const words = useTexts(officerSharedTexts)
  const facts = useAbout(opened)
  const { refusal, own } = opened
  return (
    <>
      <Small>{words('logged')}</Small>
      {own && <Notice>{t('own')}</Notice>}
      <Card labelledBy="about">
        <h2 id="about">{t('about')}</h2>
        <Standing opened={opened} />
        <Facts items={facts} />
        <p>
          <Link href={`/desk/${opened.application_id}`}>{t('application')}</Link>
        </p>
      </Card>
      <div className={css.sides}>
        <KindergartenSays opened={opened} />
        <FamilySays opened={opened} />
      </div>
      {refusal.under_review && !own && <Decide opened={opened} language={me.language} />}
    </>
  )
}

const CHIP_OF: Readonly<Record<'upheld' | 'overruled', ChipKind>> = { upheld: 'bad', overruled: 'ok' }

function Standing({ opened: { refusal, waits_days: days } }: { opened: ReferralsOpenedRefusalView }) {
  const t = useTexts(refusalPageTexts)
  const said = useTexts(refusalTexts)
  if (refusal.under_review)
    return (
      <>
        <Chip kind="act">{said('under_review')}</Chip>
        <p>{days === 0 ? t('waitsToday') : t('waits', { n: days })}</p>
      </>
    )
  const { outcome } = refusal
  return outcome === null ? (
    <Chip kind="ended">{said('ended')}</Chip>
  ) : (
    <Chip kind={CHIP_OF[outcome]}>{said(`outcome_${outcome}`)}</Chip>
  )
}
