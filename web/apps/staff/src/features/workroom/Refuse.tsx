/** Refusing the child with a reason (M1.82–86): the reason of the list, one's own words, and the signature. */
import { api, type ReferralsFoundView, type ReferralsRefusalBody, unwrap } from '@kezek/api'
import { refusalTexts, useTexts } from '@kezek/i18n'
import { SignPanel, useAct, useStatementIn } from '@kezek/signing'
import { Button, Notice } from '@kezek/ui'
import { useEffect, useRef, useState } from 'react'

import { ExplainedForm } from '../../shared/explained/ExplainedForm'
import type { Work } from '../../shared/workplace/AtWork'
import { workroomTexts } from './texts'
import { type Standing, useStanding } from './useStanding'
import css from './Workroom.module.css'

type Reason = ReferralsRefusalBody['reason']

const REASONS: readonly Reason[] = [
  'age_of_group',
  'special_group_needed',
  'health',
  'data_differ',
  'papers_not_given',
  'no_room',
  'enrolled_elsewhere',
  'family_declined',
  'other',
]

interface RefuseProps {
  me: Work['me']
  referral: ReferralsFoundView
  onStanding: (standing: Standing) => void
  onRefused: () => void
  onBack: () => void
}

export function Refuse({ onBack, ...of }: RefuseProps) {
  const t = useTexts(workroomTexts)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const [why, setWhy] = useState<ReferralsRefusalBody | null>(null)
  const [before, setBefore] = useState<ReferralsRefusalBody | null>(null)
  return (
    <div className={css.accept}>
      <h3 ref={heading} tabIndex={-1}>
        {t(why === null ? 'refuseWhy' : 'refuseSignTitle')}
      </h3>
      {why === null ? (
        <Why first={before} onChosen={setWhy} onBack={onBack} />
      ) : (
        <Sign
          {...of}
          why={why}
          onBack={() => {
            setBefore(why)
            setWhy(null)
          }}
        />
      )}
    </div>
  )
}

interface WhyProps {
  /** What was said before. */
  first: ReferralsRefusalBody | null
  onChosen: (why: ReferralsRefusalBody) => void
  onBack: () => void
}

function Why({ first, onChosen, onBack }: WhyProps) {
  const t = useTexts(workroomTexts)
  const words = useTexts(refusalTexts)
  return (
    <ExplainedForm
      first={first && { way: first.reason, words: first.words }}
      choices={REASONS.map((value) => ({ value, label: words(`reason_${value}`) }))}
      said={{
        way: t('refuseReason'),
        wayMissing: t('refuseChoose'),
        words: t('refuseWords'),
        wordsHint: t('refuseWordsHint'),
        wordsMissing: t('refuseExplain'),
      }}
      next={t('refuse')}
      grave
      onSaid={({ way: reason, words: said }) => onChosen({ reason, words: said })}
    >
      <Button kind="second" onClick={onBack}>
        {t('back')}
      </Button>
    </ExplainedForm>
  )
}

interface SignProps extends RefuseProps {
  why: ReferralsRefusalBody
}

function Sign({ me, referral: { referral_id }, why, onStanding, onRefused, onBack }: SignProps) {
  const t = useTexts(workroomTexts)
  const act = useAct({
    type: 'referrals.refuse',
    name: `${referral_id}.${JSON.stringify(why)}`,
    prepare: () =>
      unwrap(
        api.POST('/api/referrals/referrals/{referral_id}/refusal/acts', {
          params: { path: { referral_id } },
          body: why,
        }),
      ),
    onDone: onRefused,
  })
  useStatementIn(me.language, act)
  useStanding(act, onStanding)
  return (
    <>
      <SignPanel act={act} label={t('refuseSign')} ofKindergarten>
        <Notice kind="info" title={t('after')}>
          <p>{t('refuseAfter')}</p>
          <p>{t('refuseUpheld')}</p>
          <p>{t('refuseOverruled')}</p>
        </Notice>
      </SignPanel>
      {act.state.at !== 'done' && (
        <Button kind="second" onClick={onBack}>
          {t('change')}
        </Button>
      )}
    </>
  )
}
