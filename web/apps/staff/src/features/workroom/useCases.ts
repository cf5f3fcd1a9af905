import type { ReferralsFoundView } from '@kezek/api'
import { useState } from 'react'

import type { Standing } from './useStanding'

/** What a signature came to. */
export type Ended = 'accepted' | 'refused'

interface Case {
  referral: ReferralsFoundView
  standing: Standing
  ended: Ended | null
}

/** The referral that was found last, above those whose signature still waits: what it comes to stays in sight. */
export function useCases() {
  const [cases, setCases] = useState<readonly Case[]>([])
  return {
    cases,
    /** Another search begins: what does not wait goes. */
    begin: () => setCases((all) => all.filter(({ standing }) => standing === 'waits')),
    add: (referral: ReferralsFoundView) =>
      setCases((all) => {
        const [known] = all.filter(isOf(referral))
        const found = known ? { ...known, referral } : { referral, standing: 'idle' as const, ended: null }
        return [found, ...all.filter((one) => one !== known)]
      }),
    change: (referral: ReferralsFoundView, news: Partial<Case>) =>
      setCases((all) => all.map((one) => (isOf(referral)(one) ? { ...one, ...news } : one))),
  }
}

function isOf({ referral_id }: ReferralsFoundView) {
  return ({ referral }: Case) => referral.referral_id === referral_id
}
