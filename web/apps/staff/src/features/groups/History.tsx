import { api, unwrap } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { kindergartenTexts, useTexts } from '@kezek/i18n'
import { Button, Facts, Lines, Loaded, Small } from '@kezek/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { groupTexts } from '../../shared/groups/texts'
import { groupsTexts } from './texts'

const historyQuery = (kindergarten: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'group-history', kindergarten],
    queryFn: async ({ signal }) => {
      const params = { path: { kindergarten_id: kindergarten } }
      const path = '/api/kindergartens/kindergartens/{kindergarten_id}/groups/history'
      return (await unwrap(api.GET(path, { params, signal }))).items
    },
  })

/** Who stated what: asked for by people only, as each look is logged. */
export function History({ kindergarten }: { kindergarten: string }) {
  const t = useTexts(groupsTexts)
  const [open, setOpen] = useState(false)
  return (
    <>
      <h2>{t('history')}</h2>
      {open ? (
        <Stated kindergarten={kindergarten} />
      ) : (
        <Button kind="second" small onClick={() => setOpen(true)}>
          {t('show')}
        </Button>
      )}
      <Small>{t('logged')}</Small>
    </>
  )
}

function Stated({ kindergarten }: { kindergarten: string }) {
  const t = useTexts(groupsTexts)
  const numbers = useTexts(groupTexts)
  const word = useTexts(kindergartenTexts)
  const query = useQuery(historyQuery(kindergarten))
  return (
    <Loaded query={query}>
      {(stated) =>
        stated.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <Lines>
            {stated.map(({ at, by_name, group_year, language, kind, norm, earlier }) => (
              <li key={at}>
                <Facts
                  items={[
                    { name: t('group'), value: `${group_year}, ${word(`in_${language}`)}, ${word(kind)}` },
                    { name: numbers('norm'), value: norm ?? numbers('noNorm') },
                    { name: numbers('earlier'), value: earlier },
                    { name: t('at'), value: formatNumeric(at) },
                    { name: t('by'), value: by_name ?? t('unknown') },
                  ]}
                />
              </li>
            ))}
          </Lines>
        )
      }
    </Loaded>
  )
}
