/** What the family was told: the messages of each application, with what became of them. */
import type { ApplicationsApplicationView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { BackLink, Card, EmptyState, LinkButton, Loaded, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { MessageLine } from './MessageLine'
import css from './Messages.module.css'
import { journalQuery, messagesQuery } from './queries'
import { messagesTexts } from './texts'

export default function MessagesPage() {
  const t = useTexts(messagesTexts)
  return (
    <SignedIn>
      {() => (
        <>
          <BackLink href="/settings">{t('settings')}</BackLink>
          <Page narrow title={t('title')} lead={t('lead')}>
            <Applications />
            <p>{t('freeChoice')}</p>
          </Page>
        </>
      )}
    </SignedIn>
  )
}

function Applications() {
  const t = useTexts(messagesTexts)
  const query = useQuery(journalQuery)
  return (
    <Loaded query={query}>
      {(applications) =>
        applications.length === 0 ? (
          <EmptyState title={t('noApplications')} action={<LinkButton href="/cabinet">{t('apply')}</LinkButton>}>
            {t('noApplicationsMore')}
          </EmptyState>
        ) : (
          applications.map((each) => <Messages key={each.application_id} application={each} />)
        )
      }
    </Loaded>
  )
}

function Messages({ application }: { application: ApplicationsApplicationView }) {
  const t = useTexts(messagesTexts)
  const { application_id: id, number, child } = application
  const query = useQuery(messagesQuery(id))
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{t('application', { number, child: `${child.surname} ${child.given_name}` })}</h2>
      <Loaded query={query}>
        {(messages) =>
          messages.length === 0 ? (
            <p>{t('empty')}</p>
          ) : (
            <ol className={css.list}>
              {messages.map((message) => (
                <MessageLine key={message.message_id} message={message} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Card>
  )
}
