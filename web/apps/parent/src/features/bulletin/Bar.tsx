/** Who waits, by class, as lengths; the numbers stand in words beside it, so that it says nothing by itself. */
import type { QueueQueueFiguresView } from '@kezek/api'

import css from './Bulletin.module.css'

const WIDTH = 1000
const HEIGHT = 20

interface BarProps {
  waiting: number | null
  byClass: QueueQueueFiguresView['by_class']
  most: number
}

export function Bar({ waiting, byClass, most }: BarProps) {
  const parts = byClass
    ? ([
        ['extraordinary', byClass.extraordinary],
        ['priority', byClass.priority],
        ['general', byClass.general],
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
