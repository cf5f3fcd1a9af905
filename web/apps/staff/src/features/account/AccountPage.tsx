/** Somebody's account: who it is, the logs about them, and the end of their sessions (domain §1). */
import type { AuthAccountView, AuthGrantView, AuthMe } from '@kezek/api'
import { formatIin } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { BackLink, Card, Facts, Loaded, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'

import { useDistrictNames } from '../../shared/admin/districts'
import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { adminTexts } from '../../shared/admin/texts'
import { EndSessions } from './EndSessions'
import { accountQuery } from './queries'
import { accountTexts } from './texts'

export default function AccountPage() {
  const t = useTexts(accountTexts)
  const { id = '' } = useParams()
  return (
    <>
      <BackLink href="/accounts">{t('back')}</BackLink>
      <ForAdministrator title={t('title')}>{(me) => <Account key={id} id={id} me={me} />}</ForAdministrator>
    </>
  )
}

function Account({ id, me }: { id: string; me: AuthMe }) {
  const t = useTexts(accountTexts)
  const query = useQuery(accountQuery(id))
  return (
    <Page narrow title={t('title')}>
      <Loaded query={query}>
        {(account) => (
          <>
            <Whose account={account} />
            <EndSessions account={account} own={account.person_id === me.person_id} />
            <Logs id={account.person_id} />
            <p>{t('logged')}</p>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Whose({ account: { iin, name, grants, sessions } }: { account: AuthAccountView }) {
  const t = useTexts(accountTexts)
  const shared = useTexts(adminTexts)
  return (
    <Card labelledBy="whose">
      <h2 id="whose">{name || t('unnamed')}</h2>
      <Facts
        items={[
          { name: shared('iin'), value: formatIin(iin) },
          { name: t('roles'), value: <Roles grants={grants} /> },
          { name: t('sessionsNow'), value: sessions },
        ]}
      />
    </Card>
  )
}

function Roles({ grants }: { grants: readonly AuthGrantView[] }) {
  const t = useTexts(accountTexts)
  const shared = useTexts(adminTexts)
  const nameOf = useDistrictNames()
  if (grants.length === 0) return t('noRoles')
  return grants.map(({ role, district, kindergarten_id }) => (
    <p key={`${role} ${district ?? kindergarten_id ?? ''}`}>
      {kindergarten_id ? <Link href={`/kindergartens/${kindergarten_id}`}>{shared(role)}</Link> : shared(role)}
      {district && `: ${nameOf(district)}`}
    </p>
  ))
}

function Logs({ id }: { id: string }) {
  const t = useTexts(accountTexts)
  return (
    <Card labelledBy="logs">
      <h2 id="logs">{t('logs')}</h2>
      <p>
        <Link href={`/logs?person=${id}`}>{t('whoRead')}</Link>
      </p>
      <p>
        <Link href={`/logs?reader=${id}`}>{t('whatRead')}</Link>
      </p>
      <p>
        <Link href={`/logs/events?person=${id}`}>{t('events')}</Link>
      </p>
    </Card>
  )
}
