import type { KindergartensAskedView } from '@kezek/api'
import { formatMoment } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, CopyButton, Facts, LinkButton, Page } from '@kezek/ui'

import css from './AccountRequest.module.css'
import { accountRequestTexts } from './texts'

/** Number and code, told this once. */
export function Sent({ asked, onAnother }: { asked: KindergartensAskedView; onAnother: () => void }) {
  const t = useTexts(accountRequestTexts)
  const language = useLanguage()
  const { number, code, submitted_at } = asked
  const both = `${t('number')}: ${number}\n${t('code')}: ${code}`
  return (
    <Page narrow title={t('sentTitle')} lead={t('sentLead')}>
      <Card marked>
        <Facts
          items={[
            { name: t('number'), value: number },
            { name: t('code'), value: <span className={css.code}>{code}</span> },
            { name: t('sentAt'), value: formatMoment(submitted_at, language) },
          ]}
        />
        <Actions>
          <CopyButton text={both}>{t('copy')}</CopyButton>
          <Button kind="second" small onClick={() => print()}>
            {t('print')}
          </Button>
        </Actions>
      </Card>
      <Card labelledBy="next">
        <h2 id="next">{t('next')}</h2>
        <ol className={css.next}>
          <li>{t('next1')}</li>
          <li>{t('next2')}</li>
          <li>{t('next3')}</li>
        </ol>
        <Actions>
          <LinkButton href="/account-request/status">{t('seeStatus')}</LinkButton>
          <Button kind="second" onClick={onAnother}>
            {t('another')}
          </Button>
        </Actions>
      </Card>
    </Page>
  )
}
