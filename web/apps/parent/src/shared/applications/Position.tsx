/** The number first: where the child stands, and of how many. */
import { useTexts } from '@kezek/i18n'

import css from './Position.module.css'
import { applicationTexts } from './texts'

interface PositionProps {
  position: number
  of: number
}

export function Position({ position, of }: PositionProps) {
  const t = useTexts(applicationTexts)
  return (
    <p className={css.position}>
      <strong className={css.number}>{t('place', { n: position })}</strong> <span>{t('ofAll', { n: of })}</span>
    </p>
  )
}
