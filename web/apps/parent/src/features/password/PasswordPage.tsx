/** The own password of a kindergarten worker (domain §2.3): it comes from nowhere but here. */
import type { AuthMe } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { BackLink, Loaded, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { NotHere } from './NotHere'
import { passwordQuery } from './queries'
import { RemovePassword } from './RemovePassword'
import { SetPassword } from './SetPassword'
import { passwordTexts } from './texts'

export default function PasswordPage() {
  const t = useTexts(passwordTexts)
  return (
    <SignedIn>
      {(me) => (
        <>
          <BackLink href="/settings">{t('settings')}</BackLink>
          <Page narrow title={t('title')} lead={t('lead')}>
            {me.roles.includes('worker') ? <Password me={me} /> : <NotHere me={me} />}
          </Page>
        </>
      )}
    </SignedIn>
  )
}

function Password({ me }: { me: AuthMe }) {
  const query = useQuery(passwordQuery)
  return (
    <Loaded query={query}>
      {({ set_at }) => (
        <>
          <SetPassword me={me} setAt={set_at} />
          {set_at !== null && <RemovePassword me={me} />}
        </>
      )}
    </Loaded>
  )
}
