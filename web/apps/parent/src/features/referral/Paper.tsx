/** The referral on paper, and the code by which anybody may check it. */
import { documentAddress, type DocumentsDocumentView, type ReferralsReferralView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, CopyButton, Loaded } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { fileName } from '../../shared/applications/documents'
import { paperQuery } from './queries'
import css from './Referral.module.css'
import { referralTexts } from './texts'

interface PaperProps {
  application: string
  referral: ReferralsReferralView
}

export function Paper({ application, referral }: PaperProps) {
  const t = useTexts(referralTexts)
  const query = useQuery(paperQuery(application, referral.referral_id))
  return (
    <Card labelledBy="paper">
      <h2 id="paper">{t('paper')}</h2>
      <Loaded query={query}>
        {(paper) => (paper ? <Made paper={paper} number={referral.number} /> : <p role="status">{t('coming')}</p>)}
      </Loaded>
    </Card>
  )
}

function Made({ paper, number }: { paper: DocumentsDocumentView; number: string }) {
  const t = useTexts(referralTexts)
  const language = useLanguage()
  const { id, check_code: code } = paper
  const address = documentAddress(id)
  return (
    <>
      <p>{t('paperAbout')}</p>
      <p className={css.ways}>
        <a href={address} target="_blank" rel="noreferrer" aria-label={t('viewOne', { number })}>
          {t('view')}
        </a>
        <a href={address} download={fileName(number)} aria-label={t('downloadOne', { number })}>
          {t('download')}
        </a>
      </p>
      <h3>{t('code')}</h3>
      <p className={css.code}>{code}</p>
      <p>{t('codeAbout')}</p>
      <CopyButton text={code} />
      <p className={css.ways}>
        <a href={`/check/${code}?lang=${language}`}>{t('check')}</a>
      </p>
    </>
  )
}
