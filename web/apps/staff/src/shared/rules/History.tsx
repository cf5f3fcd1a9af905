/** Who changed the rules, when, and what was signed; the sentences are in the signer's language. */
import type { QueuePublicationView } from '@kezek/api'
import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Fold, Log, LogLine } from '@kezek/ui'
import { useInfiniteQuery } from '@tanstack/react-query'

import { Part } from './Part'
import { publicationsQuery, type WhatWasPublished } from './queries'
import { rulesTexts } from './texts'

export function History({ of }: { of: WhatWasPublished }) {
  const t = useTexts(rulesTexts)
  const query = useInfiniteQuery(publicationsQuery(of))
  return (
    <Part id="history" title={t('history')}>
      <Log
        query={query}
        keyOf={({ kind, district, year, version }) => [kind, district, year, version].join('.')}
        empty={t('historyEmpty')}
        emptyMore={t('historyEmptyMore')}
      >
        {(line) => <Line line={line} />}
      </Log>
    </Part>
  )
}

function Line({ line }: { line: QueuePublicationView }) {
  const t = useTexts(rulesTexts)
  const language = useLanguage()
  const { version, in_force_from: from, signed_by_name: name, statement } = line
  return (
    <LogLine
      at={line.published_at}
      what={name === null ? t('shipped', { version }) : t('signed', { version })}
      facts={[
        ...(name === null ? [] : [{ name: t('signedBy'), value: name }]),
        ...(from === null ? [] : [{ name: t('holdsFrom'), value: formatDate(from, language) }]),
      ]}
    >
      {statement.length > 0 && (
        <Fold summary={t('statement')}>
          {statement.map((sentence, index) => (
            <p key={index}>{sentence}</p>
          ))}
        </Fold>
      )}
    </LogLine>
  )
}
