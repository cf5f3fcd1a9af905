/** Who may bring and fetch the child, besides who applied for it (domain §8.escorts). Every look is recorded. */
import { api, type KindergartensChildEscortView, unwrap } from '@kezek/api'
import { formatIin, formatPhone, phoneLink } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { type Column, Loaded, Table } from '@kezek/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'

import { rosterSharedTexts } from '../../shared/roster/texts'
import { childTexts } from './texts'

const escortsQuery = (kindergarten_id: string, enrolment_id: string) =>
  queryOptions({
    queryKey: ['kindergartens', 'child-escorts', kindergarten_id, enrolment_id],
    queryFn: async ({ signal }) => {
      const path = { kindergarten_id, enrolment_id }
      const at = '/api/kindergartens/kindergartens/{kindergarten_id}/roster/{enrolment_id}/escorts'
      return (await unwrap(api.GET(at, { params: { path }, signal }))).items
    },
    refetchOnWindowFocus: false,
  })

type Row = KindergartensChildEscortView

export function Escorts({ kindergarten, enrolment }: { kindergarten: string; enrolment: string }) {
  const t = useTexts(childTexts)
  const shared = useTexts(rosterSharedTexts)
  const query = useQuery(escortsQuery(kindergarten, enrolment))
  const columns: Column<Row>[] = [
    { key: 'name', title: t('escort'), value: ({ name }) => name },
    { key: 'iin', title: shared('iin'), value: ({ iin }) => formatIin(iin) },
    {
      key: 'phone',
      title: t('phone'),
      value: ({ phone }) => phone,
      show: ({ phone }) => <a href={phoneLink(phone)}>{formatPhone(phone)}</a>,
    },
    { key: 'checked', title: t('checked'), value: ({ checked }) => (checked ? t('yes') : t('notYet')) },
  ]
  return (
    <>
      <h2>{t('escorts')}</h2>
      <p>{t('escortsMore')}</p>
      <Loaded query={query}>
        {(rows) => (
          <Table<Row>
            caption={t('escorts')}
            rows={rows}
            keyOf={({ iin, since }) => `${iin}.${since}`}
            empty={<p>{t('noEscorts')}</p>}
            columns={columns}
          />
        )}
      </Loaded>
    </>
  )
}
