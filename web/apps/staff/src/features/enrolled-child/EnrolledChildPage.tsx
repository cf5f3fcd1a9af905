/** A child of the roster, and where it has been: every group here, and the kindergartens before (domain §7.roster). */
import type { KindergartensChildView } from '@kezek/api'
import { formatDate, formatIin, formatNumeric } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, BackLink, Card, Chip, Facts, LinkButton, Loaded, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'

import { EndingPaper } from '../../shared/ending/EndingPaper'
import { childQuery } from '../../shared/roster/queries'
import { rosterSharedTexts } from '../../shared/roster/texts'
import { nameOf, useGroupName } from '../../shared/roster/words'
import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { Escorts } from './Escorts'
import { Stays } from './Stays'
import { childTexts } from './texts'

export default function EnrolledChildPage() {
  const t = useTexts(childTexts)
  const shared = useTexts(rosterSharedTexts)
  const { id = '' } = useParams()
  return (
    <>
      <BackLink href="/roster">{shared('list')}</BackLink>
      <AtWork title={t('title')}>{(work) => <Child key={id} {...work} id={id} />}</AtWork>
    </>
  )
}

function Child({ kindergarten, id }: Work & { id: string }) {
  const query = useQuery(childQuery(kindergarten.id, id))
  return <Loaded query={query}>{(found) => <Found {...found} kindergarten={kindergarten.id} />}</Loaded>
}

function Found({ child, stays, kindergarten }: KindergartensChildView & { kindergarten: string }) {
  const t = useTexts(childTexts)
  const shared = useTexts(rosterSharedTexts)
  const language = useLanguage()
  const groupName = useGroupName()
  const here = child.ended_on === null
  return (
    <Page title={nameOf(child)}>
      <Card labelledBy="about">
        <h2 id="about">{t('about')}</h2>
        <p>{here ? <Chip kind="ok">{t('here')}</Chip> : <Chip kind="ended">{shared('left')}</Chip>}</p>
        <Facts
          items={[
            { name: shared('iin'), value: formatIin(child.iin) },
            { name: shared('born'), value: formatDate(child.birth_date, language) },
            { name: t('group'), value: groupName(child) },
            { name: shared('application'), value: child.application_number },
            { name: shared('referral'), value: child.referral_number },
            { name: shared('accepted'), value: formatNumeric(child.accepted_at) },
            ...(child.ended_on ? [{ name: shared('leftOn'), value: formatNumeric(child.ended_on) }] : []),
            ...(child.reason_name ? [{ name: shared('why'), value: child.reason_name[language] }] : []),
          ]}
        />
        {child.ended_by === 'departed' && (
          <EndingPaper application={child.application_id} kind="departure">
            {t('note')}
          </EndingPaper>
        )}
        {here && (
          <Actions>
            <LinkButton href={`/roster/${child.enrolment_id}/departure`} kind="second">
              {shared('left')}
            </LinkButton>
          </Actions>
        )}
      </Card>
      {here && <Escorts kindergarten={kindergarten} enrolment={child.enrolment_id} />}
      <h2>{t('way')}</h2>
      <Stays stays={stays} />
    </Page>
  )
}
