/** What one was told, each notice once; opening one says that it is read (docs/adr/0060). */
import type { NotificationsNoticeView as Notified } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, Checkbox, EmptyState, Loaded, More, Notice, Page, ProblemNotice, SignedIn } from '@kezek/ui'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { unreadQuery } from '../../shared/inbox/unreadQuery'
import css from './Inbox.module.css'
import { NoticeLine } from './NoticeLine'
import { inboxQuery, useRead } from './queries'
import { inboxTexts } from './texts'

export default function InboxPage() {
  const t = useTexts(inboxTexts)
  return (
    <SignedIn>
      {() => (
        <Page narrow title={t('title')} lead={t('lead')}>
          <Inbox />
          <p>{t('freeChoice')}</p>
        </Page>
      )}
    </SignedIn>
  )
}

function Inbox() {
  const [unread, setUnread] = useState(false)
  const query = useInfiniteQuery(inboxQuery(useLanguage(), unread))
  const read = useRead()
  return (
    <>
      <Bar
        newest={query.data?.pages[0]?.items[0]?.notice_id}
        unread={unread}
        onUnread={setUnread}
        busy={read.isPending}
        onRead={(up_to) => {
          read.mutate({ up_to })
        }}
      />
      <Outcome read={read} />
      <Loaded query={query}>
        {({ pages }) => (
          <>
            <Notices
              key={String(unread)}
              notices={pages.flatMap(({ items }) => items)}
              unread={unread}
              onRead={(id) => {
                read.mutate({ notice_ids: [id] })
              }}
            />
            {query.hasNextPage && (
              <More
                shown={pages.flatMap(({ items }) => items).length}
                more
                busy={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

function Outcome({ read }: { read: ReturnType<typeof useRead> }) {
  const t = useTexts(inboxTexts)
  if (read.error) return <ProblemNotice error={read.error} />
  if (!read.isSuccess || read.variables.up_to === undefined) return null
  return (
    <Notice kind="ok" live focused="ifLost">
      {t('allRead')}
    </Notice>
  )
}

interface BarProps {
  newest: string | undefined
  unread: boolean
  onUnread: (unread: boolean) => void
  busy: boolean
  onRead: (up_to: string) => void
}

/** The button is there while something is unread. */
function Bar({ newest, unread, onUnread, busy, onRead }: BarProps) {
  const t = useTexts(inboxTexts)
  const left = useQuery(unreadQuery).data?.unread ?? 0
  return (
    <div className={css.bar}>
      <Checkbox
        label={t('onlyUnread')}
        checked={unread}
        onChange={({ currentTarget }) => {
          onUnread(currentTarget.checked)
        }}
      />
      {left > 0 && newest !== undefined && (
        <Button
          kind="second"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) onRead(newest)
          }}
        >
          {t('readAll')}
        </Button>
      )}
    </div>
  )
}

interface NoticesProps {
  notices: readonly Notified[]
  unread: boolean
  onRead: (id: string) => void
}

/** What is opened stays, though it is unread no more. */
function Notices({ notices, unread, onRead }: NoticesProps) {
  const t = useTexts(inboxTexts)
  const [open, setOpen] = useState<readonly Notified[]>([])
  const kept = open.filter((each) => !notices.some((other) => isSame(each, other)))
  const shown = [...notices, ...kept].sort((one, other) => (one.notice_id < other.notice_id ? 1 : -1))
  if (shown.length === 0) {
    return unread ? (
      <EmptyState title={t('noneUnread')}>{t('noneUnreadMore')}</EmptyState>
    ) : (
      <EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>
    )
  }
  return (
    <Card>
      <ol className={css.list}>
        {shown.map((notice) => (
          <NoticeLine
            key={notice.notice_id}
            notice={notice}
            open={open.some((each) => isSame(each, notice))}
            onToggle={(wanted) => {
              setOpen(wanted ? [...open, notice] : open.filter((each) => !isSame(each, notice)))
              if (wanted && notice.read_at === null) onRead(notice.notice_id)
            }}
          />
        ))}
      </ol>
    </Card>
  )
}

function isSame(one: Notified, other: Notified): boolean {
  return one.notice_id === other.notice_id
}
