/** The sortings of the district: who signed, when, and what each did to every queue. */
import type { QueueSortingView } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { kindergartenTexts, useTexts } from '@kezek/i18n'
import { Card, EmptyState, Facts, Fold } from '@kezek/ui'

import { Part } from '../../shared/rules/Part'
import { sortingTexts } from './texts'

export function Past({ history }: { history: readonly QueueSortingView[] }) {
  const t = useTexts(sortingTexts)
  return (
    <Part id="history" title={t('history')}>
      {history.length === 0 && <EmptyState title={t('historyEmpty')} />}
      {history.map((each) => (
        <Sorting key={each.id} sorting={each} />
      ))}
    </Part>
  )
}

function Sorting({ sorting }: { sorting: QueueSortingView }) {
  const t = useTexts(sortingTexts)
  const word = useTexts(kindergartenTexts)
  const { year, done, queues, reason } = sorting
  const sum = (of: 'children' | 'went' | 'corrected') => String(queues.reduce((all, each) => all + each[of], 0))
  return (
    <Card marked={!done}>
      <h3>{t(done ? 'sortedFor' : 'sortingFor', { year: String(year) })}</h3>
      <Facts
        items={[
          { name: t('signedAt'), value: formatNumeric(sorting.signed_at) },
          { name: t('signedBy'), value: sorting.signed_by_name },
          ...(reason === null ? [] : [{ name: t('reason'), value: reason }]),
          { name: t('children'), value: sum('children') },
          { name: t('went'), value: sum('went') },
          { name: t('corrected'), value: sum('corrected') },
        ]}
      />
      <Fold summary={t('byQueue')}>
        <Facts
          items={queues.map(({ queue, ...of }) => ({
            name: `${String(queue.group_year)}, ${word(queue.kind)}`,
            value:
              of.sorted_at === null
                ? t('queueWaits')
                : t('queueDone', { children: of.children, went: of.went, came: of.came }),
          }))}
        />
      </Fold>
    </Card>
  )
}
