/** Who is an officer or an administrator: given, and ended (domain §1). */
import type { AuthMe } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Page } from '@kezek/ui'

import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { GiveForm } from './GiveForm'
import { Grants } from './Grants'
import { grantsTexts } from './texts'

export default function GrantsPage() {
  const t = useTexts(grantsTexts)
  return (
    <ForAdministrator title={t('title')}>
      {(me: AuthMe) => (
        <Page title={t('title')} lead={t('lead')}>
          <p>{t('readNote')}</p>
          <Grants me={me} />
          <GiveForm />
        </Page>
      )}
    </ForAdministrator>
  )
}
