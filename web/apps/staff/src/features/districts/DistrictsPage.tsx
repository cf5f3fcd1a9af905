/** The region's districts and cities, and their names in three languages (domain §10). */
import { districtsQuery, type KindergartensDistrictView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Button, Loaded, Notice, Page, Table } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { adminTexts } from '../../shared/admin/texts'
import { ChangeDialog } from './ChangeDialog'
import { districtsTexts } from './texts'

export default function DistrictsPage() {
  const t = useTexts(districtsTexts)
  return (
    <ForAdministrator title={t('title')}>
      {() => (
        <Page title={t('title')} lead={t('lead')}>
          <Districts />
        </Page>
      )}
    </ForAdministrator>
  )
}

function Districts() {
  const shared = useTexts(adminTexts)
  const query = useQuery(districtsQuery)
  const [changing, setChanging] = useState<KindergartensDistrictView | null>(null)
  const [saved, setSaved] = useState(false)
  return (
    <Loaded query={query}>
      {(districts) => (
        <>
          {saved && (
            <Notice kind="ok" live focused>
              {shared('saved')}
            </Notice>
          )}
          <DistrictTable
            districts={districts}
            onChange={(district) => {
              setSaved(false)
              setChanging(district)
            }}
          />
          {changing && (
            <ChangeDialog
              district={changing}
              onCancel={() => setChanging(null)}
              onSaved={() => {
                setChanging(null)
                setSaved(true)
              }}
            />
          )}
        </>
      )}
    </Loaded>
  )
}

interface DistrictTableProps {
  districts: readonly KindergartensDistrictView[]
  onChange: (district: KindergartensDistrictView) => void
}

function DistrictTable({ districts, onChange }: DistrictTableProps) {
  const t = useTexts(districtsTexts)
  const language = useLanguage()
  return (
    <Table<KindergartensDistrictView>
      caption={t('title')}
      rows={districts}
      keyOf={({ code }) => code}
      empty={null}
      columns={[
        { key: 'kk', title: t('kk'), value: ({ name }) => name.kk, filter: 'text', sortable: true },
        { key: 'ru', title: t('ru'), value: ({ name }) => name.ru, filter: 'text', sortable: true },
        { key: 'en', title: t('en'), value: ({ name }) => name.en, filter: 'text', sortable: true },
        { key: 'code', title: t('code'), value: ({ code }) => code, sortable: true },
      ]}
      actions={(district) => (
        <Button
          kind="second"
          small
          aria-label={t('changeOf', { name: district.name[language] })}
          onClick={() => onChange(district)}
        >
          {t('change')}
        </Button>
      )}
    />
  )
}
