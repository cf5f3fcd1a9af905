/** The next page of a list, below what is there: the API pages by cursor. */
import { commonTexts, useTexts } from '@kezek/i18n'
import { useEffect, useRef } from 'react'

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
  const said = useRef<HTMLParagraphElement>(null)
  const asked = useRef(false)
  useEffect(() => {
    if (!more && asked.current) said.current?.focus() // the button is no more
  }, [more])
  const ask = () => {
    asked.current = true
    onMore()
  }
  return (
    <>
      <p ref={said} role="status" tabIndex={-1}>
        {more ? t('shownSoFar', { shown }) : t('shownAll', { shown })}
      </p>
      {more && (
        <Button kind="second" aria-disabled={busy} onClick={busy ? undefined : ask}>
          {busy ? t('loading') : t('more')}
        </Button>
      )}
    </>
  )
}
