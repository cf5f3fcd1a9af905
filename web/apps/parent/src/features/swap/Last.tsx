import type { KindergartensOwnSwapView } from '@kezek/api'
import { formatMoment } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Notice, Small } from '@kezek/ui'

import { swapTexts } from './texts'

/** What became of the last swap, and why. */
export function Last({ swap, name }: { swap: KindergartensOwnSwapView; name: string }) {
  const t = useTexts(swapTexts)
  const language = useLanguage()
  const done = swap.state === 'done'
  return (
    <Notice kind={done ? 'ok' : 'info'} title={`${t('last')}: ${t(`state_${swap.state}`)}`}>
      <p>{done ? t('doneMore', { name, garden: swap.to.name[language] }) : t('stays', { name })}</p>
      {!done && (
        <p>
          {t('reason')}: {swap.reason_text[language]}.
        </p>
      )}
      {swap.remark !== '' && (
        <p>
          {t('remark')}: {swap.remark}
        </p>
      )}
      <Small>{formatMoment(swap.state_at, language)}</Small>
    </Notice>
  )
}
