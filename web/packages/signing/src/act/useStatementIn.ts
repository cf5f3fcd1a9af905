import { useEffect, useEffectEvent } from 'react'

import type { Act } from './useAct'

/** Who changes the language of the pages reads the statement in it, too, as long as it is not being signed. */
export function useStatementIn(language: string, act: Act<unknown>): void {
  const sayAnew = useEffectEvent(() => {
    if (act.state.at === 'ready') act.begin()
  })
  useEffect(() => sayAnew(), [language])
}
