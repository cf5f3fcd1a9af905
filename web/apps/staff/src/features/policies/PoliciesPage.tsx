/** What holds in the region and in each district, what is coming, and who changed it (domain §9.policy). */
import type { QueuePoliciesView, QueuePolicyFormView } from '@kezek/api'
import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, LinkButton, Loaded, Page, Small } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'

import { DistrictSelect } from '../../shared/admin/DistrictSelect'
import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { Differences } from '../../shared/rules/Differences'
import { Done } from '../../shared/rules/Done'
import { History } from '../../shared/rules/History'
import { Part } from '../../shared/rules/Part'
import { policiesQuery, policyFormQuery } from '../../shared/rules/queries'
import { RulesTabs } from '../../shared/rules/RulesTabs'
import { rulesTexts } from '../../shared/rules/texts'
import { differences } from '../../shared/rules/values'
import { Numbers } from './Numbers'
import { policiesTexts } from './texts'

export default function PoliciesPage() {
  const t = useTexts(policiesTexts)
  return (
    <ForAdministrator title={t('title')}>
      {() => (
        <Page title={t('title')} lead={t('lead')}>
          <RulesTabs current="policy" />
          <Policies />
        </Page>
      )}
    </ForAdministrator>
  )
}

function Policies() {
  const t = useTexts(policiesTexts)
  const rules = useTexts(rulesTexts)
  const [params, setParams] = useSearchParams()
  const district = params.get('district') ?? ''
  const query = useQuery(policiesQuery(district))
  const form = useQuery(policyFormQuery)
  return (
    <>
      <Done />
      <DistrictSelect
        label={rules('whose')}
        none={rules('whole')}
        value={district}
        onChoose={(code) => setParams(code ? { district: code } : {})}
      />
      <LinkButton href={`/rules/policy${district && `?district=${district}`}`}>{t('changePolicy')}</LinkButton>
      <Loaded query={form}>
        {(fields) => (
          <Loaded query={query}>
            {(policies) => (
              <>
                <InForce district={district} policies={policies} form={fields} />
                <Coming policies={policies} form={fields} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
      <History key={district} of={{ kind: 'policy', ...(district && { district }) }} />
    </>
  )
}

interface PartProps {
  policies: QueuePoliciesView
  form: QueuePolicyFormView
}

function InForce({ district, policies: { in_force: now }, form }: PartProps & { district: string }) {
  const t = useTexts(policiesTexts)
  const language = useLanguage()
  return (
    <Part id="in-force" title={t('inForce')}>
      <p>
        {t('since', { day: formatDate(now.in_force_from, language) })}
        {district && ` · ${t(now.district === null ? 'regionsPolicy' : 'ownPolicy')}`}
      </p>
      <Numbers form={form} policy={now.policy} />
    </Part>
  )
}

function Coming({ policies: { in_force: now, coming }, form }: PartProps) {
  const t = useTexts(policiesTexts)
  const language = useLanguage()
  return (
    <Part id="coming" title={t('coming')}>
      {coming.length === 0 && <Small>{t('notComing')}</Small>}
      {coming.map(({ version, in_force_from: from, policy }, index) => (
        <Card key={version} marked>
          <h3>{t('from', { day: formatDate(from, language) })}</h3>
          <Differences form={form} items={differences(coming[index - 1]?.policy ?? now.policy, policy)} />
        </Card>
      ))}
    </Part>
  )
}
