/** «Балалар тізімі»: the children enrolled in the kindergarten one works in (domain §7, M1.75–80, M1.91–92). */
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, AsOf, Button, EmptyState, LinkButton, Loaded, Page } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { rosterQuery } from './queries'
import { RosterTable } from './RosterTable'
import { rosterTexts } from './texts'

export default function RosterPage() {
  const t = useTexts(rosterTexts)
  return <AtWork title={t('title')}>{(work) => <Roster {...work} />}</AtWork>
}

function Roster({ kindergarten }: Work) {
  const t = useTexts(rosterTexts)
  const language = useLanguage()
  const query = useQuery(rosterQuery(kindergarten.id))
  const empty = (
    <EmptyState title={t('empty')} action={<LinkButton href="/workroom">{t('toWorkroom')}</LinkButton>}>
      {t('emptyMore')}
    </EmptyState>
  )
  return (
    <Page title={t('title')} lead={kindergarten.name[language]}>
      <Loaded query={query}>
        {(children) => (
          <>
            <RosterTable rows={children} empty={empty} />
            <AsOf at={query.dataUpdatedAt} />
            <Actions>
              <Button kind="second" small aria-disabled={query.isFetching} onClick={() => void query.refetch()}>
                {query.isFetching ? t('refreshing') : t('refresh')}
              </Button>
            </Actions>
          </>
        )}
      </Loaded>
    </Page>
  )
}
