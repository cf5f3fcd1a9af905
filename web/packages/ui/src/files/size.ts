/** How large a file is, in words. */
import { useTexts } from '@kezek/i18n'

import { MEGABYTE } from './items'
import { filesTexts } from './texts'

const KILOBYTE = 1024

export function useSize(): (bytes: number) => string {
  const t = useTexts(filesTexts)
  return (bytes) =>
    bytes < MEGABYTE
      ? t('kilobytes', { size: Math.ceil(bytes / KILOBYTE) })
      : t('megabytes', { size: tenths(bytes / MEGABYTE) })
}

/** With a comma, as kk and ru write it; a point would be read as thousands. */
function tenths(value: number): string {
  return value.toFixed(1).replace('.', ',').replace(/,0$/, '')
}
