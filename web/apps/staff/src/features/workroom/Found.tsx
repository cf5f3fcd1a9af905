import type { ReferralsFoundView } from '@kezek/api'
import { formatDate, formatIin, formatMoment } from '@kezek/domain'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Chip, type ChipKind, type Fact, Facts, Notice, Small } from '@kezek/ui'
import { useEffect, useId, useRef, useState } from 'react'

import type { Work } from '../../shared/workplace/AtWork'
import { Accept } from './Accept'
import { useBenefit, waitsForBenefit } from './benefits'
import { Came } from './Came'
import { ChildCard } from './ChildCard'
import { Refuse } from './Refuse'
import { Stands } from './Stands'
import { workroomTexts } from './texts'
import type { Ended } from './useCases'
import type { Standing } from './useStanding'
import css from './Workroom.module.css'

interface FoundProps extends Work {
  referral: ReferralsFoundView
  onStanding: (standing: Standing) => void
  onEnded: (ended: Ended) => void
  onNoted: (news: Partial<ReferralsFoundView>) => void
}

/** «Обработка направления»: whose referral it is, until when, and the child's acceptance or refusal (M1.64–85). */
export function Found({ kindergarten, referral, ...acts }: FoundProps) {
  const t = useTexts(workroomTexts)
  const language = useLanguage()
  const heading = useFocus()
  const id = useId()
  const facts = useFacts(referral)
  return (
    <Card marked labelledBy={id}>
      <div className={css.head}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {t('processing', { number: referral.number })}
        </h2>
        <Chip kind={CHIP_OF[referral.stopped_by ?? 'runs']}>{t(`chip_${referral.stopped_by ?? 'runs'}`)}</Chip>
      </div>
      <Stands referral={referral} district={kindergarten.district} />
      <Facts items={facts} />
      {waitsForBenefit(referral) && (
        <Notice kind="info" title={t('benefitWaits')}>
          {t('benefitWaitsMore')}
        </Notice>
      )}
      {referral.leaves && (
        <Notice kind="info" title={t('leaves', { garden: referral.leaves[language] })}>
          {t('leavesMore')}
        </Notice>
      )}
      <ChildCard referral={referral} />
      <Acts referral={referral} {...acts} />
    </Card>
  )
}

const CHIP_OF: Readonly<Record<NonNullable<ReferralsFoundView['stopped_by']> | 'runs', ChipKind>> = {
  runs: 'ok',
  came: 'ok',
  papers: 'ok',
  refusal: 'wait',
  overruled: 'act',
}

/** What may be done with it as it stands: nothing while an officer decides, no refusal once one was overruled. */
function Acts({ me, referral, onStanding, onEnded, onNoted }: Omit<FoundProps, 'kindergarten'>) {
  const t = useTexts(workroomTexts)
  const [doing, setDoing] = useState<'accept' | 'refuse' | null>(null)
  const { stopped_by: by, papers_first: papersFirst } = referral
  if (by === 'refusal') return null
  const mayAccept = !papersFirst || by === 'papers' || by === 'overruled'
  const of = { me, referral, onStanding }
  if (doing === 'accept') return <Accept {...of} onAccepted={() => onEnded('accepted')} />
  if (doing === 'refuse') return <Refuse {...of} onRefused={() => onEnded('refused')} onBack={() => setDoing(null)} />
  return (
    <>
      <Notice title={t('compare')}>{t('compareMore')}</Notice>
      {by === null && !papersFirst && <Came referral={referral} onNoted={onNoted} />}
      {!mayAccept && <Notice kind="info" title={t('papersFirst')} />}
      <Actions>
        {mayAccept && <Button onClick={() => setDoing('accept')}>{t('accept')}</Button>}
        {by !== 'overruled' && (
          <Button kind="bad" onClick={() => setDoing('refuse')}>
            {t('refuse')}
          </Button>
        )}
      </Actions>
      {by !== 'overruled' && <Small>{t('refuseOld')}</Small>}
    </>
  )
}

/** What was found is where one reads on. */
function useFocus() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return heading
}

function useFacts(referral: ReferralsFoundView): readonly Fact[] {
  const t = useTexts(workroomTexts)
  const word = useTexts(kindergartenTexts)
  const language = useLanguage()
  const group = t('group', { year: String(referral.group_year), language: word(`in_${referral.language}`) })
  return [
    { name: t('childName'), value: referral.child_name },
    { name: t('childIin'), value: formatIin(referral.child_iin) },
    { name: t('born'), value: formatDate(referral.child_birth_date, language) },
    { name: t('applicantName'), value: referral.applicant_name },
    { name: t('kindergarten'), value: referral.kindergarten_name[language] },
    { name: t('groupYear'), value: group },
    { name: t('benefit'), value: useBenefit(referral) },
    { name: t('applicationNumber'), value: referral.application_number },
    { name: t('issued'), value: formatMoment(referral.issued_at, language) },
  ]
}
