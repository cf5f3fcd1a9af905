/** A step of the form: where one is, its heading, and what was typed so far kept. */
import { useTexts } from '@kezek/i18n'
import { BackLink, Page, Steps } from '@kezek/ui'
import type { ReactNode } from 'react'

import css from './Apply.module.css'
import type { StepProps } from './ApplyPage'
import { type Step, STEPS } from './form'
import { Kept } from './Kept'
import { applyTexts } from './texts'

interface StepPageProps {
  step: Exclude<Step, 'start'>
  title: string
  draft: StepProps['draft']
  children: ReactNode
}

export function StepPage({ step, title, draft, children }: StepPageProps) {
  const t = useTexts(applyTexts)
  const before = STEPS[STEPS.indexOf(step) - 1]
  return (
    <>
      <BackLink href={before === 'start' ? '/apply' : `/apply?step=${before ?? ''}`}>{t('back')}</BackLink>
      <div className={css.steps}>
        <Steps names={[t('stepApplicant'), t('stepChild'), t('stepCheck')]} current={STEPS.indexOf(step) - 1} />
      </div>
      <Page narrow title={title}>
        {children}
        <Kept draft={draft} />
      </Page>
    </>
  )
}
