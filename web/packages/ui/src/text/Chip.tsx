/** A state: shape, colour and word together, so that none of them is needed alone. */
import { classes } from '../classes'
import css from './Chip.module.css'

/** Act or open to act; waits; done well; void; ended. */
export type ChipKind = 'act' | 'wait' | 'ok' | 'bad' | 'ended'

export function Chip({ kind, children }: { kind: ChipKind; children: string }) {
  return <span className={classes(css.chip, css[kind])}>{children}</span>
}
