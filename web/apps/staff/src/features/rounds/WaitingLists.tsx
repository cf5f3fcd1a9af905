/** Who waits for a kindergarten, in the order of the next round. */
import type { QueueRoundsView, QueueWaitingListView } from '@kezek/api'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, EmptyState, Loaded, Select, Small, Table } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { Part } from '../../shared/rules/Part'
import { ALL, FIRST, waitingQuery } from './queries'
import { roundsTexts } from './texts'

export function WaitingLists({ kindergartens }: Pick<QueueRoundsView, 'kindergartens'>) {
  const t = useTexts(roundsTexts)
  const language = useLanguage()
  const [wanted, setWanted] = useState('')
  const named = kindergartens
    .map(({ kindergarten_id: id, name, closed }) => ({
      id,
      name: closed ? t('closed', { name: name[language] }) : name[language],
    }))
    .sort((one, other) => one.name.localeCompare(other.name, language))
  return (
    <Part id="lists" title={t('lists')}>
      <Small>{t('listsAbout')}</Small>
      <Select label={t('whichList')} value={wanted} onChange={({ target }) => setWanted(target.value)}>
        <option value="">{t('choose')}</option>
        {named.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {wanted !== '' && <List key={wanted} kindergarten={wanted} />}
    </Part>
  )
}

function List({ kindergarten }: { kindergarten: string }) {
  const t = useTexts(roundsTexts)
  const [atMost, setAtMost] = useState(FIRST)
  const query = useQuery({ ...waitingQuery(kindergarten, atMost), placeholderData: (before) => before })
  return (
    <Loaded query={query}>
      {({ total, items }) => (
        <>
          <Waiting items={items} total={total} />
          {items.length < total && (
            <Actions>
              <Button kind="second" onClick={() => setAtMost(ALL)}>
                {t('all', { n: total })}
              </Button>
            </Actions>
          )}
        </>
      )}
    </Loaded>
  )
}

function Waiting({ items, total }: QueueWaitingListView) {
  const t = useTexts(roundsTexts)
  const word = useTexts(kindergartenTexts)
  return (
    <Table
      caption={t('listOf', { n: total })}
      rows={items}
      total={total}
      keyOf={({ number }) => number}
      empty={<EmptyState title={t('listEmpty')} />}
      columns={[
        { key: 'number', title: t('application'), value: ({ number }) => number },
        { key: 'category', title: t('category'), value: ({ category }) => category, numeric: true },
        { key: 'queue', title: t('queue'), value: ({ queue }) => `${String(queue.group_year)}, ${word(queue.kind)}` },
        { key: 'place', title: t('place'), value: ({ stands_at: place }) => place, numeric: true },
        { key: 'wish', title: t('wish'), value: ({ wish }) => wish, numeric: true },
      ]}
    />
  )
}
