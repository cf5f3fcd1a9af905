/** How the referral ended, on paper: the refusal that stands, the departure note; a moment after it has. */
import { documentAddress } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'

import { endQuery } from './queries'
import { referralTexts } from './texts'

interface EndingPaperProps {
  application: string
  kind: 'refusal' | 'departure'
}

export function EndingPaper({ application, kind }: EndingPaperProps) {
  const t = useTexts(referralTexts)
  const { data: paper } = useQuery(endQuery(application, kind))
  if (!paper) return null
  return (
    <Card labelledBy="ending">
      <h2 id="ending">{t(`ending_${kind}`)}</h2>
      <p>{t(`ending_${kind}About`)}</p>
      <p>
        <a href={documentAddress(paper.id)} target="_blank" rel="noreferrer">
          {t(`ending_${kind}View`)}
        </a>
      </p>
    </Card>
  )
}
