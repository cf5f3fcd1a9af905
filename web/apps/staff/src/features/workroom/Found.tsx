import { type ReferralsFoundView, useRules } from '@kezek/api'
import { formatDate, formatIin, formatMoment } from '@kezek/domain'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, Chip, Deadline, type Fact, Facts, Notice } from '@kezek/ui'
import { useEffect, useId, useRef, useState } from 'react'

import type { Work } from '../../shared/workplace/AtWork'
import { Accept, type Standing } from './Accept'
import { useBenefit, waitsForBenefit } from './benefits'
import { ChildCard } from './ChildCard'
import { workroomTexts } from './texts'
import css from './Workroom.module.css'

interface FoundProps extends Work {
  referral: ReferralsFoundView
  onStanding: (standing: Standing) => void
  onAccepted: () => void
}

/** «Обработка направления»: whose referral it is, until when, and the child's acceptance (M1.64–73). */
export function Found({ me, kindergarten, referral, onStanding, onAccepted }: FoundProps) {
  const t = useTexts(workroomTexts)
  const heading = useFocus()
  const { stopListDays, missesUntilRemoval } = useRules(kindergarten.district)
  const id = useId()
  const facts = useFacts(referral)
  const [accepting, setAccepting] = useState(false)
  return (
    <Card marked labelledBy={id}>
      <div className={css.head}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {t('processing', { number: referral.number })}
        </h2>
        <Chip kind="ok">{t('valid')}</Chip>
      </div>
      <Deadline action={t('acceptUntil')} at={referral.expires_at}>
        {t('acceptAfter', { n: stopListDays, misses: missesUntilRemoval })}
      </Deadline>
      <Facts items={facts} />
      {waitsForBenefit(referral) && (
        <Notice kind="info" title={t('benefitWaits')}>
          {t('benefitWaitsMore')}
        </Notice>
      )}
      <ChildCard referral={referral} />
      <Notice title={t('compare')}>{t('compareMore')}</Notice>
      {accepting ? (
        <Accept me={me} referral={referral} onStanding={onStanding} onAccepted={onAccepted} />
      ) : (
        <Button onClick={() => setAccepting(true)}>{t('accept')}</Button>
      )}
    </Card>
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
