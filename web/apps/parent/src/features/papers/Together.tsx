/** What the files of all forms take of the limits that they share: told, and held, before anybody signs. */
import type { ReferralsAwaitedView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Notice } from '@kezek/ui'
import { bytesOf, counted, MEGABYTE, useSize } from '@kezek/ui/files'
import { useEffect } from 'react'

import type { One } from './FormFiles'
import { papersTexts } from './texts'

export interface Shared {
  bytes: number
  /** What is wrong with all of them together, if anything is. */
  wrong: string | false
}

export function useShared(child: ReferralsAwaitedView, all: readonly One[]): Shared {
  const t = useTexts(papersTexts)
  const weighed = all.map(({ files, kept }) => {
    const taken = kept.length > 0 ? kept : counted(files.items)
    return { files, count: taken.length, bytes: bytesOf(taken) }
  })
  const bytes = weighed.reduce((sum, one) => sum + one.bytes, 0)
  const count = weighed.reduce((sum, one) => sum + one.count, 0)
  // what is chosen next must fit beside the other forms
  useEffect(() => {
    for (const one of weighed) one.files.leaveRoom(bytes - one.bytes)
  })
  const { files, megabytes } = child
  if (bytes > megabytes * MEGABYTE) return { bytes, wrong: t('tooLargeTogether', { megabytes }) }
  return { bytes, wrong: count > files && t('tooManyTogether', { files }) }
}

interface TogetherProps extends Shared {
  /** An error summary leads there. */
  id: string
  megabytes: number
}

export function Together({ id, bytes, wrong, megabytes }: TogetherProps) {
  const t = useTexts(papersTexts)
  const size = useSize()
  return (
    <div id={id} tabIndex={-1}>
      <p>{t('used', { used: size(bytes), limit: size(megabytes * MEGABYTE) })}</p>
      {wrong !== false && (
        <Notice kind="bad" live>
          <p>{wrong}</p>
        </Notice>
      )}
    </div>
  )
}
