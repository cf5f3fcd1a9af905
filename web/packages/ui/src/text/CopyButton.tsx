/** Copies a text, and says that it did. */
import { commonTexts, useTexts } from '@kezek/i18n'
import { useState } from 'react'

import { Button } from '../form/Button'

export function CopyButton({ text, children }: { text: string; children?: string }) {
  const t = useTexts(commonTexts)
  const [said, setSaid] = useState('')
  const copied = async () => setSaid(t((await copy(text)) ? 'copied' : 'notCopied'))
  return (
    <>
      <Button kind="second" small onClick={() => void copied()}>
        {children ?? t('copy')}
      </Button>{' '}
      <span role="status">{said}</span>
    </>
  )
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text) // missing where the page came without TLS
    return true
  } catch {
    return false
  }
}
