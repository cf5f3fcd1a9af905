/** How each part of the system does, since when, and what is not done yet (docs/runbooks). */
import { useTexts } from '@kezek/i18n'
import { Actions, AsOf, Button, Notice, Page } from '@kezek/ui'
import { useQueries } from '@tanstack/react-query'

import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { SERVICES } from '../../shared/services/services'
import { SystemTabs } from '../../shared/services/SystemTabs'
import css from './Health.module.css'
import { PartCard } from './PartCard'
import { healthQuery } from './queries'
import { stateOf } from './state'
import { healthTexts } from './texts'

export default function HealthPage() {
  const t = useTexts(healthTexts)
  return (
    <ForAdministrator title={t('title')}>
      {() => (
        <Page title={t('title')} lead={t('lead')}>
          <SystemTabs current="health" />
          <Parts />
        </Page>
      )}
    </ForAdministrator>
  )
}

function Parts() {
  const t = useTexts(healthTexts)
  const parts = useQueries({ queries: SERVICES.map(healthQuery) })
  const states = parts.map(({ data, isError }) => stateOf(data, isError))
  const busy = parts.some(({ isFetching }) => isFetching)
  return (
    <>
      {!states.includes(null) && <Summary troubled={states.filter((state) => state !== 'working').length} />}
      <AsOf
        at={Math.max(...parts.map(({ dataUpdatedAt, errorUpdatedAt }) => Math.max(dataUpdatedAt, errorUpdatedAt)))}
      />
      <Actions>
        <Button
          kind="second"
          aria-disabled={busy}
          onClick={() => {
            for (const part of parts) void part.refetch()
          }}
        >
          {busy ? t('refreshing') : t('refresh')}
        </Button>
      </Actions>
      <div className={css.parts}>
        {SERVICES.map((service, index) => (
          <PartCard key={service} service={service} state={states[index] ?? null} health={parts[index]?.data} />
        ))}
      </div>
    </>
  )
}

function Summary({ troubled }: { troubled: number }) {
  const t = useTexts(healthTexts)
  if (troubled === 0)
    return (
      <Notice kind="ok" live>
        {t('allWell')}
      </Notice>
    )
  return (
    <Notice kind="bad" live title={t('notWell', { n: troubled })}>
      <p>{t('advice')}</p>
    </Notice>
  )
}
