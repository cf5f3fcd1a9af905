/** The administrator's form while it is filled in, and what is missing of it. */
import type { KindergartensRequestView } from '@kezek/api'
import { fieldTexts, useTexts } from '@kezek/i18n'
import { useState } from 'react'

import { missingWords } from '../../shared/admin/words'
import type { Values } from './decided'
import { requestTexts } from './texts'

export interface Draft extends Values {
  change: (change: Partial<Values>) => void
}

/** The form has names in two languages; the third is the administrator's. */
export function useDraft({ name, address }: KindergartensRequestView): Draft {
  const [values, setValues] = useState<Values>({
    way: null,
    kindergarten: null,
    name: { ...name, en: '' },
    address: { ...address, en: '' },
    reason: null,
    remark: '',
  })
  return { ...values, change: (change) => setValues({ ...values, ...change }) }
}

export function useChecks({ way, kindergarten, name, address, reason }: Values): Record<string, string | false> {
  const t = useTexts(requestTexts)
  const field = useTexts(fieldTexts)
  switch (way) {
    case null:
      return { way: t('chooseDecision') }
    case 'join':
      return { kindergarten_id: kindergarten === null && t('chooseKindergarten') }
    case 'asNew':
      return { ...missingWords('name', name, field('missing')), ...missingWords('address', address, field('missing')) }
    case 'refuse':
      return { reason: reason === null && t('chooseReason') }
  }
}
