import { useTexts } from '@kezek/i18n'
import { Fold } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { Numbers } from '../../shared/groups/Numbers'
import { groupsQuery, sameGroup } from '../../shared/groups/queries'
import type { Typed } from './offer'
import { addTexts } from './texts'

/** What the chosen group has, as soon as it is chosen and anything is known of it; the API judges. */
export function Room({ kindergarten, typed }: { kindergarten: string; typed: Typed }) {
  const t = useTexts(addTexts)
  const { data = [] } = useQuery(groupsQuery(kindergarten))
  const wanted = { group_year: Number(typed.group_year), language: typed.language, kind: typed.kind }
  const group = data.find((each) => sameGroup(each, wanted))
  if (!group) return null
  return (
    <Fold summary={group.free === null ? t('roomUnlimited') : t('room', { n: group.free })}>
      <Numbers group={group} />
    </Fold>
  )
}
