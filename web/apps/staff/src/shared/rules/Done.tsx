/** Who comes from signing is told that it is done; a reload or a way back does not say it again. */
import { useTexts } from '@kezek/i18n'
import { Notice } from '@kezek/ui'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'

import { rulesTexts } from './texts'

export function Done() {
  const t = useTexts(rulesTexts)
  const [params, setParams] = useSearchParams()
  const [done] = useState(params.has('signed'))
  useEffect(() => {
    if (!params.has('signed')) return
    params.delete('signed')
    setParams(params, { replace: true })
  }, [params, setParams])
  if (!done) return null
  return (
    <Notice kind="ok" title={t('done')} live>
      {t('doneMore')}
    </Notice>
  )
}
