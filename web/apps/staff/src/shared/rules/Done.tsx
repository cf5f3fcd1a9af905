/** Who comes from signing is told that it is done, where it was signed; a reload or a way back does not say it again. */
import { useTexts } from '@kezek/i18n'
import { Notice } from '@kezek/ui'
import { useEffect, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'

import { rulesTexts } from './texts'

export function Done() {
  const t = useTexts(rulesTexts)
  const [path] = useLocation()
  const [params, setParams] = useSearchParams()
  const signed = params.has('signed')
  const rest = new URLSearchParams(params)
  rest.delete('signed')
  const here = `${path}?${rest.toString()}`
  const [done, setDone] = useState({ signed, at: signed ? here : null, times: 0 })
  // signed on this very page, which was here before, perhaps once more
  if (signed && !done.signed) setDone({ signed, at: here, times: done.times + 1 })
  // another district, another year: nothing was signed there
  else if (done.at !== null && done.at !== here) setDone({ ...done, signed, at: null })
  else if (!signed && done.signed) setDone({ ...done, signed })
  useEffect(() => {
    if (!signed) return
    params.delete('signed')
    setParams(params, { replace: true })
  }, [signed, params, setParams])
  if (done.at === null) return null
  return (
    <Notice key={done.times} kind="ok" title={t('done')} live>
      {t('doneMore')}
    </Notice>
  )
}
