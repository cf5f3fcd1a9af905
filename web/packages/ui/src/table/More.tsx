/** The next page of a list, below what is there: the API pages by cursor. */
import { commonTexts, useTexts } from '@kezek/i18n'

import { Button } from '../form/Button'

interface MoreProps {
  /** How many are shown. */
  shown: number
  /** Whether there are more. */
  more: boolean
  busy: boolean
  onMore: () => void
}

export function More({ shown, more, busy, onMore }: MoreProps) {
  const t = useTexts(commonTexts)
  return (
    <>
      <p role="status">{more ? t('shownSoFar', { shown }) : t('shownAll', { shown })}</p>
      {more && (
        <Button kind="second" aria-disabled={busy} onClick={busy ? undefined : onMore}>
          {busy ? t('loading') : t('more')}
        </Button>
      )}
    </>
  )
}
