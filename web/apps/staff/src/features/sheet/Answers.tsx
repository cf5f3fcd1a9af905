/** What the parents say of a closed month, where they are asked: who has approved, who has not agreed, who has not answered. */
import type { KindergartensMonthChildView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Facts, Fold, Lines } from '@kezek/ui'

import { sheetTexts } from './texts'

type Child = KindergartensMonthChildView

export function Answers({ rows }: { rows: readonly Child[] }) {
  const t = useTexts(sheetTexts)
  const of = {
    approved: rows.filter(({ answer }) => answer?.agreed === true),
    disagreed: rows.filter(({ answer }) => answer?.agreed === false),
    waiting: rows.filter(({ answer }) => answer === null),
  }
  const kinds = ['approved', 'disagreed', 'waiting'] as const
  const nameOf = ({ surname, given_name }: Child) => `${surname} ${given_name}`
  return (
    <>
      <Facts items={kinds.map((kind) => ({ name: t(kind), value: of[kind].length }))} />
      {of.disagreed.length > 0 && (
        <Lines>
          {of.disagreed.map((child) => (
            <li key={child.enrolment_id}>
              {t('disagreedLine', { name: nameOf(child), remark: child.answer?.remark ?? '' })}
            </li>
          ))}
        </Lines>
      )}
      {of.waiting.length > 0 && <Fold summary={t('silent')}>{of.waiting.map(nameOf).join(', ')}</Fold>}
    </>
  )
}
