/** The own account: how one is reached, in which language, and the ways to everything that keeps it safe. */
import type { AuthMe } from '@kezek/api'
import { formatIin } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Card, Facts, Page, SignedIn } from '@kezek/ui'

import { OldContacts } from '../../shared/applications/contacts/OldContacts'
import { Contacts } from './Contacts'
import { MessageLanguage } from './MessageLanguage'
import { MoreSettings } from './MoreSettings'
import { SigningOut } from './SigningOut'
import { settingsTexts } from './texts'

export default function SettingsPage() {
  const t = useTexts(settingsTexts)
  return (
    <SignedIn>
      {(me) => (
        <Page narrow title={t('title')}>
          {<Settings me={me} />}
        </Page>
      )}
    </SignedIn>
  )
}

function Settings({ me }: { me: AuthMe }) {
  return (
    <>
      <Account me={me} />
      <Contacts me={me} />
      {me.roles.includes('parent') && <OldContacts />}
      <MessageLanguage me={me} />
      <MoreSettings me={me} />
      <SigningOut />
    </>
  )
}

function Account({ me }: { me: AuthMe }) {
  const t = useTexts(settingsTexts)
  const ways = { eds: t('byEds'), code: t('byCode'), password: t('byPassword'), escort: t('byEscort') }
  return (
    <Card labelledBy="account">
      <h2 id="account">{t('account')}</h2>
      <Facts
        items={[
          { name: t('name'), value: me.name || t('none') },
          { name: t('iin'), value: formatIin(me.iin) },
          { name: t('enteredBy'), value: ways[me.method] },
        ]}
      />
    </Card>
  )
}
