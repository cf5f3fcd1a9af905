/** Who comes from signing is told that it is done; a reload or a way back does not say it again. */
import { useTexts } from '@kezek/i18n'
import { Notice } from '@kezek/ui'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'

import { rulesTexts } from './texts'

export function Done() {
  const t = useTexts(rulesTexts)
  const [params, setParams] = useSearchParams()
  const signed = params.has('signed')
  const [done, setDone] = useState(signed)
  // signed on this very page, which was here before
  if (signed && !done) setDone(true)
  useEffect(() => {
    if (!signed) return
    params.delete('signed')
    setParams(params, { replace: true })
  }, [signed, params, setParams])
  if (!done) return null
  return (
    <Notice kind="ok" title={t('done')} live>
      {t('doneMore')}
    </Notice>
  )
}
