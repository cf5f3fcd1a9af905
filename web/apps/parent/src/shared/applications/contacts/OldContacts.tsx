/** Applications that are told at other contacts than the account's, and the way to let them have those of the account. */
import type { ApplicationsDifferingContactsView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card, Notice, ProblemNotice } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { ChooseAndTake } from './ChooseAndTake'
import { ownContacts } from './ownContacts'
import { oldContactsQuery } from './queries'
import { SmsStill } from './SmsStill'
import { oldContactsTexts } from './texts'
import { useTake } from './useTake'

type Differing = readonly ApplicationsDifferingContactsView[]

/** Of all one's applications, or of `only` one; nothing where nothing differs. */
export function OldContacts({ only }: { only?: string }) {
  const t = useTexts(oldContactsTexts)
  const { data = [] } = useQuery(oldContactsQuery)
  const take = useTake()
  const concerned = (items: Differing) => items.filter(({ application_id: id }) => only === undefined || id === only)
  const differing = concerned(data)
  if (differing.length === 0 && take.isIdle) return null
  return (
    <Card labelledBy="old-contacts" marked={differing.length > 0 && 'act'}>
      <h2 id="old-contacts">{t('title')}</h2>
      {take.isSuccess && concerned(take.data).length === differing.length && (
        <Done left={differing.length} taken={take.variables} />
      )}
      {differing.length > 0 && <p>{t('about')}</p>}
      {differing.length > 0 && <ChooseAndTake differing={differing} busy={take.isPending} onTake={take.mutate} />}
      {take.error && <ProblemNotice error={take.error} />}
    </Card>
  )
}

function Done({ left, taken }: { left: number; taken: Differing }) {
  const t = useTexts(oldContactsTexts)
  return (
    <Notice kind={left > 0 ? 'important' : 'ok'} live focused="ifLost">
      <p>{t('done', { contacts: ownContacts(taken) })}</p>
      <SmsStill taken={taken} />
      {left > 0 && <p>{t('stillDiffer', { n: left })}</p>}
    </Notice>
  )
}
