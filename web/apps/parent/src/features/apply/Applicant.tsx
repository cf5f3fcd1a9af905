import type { ApplicationsApplicantView } from '@kezek/api'
import { formatDate, formatIin } from '@kezek/domain'
import { commonTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Button, Facts, Fold, Loaded, Notice } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { fullName } from '../../shared/applications/model'
import { applicationTexts } from '../../shared/applications/texts'
import { applicantQuery } from '../../shared/applications/applicant'
import { applyTexts } from './texts'

/** The applicant as the persons register writes them; nobody types it. */
export function Applicant() {
  const query = useQuery(applicantQuery)
  if (query.data === undefined && query.error?.is('register_unavailable'))
    return <Silent onRetry={() => void query.refetch()} />
  return <Loaded query={query}>{(applicant) => (applicant ? <Known applicant={applicant} /> : <Unknown />)}</Loaded>
}

function Known({ applicant }: { applicant: ApplicationsApplicantView }) {
  const t = useTexts(applyTexts)
  const words = useTexts(applicationTexts)
  const language = useLanguage()
  const { iin, birth_date, address, registration } = applicant
  const where = [address ?? t('noAddress'), registration && `(${t(registration)})`].filter(Boolean).join(' ')
  return (
    <>
      <p>{t('fromRegister')}</p>
      <Facts
        items={[
          { name: t('applicantIin'), value: formatIin(iin) },
          { name: t('applicantName'), value: fullName(applicant) },
          { name: t('birthDate'), value: formatDate(birth_date, language) },
          { name: t('address'), value: where },
        ]}
      />
      {applicant.iin_tells_another_day && (
        <Notice>
          <p>{words('anotherDay')}</p>
        </Notice>
      )}
      <Fold summary={t('wrongData')}>
        <p>{t('wrongDataAdvice')}</p>
      </Fold>
    </>
  )
}

function Unknown() {
  const t = useTexts(applyTexts)
  return (
    <Notice kind="bad" live title={t('unknown')}>
      <p>{t('unknownAdvice')}</p>
    </Notice>
  )
}

function Silent({ onRetry }: { onRetry: () => void }) {
  const t = useTexts(applyTexts)
  const common = useTexts(commonTexts)
  return (
    <Notice live title={t('silent')}>
      <p>{t('silentAdvice')}</p>
      <Button kind="second" small onClick={onRetry}>
        {common('retry')}
      </Button>
    </Notice>
  )
}
