/** One admission application before a kindergarten's worker: the files beside the form, and the decision (domain §8.papers). */
import type { ReferralsOpenedAdmissionView } from '@kezek/api'
import { formatMoment } from '@kezek/domain'
import { admissionTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, AsOf, BackLink, Card, Chip, Facts, Lines, LinkButton, Loaded, Notice, Page, Small } from '@kezek/ui'
import { FilesBeside, SignedContract } from '@kezek/ui/files'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'

import { EndingPaper } from '../../shared/ending/EndingPaper'
import { AtWork, type Work } from '../../shared/workplace/AtWork'
import css from './Admission.module.css'
import { CHIP_OF } from './AdmissionsPage'
import { Decide, type Outcome } from './Decide'
import { linkOf, openedAdmissionQuery } from './queries'
import { admissionDeskTexts } from './texts'
import { useAbout } from './useAbout'

export default function AdmissionPage() {
  const t = useTexts(admissionDeskTexts)
  const { id = '' } = useParams()
  return (
    <>
      <BackLink href="/admissions">{t('back')}</BackLink>
      <AtWork title={t('one')}>{(work) => <Asked key={id} {...work} id={id} />}</AtWork>
    </>
  )
}

interface OpenedProps {
  opened: ReferralsOpenedAdmissionView
}

function Asked({ id, me }: Work & { id: string }) {
  const t = useTexts(admissionDeskTexts)
  const query = useQuery(openedAdmissionQuery(id))
  const [done, setDone] = useState<{ outcome: Outcome; submissions: number } | null>(null)
  const { number, submissions = [] } = query.data ?? {}
  // papers that come once more after they were returned are decided on anew
  const told = done?.submissions === submissions.length ? done.outcome : null
  return (
    <Page title={number === undefined ? t('one') : t('oneOf', { number })}>
      {told && <Done outcome={told} />}
      <Loaded query={query}>
        {(opened) => (
          <>
            <Small>{t('logged')}</Small>
            <div className={css.sides}>
              <Form opened={opened} />
              <Papers opened={opened} />
            </div>
            {told === null && (opened.may_accept || opened.may_return) && (
              <Decide
                key={opened.submissions.length}
                opened={opened}
                language={me.language}
                onDone={(outcome) => {
                  setDone({ outcome, submissions: opened.submissions.length })
                }}
              />
            )}
          </>
        )}
      </Loaded>
      {query.data && <AsOf at={query.dataUpdatedAt} />}
    </Page>
  )
}

/** How things stand: a refusal says more than what became of the papers. */
function standing({ status, state }: OpenedProps['opened']) {
  if (status === 'refused') return 'stands_refused'
  return status === 'refusal_review' ? 'stands_review' : (`stands_${state}` as const)
}

/** Who asks, for whom, by which referral. */
function Form({ opened }: OpenedProps) {
  const t = useTexts(admissionDeskTexts)
  const words = useTexts(admissionTexts)
  const { child, applicant } = useAbout(opened)
  return (
    <Card labelledBy="form">
      <h2 id="form">{t('form')}</h2>
      <Chip kind={CHIP_OF[opened.state]}>{words(`state_${opened.state}`)}</Chip>
      <p>{t(standing(opened))}</p>
      {opened.status === 'refused' && (
        <EndingPaper application={opened.application_id} kind="refusal">
          {t('refusalPaper')}
        </EndingPaper>
      )}
      <h3>{t('child')}</h3>
      <Facts items={child} />
      <h3>{t('applicant')}</h3>
      <Facts items={applicant} />
    </Card>
  )
}

/** What was handed in last, to be opened; what was returned before is told. */
function Papers({ opened: { application_id: application, referral_id: id, submissions } }: OpenedProps) {
  const t = useTexts(admissionDeskTexts)
  const words = useTexts(admissionTexts)
  const language = useLanguage()
  const last = submissions.at(-1)
  const files = (last?.files ?? []).map(({ file_id, form, name, media_type, size }) => ({
    id: file_id,
    name: `${words(`form_${form}`)}: ${name}`,
    media_type,
    size,
  }))
  const returned = submissions.flatMap((each) => (each.returned ? [each.returned] : []))
  return (
    <Card labelledBy="papers">
      <h2 id="papers">{words('documents')}</h2>
      {last && <p>{t('handedIn', { at: formatMoment(last.at, language) })}</p>}
      <FilesBeside files={files} linkOf={(file) => linkOf(id, file.id)} />
      {last?.contract_number && (
        <>
          <p>{words('contract', { number: last.contract_number })}</p>
          <SignedContract application={application} referral={id} />
        </>
      )}
      {returned.length > 0 && (
        <>
          <h3>{t('returnedBefore')}</h3>
          <Lines>
            {returned.map(({ at, flaw, words: said }) => (
              <li key={at}>
                <p>
                  {words(`flaw_${flaw}`)}. {said}
                </p>
                <Small>{formatMoment(at, language)}</Small>
              </li>
            ))}
          </Lines>
        </>
      )}
    </Card>
  )
}

function Done({ outcome }: { outcome: Outcome }) {
  const t = useTexts(admissionDeskTexts)
  return (
    <Notice kind="ok" title={t(`done_${outcome}`)} live focused="ifLost">
      <p>{t(`done_${outcome}More`)}</p>
      <Actions>
        <LinkButton href={outcome === 'accepted' ? '/roster' : '/admissions'} kind="second">
          {t(outcome === 'accepted' ? 'toRoster' : 'back')}
        </LinkButton>
      </Actions>
    </Notice>
  )
}
