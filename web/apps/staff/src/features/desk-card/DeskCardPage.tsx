/** One application before an officer: claims with their papers beside the form's data, history, documents, likely twice. */
import type { ApplicationsOpenedView, AuthMe } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { AsOf, BackLink, Card, Loaded, Notice, Page, Small } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'

import { openedQuery } from '../../shared/officer/claims'
import { ForOfficer } from '../../shared/officer/ForOfficer'
import { officerSharedTexts } from '../../shared/officer/texts'
import { AtCounter } from './AtCounter'
import { Claim } from './Claim'
import { chosenAtCounter, CounterPapers } from './CounterPapers'
import { Documents } from './Documents'
import { History } from './History'
import { Information } from './Information'
import { Likely } from './Likely'
import { Papers } from './Papers'
import { Referral } from './Referral'
import { deskCardTexts } from './texts'
import { ToldFamily } from './ToldFamily'

export default function DeskCardPage() {
  const t = useTexts(deskCardTexts)
  const { id = '' } = useParams()
  return (
    <>
      <BackLink href="/desk">{t('back')}</BackLink>
      <ForOfficer title={t('title')}>{({ me }) => <Opened key={id} id={id} me={me} />}</ForOfficer>
    </>
  )
}

function Opened({ id, me }: { id: string; me: AuthMe }) {
  const t = useTexts(deskCardTexts)
  const query = useQuery(openedQuery(id))
  const number = query.data?.information.number
  return (
    <Page title={number === undefined ? t('title') : t('titleOf', { number })}>
      <Loaded query={query}>{(opened) => <Whole opened={opened} me={me} />}</Loaded>
      {query.data && <AsOf at={query.dataUpdatedAt} />}
    </Page>
  )
}

function Whole({ opened, me }: { opened: ApplicationsOpenedView; me: AuthMe }) {
  const t = useTexts(deskCardTexts)
  const words = useTexts(officerSharedTexts)
  const { information, claims, history, documents } = opened
  const waiting = claims.filter(({ state }) => state === 'waiting')
  const others = claims.filter(({ state }) => state !== 'waiting')
  return (
    <>
      <Small>{words('logged')}</Small>
      {opened.own && <Notice>{t('own')}</Notice>}
      <Likely twins={opened.twins} likely={opened.likely} />
      {waiting.length === 0 && <Notice kind="info" title={t('nothingWaits')} />}
      {[...waiting, ...others].map((claim) => (
        <Claim
          key={claim.claim_id}
          claim={claim}
          application={information.application_id}
          language={me.language}
          mayDecide={!opened.own}
        />
      ))}
      {opened.statement.length > 0 && (
        <Card labelledBy="statement">
          <h2 id="statement">{t('statement')}</h2>
          <Papers application={information.application_id} files={opened.statement} />
        </Card>
      )}
      <AtCounter information={information} mayAct={!opened.own} />
      {history.some(chosenAtCounter) && <CounterPapers application={information.application_id} />}
      {information.referral && <Referral referral={information.referral} language={me.language} mayAct={!opened.own} />}
      <Information information={information} />
      <History lines={history} />
      <ToldFamily application={information.application_id} />
      {documents.length > 0 && (
        <Card labelledBy="documents">
          <h2 id="documents">{t('documents')}</h2>
          <Documents application={information.application_id} documents={documents} />
        </Card>
      )}
    </>
  )
}
