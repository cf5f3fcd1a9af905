/** A benefit or special needs that the family claims once its application is made (domain §3): no signature. */
import type { ApplicationsApplicationTabs, ApplicationsClaimView } from '@kezek/api'
import { formQuery } from '@kezek/application-form'
import { formatDeadline } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, Loaded, Notice, page, Spinner } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { type ComponentType, Suspense, useState } from 'react'

import { isOver } from '../../shared/applications/model'
import type { AddClaimFormProps } from './AddClaimForm'
import { applicationPageTexts } from './texts'

/** Few add anything: fetched when somebody does. */
const AddClaimForm: ComponentType<AddClaimFormProps> = page(() => import('./AddClaimForm'))

export function AddClaim({ information, claims }: Pick<ApplicationsApplicationTabs, 'information' | 'claims'>) {
  const t = useTexts(applicationPageTexts)
  const [open, setOpen] = useState(false)
  const [added, setAdded] = useState<ApplicationsClaimView | null>(null)
  const { state, district, transfer } = information
  const query = useQuery({ ...formQuery(district.code), enabled: open })
  if (isOver(state.code) || state.code === 'enrolled' || transfer !== null) return null
  const done = (claim: ApplicationsClaimView) => {
    setAdded(claim)
    setOpen(false)
  }
  return (
    <Card labelledBy="add-claim">
      <h2 id="add-claim">{t('addTitle')}</h2>
      {added && (
        <Notice kind="ok" live focused="ifLost">
          <Done claim={added} />
        </Notice>
      )}
      {open ? (
        <Suspense fallback={<Spinner />}>
          <Loaded query={query}>
            {(rules) => (
              <AddClaimForm
                information={information}
                claims={claims}
                rules={rules}
                onDone={done}
                onCancel={() => setOpen(false)}
              />
            )}
          </Loaded>
        </Suspense>
      ) : (
        <>
          <p>{t('addAbout')}</p>
          <Button kind="second" onClick={() => setOpen(true)}>
            {t('addOpen')}
          </Button>
        </>
      )}
    </Card>
  )
}

function Done({ claim: { state, due_at } }: { claim: ApplicationsClaimView }) {
  const t = useTexts(applicationPageTexts)
  const language = useLanguage()
  if (state !== 'unproved') return <p>{t('addDone')}</p>
  return (
    <p>{due_at === null ? t('addDoneUnproved') : t('addDoneProve', { until: formatDeadline(due_at, language) })}</p>
  )
}
