/** Templates of contracts: what each district has of its own, read, changed, previewed and published (domain §8). */
import type { AuthMe, DocumentsTemplateVersionView } from '@kezek/api'
import { formatDate } from '@kezek/domain'
import { kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { EmptyState, Loaded, Page, Select, Table } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'

import { useDistrictNames } from '../../shared/admin/districts'
import { DistrictSelect } from '../../shared/admin/DistrictSelect'
import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { Done } from '../../shared/rules/Done'
import { Part } from '../../shared/rules/Part'
import { RulesTabs } from '../../shared/rules/RulesTabs'
import { addressOf, whoseOf } from './address'
import { OWNERSHIPS, ownTemplatesQuery, templateQuery, type Whose } from './queries'
import { Template } from './Template'
import { contractsTexts } from './texts'

export default function ContractsPage() {
  const t = useTexts(contractsTexts)
  return (
    <ForAdministrator title={t('title')}>
      {(me) => (
        <Page title={t('title')} lead={t('lead')}>
          <RulesTabs current="contracts" />
          <Done />
          <Contracts me={me} />
        </Page>
      )}
    </ForAdministrator>
  )
}

function Contracts({ me }: { me: AuthMe }) {
  const t = useTexts(contractsTexts)
  const kinds = useTexts(kindergartenTexts)
  const [params, setParams] = useSearchParams()
  const whose = whoseOf(params)
  return (
    <>
      <DistrictSelect
        label={t('district')}
        none={t('chooseDistrict')}
        value={whose.district}
        onChoose={(district) => setParams(district ? { district, ownership: whose.ownership } : {})}
      />
      {whose.district === '' && <Own />}
      {whose.district !== '' && (
        <>
          <Select
            label={t('ownership')}
            value={whose.ownership}
            onChange={({ target }) => setParams({ district: whose.district, ownership: target.value })}
          >
            {OWNERSHIPS.map((each) => (
              <option key={each} value={each}>
                {kinds(each)}
              </option>
            ))}
          </Select>
          <One me={me} whose={whose} />
        </>
      )}
    </>
  )
}

function One({ me, whose }: { me: AuthMe; whose: Whose }) {
  const query = useQuery(templateQuery(whose))
  return (
    <Loaded query={query}>
      {(view) => (
        <>
          <Template key={addressOf({ ...whose, version: view.template.version })} me={me} whose={whose} view={view} />
          <Versions whose={whose} versions={view.versions} />
        </>
      )}
    </Loaded>
  )
}

function Own() {
  const t = useTexts(contractsTexts)
  const kinds = useTexts(kindergartenTexts)
  const nameOf = useDistrictNames()
  const query = useQuery(ownTemplatesQuery)
  return (
    <Loaded query={query}>
      {({ items }) => (
        <Table
          caption={t('own')}
          rows={items}
          keyOf={({ district, ownership }) => `${district}.${ownership}`}
          empty={<EmptyState title={t('noneOwn')}>{t('noneOwnMore')}</EmptyState>}
          columns={[
            { key: 'district', title: t('district'), value: ({ district }) => nameOf(district) },
            { key: 'ownership', title: t('ownership'), value: ({ ownership }) => kinds(ownership) },
            {
              key: 'version',
              title: t('version'),
              value: ({ version }) => version,
              show: ({ district, ownership, version }) => (
                <Link
                  href={addressOf({ district, ownership })}
                  aria-label={t('open', { name: nameOf(district), kind: kinds(ownership) })}
                >
                  {version}
                </Link>
              ),
            },
          ]}
        />
      )}
    </Loaded>
  )
}

function Versions({ whose, versions }: { whose: Whose; versions: readonly DocumentsTemplateVersionView[] }) {
  const t = useTexts(contractsTexts)
  const language = useLanguage()
  return (
    <Part id="versions" title={t('versions')}>
      <ul>
        {versions.map(({ version, published_at: at, signed_by_name: name }, index) => (
          <li key={version}>
            <Link href={addressOf({ ...whose, version })}>{t('versionNo', { version })}</Link>
            {` · ${at ? `${formatDate(at, language)}, ${t('signedBy')}: ${name ?? ''}` : t('shipped')}`}
            {index === 0 && ` · ${t('inForce')}`}
          </li>
        ))}
      </ul>
    </Part>
  )
}
