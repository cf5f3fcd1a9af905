/** Whether a paper is valid, for which kindergarten and until when (domain §7): what the page behind its QR code shows. */
import { api, ApiError, type DocumentsCheckView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card, Page } from '@kezek/ui'
import { useState } from 'react'

import { LookUp } from '../../shared/tries/LookUp'
import { readCode } from './code'
import { checkTexts } from './texts'
import { Verdict } from './Verdict'

interface Found {
  code: string
  paper: DocumentsCheckView
}

export default function CheckPage() {
  const t = useTexts(checkTexts)
  const [found, setFound] = useState<Found | null>(null)
  return (
    <Page narrow title={t('title')} lead={t('lead')}>
      <Card marked>
        <p>{t('qr')}</p>
        <CheckForm onFound={setFound} />
      </Card>
      {found && <Verdict key={found.code} code={found.code} paper={found.paper} />}
      <p>
        {t('workers')} <a href="/staff">{t('workroom')}</a>
      </p>
    </Page>
  )
}

function CheckForm({ onFound }: { onFound: (found: Found | null) => void }) {
  const t = useTexts(checkTexts)
  return (
    <LookUp
      name="code"
      label={t('code')}
      hint={t('codeHint')}
      longest={300}
      submit={t('check')}
      busy={t('checking')}
      onSend={async (typed, form) => {
        onFound(null)
        const read = readCode(typed)
        if (typeof read === 'string') {
          form.check({ code: t(read) })
          return
        }
        const paper = await paperOf(read.code)
        if (form.check({ code: !paper && t('unknown') }) && paper) onFound({ code: read.code, paper })
      }}
    />
  )
}

/** Null where no paper has this code. */
async function paperOf(code: string): Promise<DocumentsCheckView | null> {
  try {
    return await unwrap(api.GET('/api/documents/checks/{code}', { params: { path: { code } } }))
  } catch (error) {
    if (error instanceof ApiError && error.is('paper_unknown')) return null
    throw error
  }
}
