/** Who works in the kindergarten: none of them is an escort of its children (domain §8.escorts). */
import { useLanguage, useTexts } from '@kezek/i18n'
import {
  Actions,
  AsOf,
  Button,
  type Column,
  EmptyState,
  FileButton,
  Loaded,
  Notice,
  Page,
  Small,
  Table,
} from '@kezek/ui'
import { formatIin, formatNumeric } from '@kezek/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { EMPTY, type Line, type Typed } from './lines'
import { FromFile } from './FromFile'
import { LineForm } from './LineForm'
import { staffQuery } from './queries'
import { SignLines } from './SignLines'
import { staffTexts } from './texts'

export default function StaffPage() {
  const t = useTexts(staffTexts)
  return <AtWork title={t('title')}>{(work) => <Staff key={work.kindergarten.id} {...work} />}</AtWork>
}

/** What is being done besides looking. */
type Doing = { what: 'type'; typed: Typed } | { what: 'file' } | { what: 'sign'; lines: readonly Line[] } | null

function Staff(work: Work) {
  const t = useTexts(staffTexts)
  const language = useLanguage()
  const [doing, setDoing] = useState<Doing>(null)
  const [done, setDone] = useState(false)
  const go = (next: Doing) => {
    setDone(false)
    setDoing(next)
  }
  const enter = (lines: readonly Line[]) => {
    scrollTo(0, 0)
    go({ what: 'sign', lines })
  }
  const close = () => go(null)
  if (doing?.what === 'sign') {
    const finish = () => {
      setDoing(null)
      setDone(true)
    }
    return <SignLines {...work} lines={doing.lines} onBack={close} onDone={finish} />
  }
  return (
    <Page title={t('title')} lead={work.kindergarten.name[language]}>
      {done && <Notice kind="ok" title={t('done')} live />}
      <p>{t('lead')}</p>
      {doing?.what === 'type' && (
        <LineForm key={doing.typed.iin} first={doing.typed} onLine={(line) => enter([line])} onCancel={close} />
      )}
      {doing?.what === 'file' && <FromFile onLines={enter} onCancel={close} />}
      {doing === null && (
        <Actions>
          <Button onClick={() => go({ what: 'type', typed: EMPTY })}>{t('add')}</Button>
          <Button kind="second" onClick={() => go({ what: 'file' })}>
            {t('file')}
          </Button>
        </Actions>
      )}
      <List kindergarten={work.kindergarten.id} onChange={(typed) => go({ what: 'type', typed })} />
    </Page>
  )
}

interface ListProps {
  kindergarten: string
  onChange: (typed: Typed) => void
}

function List({ kindergarten, onChange }: ListProps) {
  const t = useTexts(staffTexts)
  const query = useQuery(staffQuery(kindergarten))
  const columns = useColumns()
  return (
    <Loaded query={query}>
      {(rows) => (
        <>
          <Table<Line>
            caption={t('title')}
            rows={rows}
            keyOf={({ iin, from_on }) => `${iin}.${from_on}`}
            empty={<EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>}
            columns={columns}
            actions={(line) => (
              <Button
                kind="second"
                small
                aria-label={t('changeOf', { name: line.name })}
                onClick={() => onChange({ ...line, until_on: line.until_on ?? '' })}
              >
                {t('change')}
              </Button>
            )}
          />
          <AsOf at={query.dataUpdatedAt} />
          {rows.length > 0 && (
            <Actions>
              <FileButton
                kind="second"
                small
                href={`/api/kindergartens/kindergartens/${kindergarten}/staff/file?format=csv`}
                name="kezek-staff.csv"
              >
                {t('download')}
              </FileButton>
            </Actions>
          )}
          <Small>{t('logged')}</Small>
        </>
      )}
    </Loaded>
  )
}

function useColumns(): Column<Line>[] {
  const t = useTexts(staffTexts)
  return [
    { key: 'name', title: t('name'), value: ({ name }) => name },
    { key: 'iin', title: t('iin'), value: ({ iin }) => formatIin(iin) },
    { key: 'position', title: t('position'), value: ({ position }) => position },
    { key: 'from_on', title: t('from'), value: ({ from_on }) => formatNumeric(from_on) },
    { key: 'until_on', title: t('until'), value: ({ until_on }) => (until_on ? formatNumeric(until_on) : t('still')) },
  ]
}
