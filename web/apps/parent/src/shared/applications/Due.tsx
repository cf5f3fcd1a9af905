/** What must be done now, until when, and what happens after; or that no term runs, and why. */
import { afterTerm } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Deadline, Notice } from '@kezek/ui'

import type { Application } from './model'
import { applicationTexts } from './texts'
import { type Standing, whatRuns } from './whatRuns'

type DueApplication = Pick<Application, 'state' | 'child' | Exclude<keyof Standing, 'status'>>

export function Due({ application: { state, child, ...facts } }: { application: DueApplication }) {
  return <RunsNow name={child.given_name} standing={{ status: state.code, ...facts }} />
}

interface RunsNowProps {
  name: string
  standing: Standing
}

export function RunsNow({ name, standing }: RunsNowProps) {
  const t = useTexts(applicationTexts)
  const runs = whatRuns(standing)
  switch (runs.what) {
    case 'choose':
    case 'come':
      return (
        <Deadline action={t(`${runs.what}Action`)} at={runs.until}>
          {t(afterTerm(runs.what, standing), { name })}
        </Deadline>
      )
    case 'restore':
      return (
        <Deadline action={t('restoreAction')} at={runs.until}>
          {t('restoreAfter', { name })}
        </Deadline>
      )
    case 'stands':
      return (
        <Notice kind="info" title={t('stands')}>
          <p>{t(`stands_${runs.why}`)}</p>
        </Notice>
      )
    default:
      return null
  }
}
