/** How large a file is, in words. */
import { useTexts } from '@kezek/i18n'

import { filesTexts } from './texts'

const KILOBYTE = 1024
const MEGABYTE = KILOBYTE * KILOBYTE

export function useSize(): (bytes: number) => string {
  const t = useTexts(filesTexts)
  return (bytes) =>
    bytes < MEGABYTE
      ? t('kilobytes', { size: Math.max(1, Math.round(bytes / KILOBYTE)) })
      : t('megabytes', { size: tenths(bytes / MEGABYTE) })
}

/** With a comma, as kk and ru write it; a point would be read as thousands. */
function tenths(value: number): string {
  return value.toFixed(1).replace('.', ',').replace(/,0$/, '')
}
