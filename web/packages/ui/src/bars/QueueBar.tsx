/** Who waits, by class, as lengths; the numbers stand in words beside it, so that it says nothing by itself. */
import type { QueueByClassView } from '@kezek/api'

import css from './QueueBar.module.css'

const WIDTH = 1000
const HEIGHT = 20

interface QueueBarProps {
  waiting: number | null
  byClass: QueueByClassView | null
  /** The longest bar beside it. */
  most: number
}

export function QueueBar({ waiting, byClass, most }: QueueBarProps) {
  const parts = byClass
    ? ([
        ['extraordinary', byClass.extraordinary],
        ['priority', byClass.priority],
        ['general', byClass.general],
        ['transfer', byClass.transfer],
      ] as const)
    : ([['whole', waiting ?? 0]] as const)
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, [, many]) => sum + many, 0))
  const long = (many: number) => (many / most) * WIDTH
  return (
    <svg
      className={css.bar}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className={css.ground} width={WIDTH} height={HEIGHT} />
      {parts.map(([name, many], index) => (
        <rect key={name} className={css[name]} x={long(starts[index] ?? 0)} width={long(many)} height={HEIGHT} />
      ))}
    </svg>
  )
}
