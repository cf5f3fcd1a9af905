import type { AuthHealth } from '@kezek/api'
import type { ChipKind } from '@kezek/ui'

/** How a part does: as it says itself, or that it does not answer. */
export type State = AuthHealth | 'silent'

export const CHIP: Readonly<Record<State, ChipKind>> = {
  working: 'ok',
  late: 'act',
  behind: 'act',
  stopped: 'bad',
  silent: 'bad',
}

/** What was answered before a failure is not how it is now. */
export function stateOf(data: { health: AuthHealth } | undefined, failed: boolean): State | null {
  if (failed) return 'silent'
  return data?.health ?? null
}
