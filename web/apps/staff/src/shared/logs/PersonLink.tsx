import { useTexts } from '@kezek/i18n'
import { Link } from 'wouter'

import { short } from './Conditions'
import { logTexts } from './texts'

/** Whom a log speaks of: the page of their account, which is logged when it is opened. */
export function PersonLink({ id }: { id: string | null }) {
  const t = useTexts(logTexts)
  return id === null ? t('nobody') : <Link href={`/accounts/${id}`}>{`${t('person')} ${short(id)}`}</Link>
}
