/** Who comes before others and what shows it: the list, changed as a whole with a signature (domain §5.1). */
import { api, type AuthMe, unwrap } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Loaded, Notice, Page, Table } from '@kezek/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { Done } from '../../shared/rules/Done'
import { History } from '../../shared/rules/History'
import { RulesTabs } from '../../shared/rules/RulesTabs'
import { unsignedOf, useUnsigned } from '../../shared/rules/unsigned'
import { BenefitDialog } from './BenefitDialog'
import { type Benefit, benefitOf, type Draft, draftOf, isSame, NEW, put } from './list'
import { SignStep, UNSIGNED } from './SignStep'
import { benefitsTexts } from './texts'

const benefitsQuery = queryOptions({
  queryKey: ['queue', 'benefits'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/queue/benefits', { signal })),
  meta: { public: true },
})

export default function BenefitsPage() {
  const t = useTexts(benefitsTexts)
  return (
    <ForAdministrator title={t('title')}>
      {(me) => (
        <Page title={t('title')} lead={t('lead')}>
          <RulesTabs current="benefits" />
          <Done />
          <Benefits me={me} />
        </Page>
      )}
    </ForAdministrator>
  )
}

function Benefits({ me }: { me: AuthMe }) {
  const query = useQuery(benefitsQuery)
  return (
    <>
      <Loaded query={query}>
        {({ items, version }) => <List key={version} me={me} published={items} version={version} />}
      </Loaded>
      <History of={{ kind: 'benefits' }} />
    </>
  )
}

interface ListProps {
  me: AuthMe
  published: readonly Benefit[]
  version: number
}

function List({ me, published, version }: ListProps) {
  const t = useTexts(benefitsTexts)
  const [list, setList] = useState(() => keptOf(version) ?? published)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [signing, setSigning] = useState(false)
  const changed = !isSame(list, published)
  useUnsigned(UNSIGNED, changed ? { version, list } : null)
  if (signing && changed) return <SignStep me={me} list={list} version={version} onBack={() => setSigning(false)} />
  return (
    <>
      <Button kind="second" onClick={() => setDraft(NEW)}>
        {t('add')}
      </Button>
      {changed && <Unsigned onReset={() => setList(published)} onSign={() => setSigning(true)} />}
      <BenefitTable
        list={list}
        onChange={(benefit) => setDraft(draftOf(benefit))}
        onRemove={(code) => setList(list.filter((each) => each.code !== code))}
      />
      {draft && (
        <BenefitDialog
          draft={draft}
          taken={draft.code === '' ? list.map(({ code }) => code) : []}
          onCancel={() => setDraft(null)}
          onKeep={(kept) => {
            setList(put(list, benefitOf(kept)))
            setDraft(null)
          }}
        />
      )}
    </>
  )
}

/** A list that was left unsigned, unless another was published meanwhile. */
function keptOf(version: number): readonly Benefit[] | null {
  const kept = unsignedOf(UNSIGNED) as { version: number; list: readonly Benefit[] } | null
  return kept?.version === version ? kept.list : null
}

function Unsigned({ onReset, onSign }: { onReset: () => void; onSign: () => void }) {
  const t = useTexts(benefitsTexts)
  return (
    <Notice title={t('unsigned')} live>
      <p>{t('unsignedMore')}</p>
      <Actions>
        <Button onClick={onSign}>{t('toSign')}</Button>
        <Button kind="second" onClick={onReset}>
          {t('reset')}
        </Button>
      </Actions>
    </Notice>
  )
}

interface BenefitTableProps {
  list: readonly Benefit[]
  onChange: (benefit: Benefit) => void
  onRemove: (code: string) => void
}

function BenefitTable({ list, onChange, onRemove }: BenefitTableProps) {
  const t = useTexts(benefitsTexts)
  const language = useLanguage()
  return (
    <Table<Benefit>
      caption={t('title')}
      rows={list}
      keyOf={({ code }) => code}
      empty={null}
      columns={[
        { key: 'name', title: t('name'), value: ({ name }) => name[language], filter: 'text' },
        { key: 'class', title: t('queueClass'), value: ({ queue_class: of }) => t(of as 'priority'), filter: 'choice' },
        { key: 'proof', title: t('proof'), value: ({ proof }) => proof[language] },
        { key: 'months', title: t('proofMonths'), value: ({ proof_months: months }) => months ?? t('forGood') },
      ]}
      actions={(benefit) => (
        <Actions>
          <Button
            kind="second"
            small
            aria-label={t('changeOf', { name: benefit.name[language] })}
            onClick={() => onChange(benefit)}
          >
            {t('change')}
          </Button>
          <Button
            kind="second"
            small
            aria-label={t('removeOf', { name: benefit.name[language] })}
            onClick={() => onRemove(benefit.code)}
          >
            {t('remove')}
          </Button>
        </Actions>
      )}
    />
  )
}
