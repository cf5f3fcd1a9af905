/** What the family was told, word for word, as evidence: asked for by a press, for each reading is logged. */
import {
  api,
  type NotificationsEvidenceView,
  type NotificationsSentMessage,
  type NotificationsToldNotice,
  unwrap,
} from '@kezek/api'
import { formatMoment, formatPhone, formatToSecond } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, type Column, Fold, Loaded, More, Small, Table } from '@kezek/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { deskCardTexts } from './texts'
import css from './ToldFamily.module.css'

interface Row {
  told: NotificationsToldNotice
  sent: NotificationsSentMessage
}

export function ToldFamily({ application }: { application: string }) {
  const t = useTexts(deskCardTexts)
  const [asked, setAsked] = useState(false)
  return (
    <Card labelledBy="told">
      <h2 id="told">{t('told')}</h2>
      {asked ? (
        <Evidence application={application} />
      ) : (
        <>
          <p>{t('toldMore')}</p>
          <Button
            kind="second"
            onClick={() => {
              setAsked(true)
            }}
          >
            {t('toldShow')}
          </Button>
        </>
      )}
    </Card>
  )
}

function Evidence({ application }: { application: string }) {
  const t = useTexts(deskCardTexts)
  const language = useLanguage()
  const query = useInfiniteQuery({
    queryKey: ['evidence', application, language],
    queryFn: ({ pageParam: before, signal }) =>
      unwrap(
        api.GET('/api/notifications/evidence', {
          params: { query: { application_id: application, language, ...(before && { before }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: Infinity, // nothing is asked again by itself
    gcTime: 0, // who comes back presses, and is logged, again
  })
  const file = new URLSearchParams({ application_id: application, language }).toString()
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <>
          <Told rows={rowsOf(pages)} />
          {pages.length + Number(query.hasNextPage) > 1 && (
            <More
              shown={rowsOf(pages).length}
              more={query.hasNextPage}
              busy={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          )}
          <p>
            <a href={`/api/notifications/evidence/file?${file}`} download>
              {t('toldFile')}
            </a>
          </p>
          <Small>{t('toldFileMore')}</Small>
        </>
      )}
    </Loaded>
  )
}

function rowsOf(pages: readonly NotificationsEvidenceView[]): Row[] {
  return pages.flatMap(({ items }) => items.flatMap((told) => told.sent.map((sent) => ({ told, sent }))))
}

function Told({ rows }: { rows: readonly Row[] }) {
  const t = useTexts(deskCardTexts)
  const language = useLanguage()
  const columns: Column<Row>[] = [
    {
      key: 'words',
      title: t('toldWords'),
      value: ({ told }) => told.occurred_at,
      show: ({ told, sent }) => <Words told={told} sent={sent} />,
    },
    {
      key: 'to',
      title: t('toldTo'),
      value: ({ sent }) => sent.recipient,
      show: ({ sent }) => <To sent={sent} />,
    },
    {
      key: 'state',
      title: t('toldOutcome'),
      value: ({ sent }) => sent.state,
      show: ({ sent }) => <Outcome sent={sent} />,
    },
    {
      key: 'read',
      title: t('toldRead'),
      value: ({ told }) => told.read_at ?? '',
      show: ({ told }) => (told.read_at === null ? t('toldUnread') : formatMoment(told.read_at, language)),
    },
  ]
  return (
    <Table
      caption={t('told')}
      columns={columns}
      rows={rows}
      keyOf={({ sent }) => sent.message_id}
      empty={<p>{t('toldNothing')}</p>}
    />
  )
}

/** The words as they went out; an SMS has no subject but that of the cabinet. */
function Words({ told, sent }: Row) {
  const t = useTexts(deskCardTexts)
  const language = useLanguage()
  return (
    <>
      <time dateTime={told.occurred_at}>{formatMoment(told.occurred_at, language)}</time>
      <Fold summary={sent.subject || told.subject || t('toldErased')}>
        <p lang={sent.language} className={css.words}>
          {sent.text || t('toldErased')}
        </p>
      </Fold>
    </>
  )
}

/** Of what is erased the address is no address any more. */
function To({ sent: { channel, recipient, text } }: { sent: NotificationsSentMessage }) {
  const t = useTexts(deskCardTexts)
  const name = channel === 'sms' ? t('toldBySms') : t('toldByEmail')
  if (text === '') return name
  return (
    <>
      {name}: <span className={css.address}>{channel === 'sms' ? formatPhone(recipient) : recipient}</span>
    </>
  )
}

function Outcome({ sent }: { sent: NotificationsSentMessage }) {
  const t = useTexts(deskCardTexts)
  return (
    <>
      {t(`told_${sent.state}`)}
      {sent.finished_at !== null && `, ${formatToSecond(sent.finished_at)}`}
      <Small>{t('toldAttempts', { n: sent.attempts })}</Small>
      {sent.evidence !== null && <Small>{t('toldAnswer', { answer: sent.evidence })}</Small>}
      {sent.cause !== null && <Small>{t('toldCause', { cause: sent.cause })}</Small>}
      {sent.failed_tries.map(({ attempt, at, cause }) => (
        <Small key={attempt}>{t('toldTry', { n: attempt, time: formatToSecond(at), cause })}</Small>
      ))}
    </>
  )
}
