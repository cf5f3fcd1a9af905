import { type ApplicationsDocumentView, documentAddress } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Card } from '@kezek/ui'

import { fileName } from '../../shared/applications/documents'
import css from './Documents.module.css'
import { applicationPageTexts } from './texts'

interface DocumentsProps {
  documents: readonly ApplicationsDocumentView[]
  number: string
}

/** What the parent attached, and what the system made. */
export function Documents({ documents, number }: DocumentsProps) {
  const t = useTexts(applicationPageTexts)
  return (
    <>
      <Card labelledBy="common">
        <h2 id="common">{t('common')}</h2>
        {documents.length === 0 ? (
          <p>{t('noDocuments')}</p>
        ) : (
          <ul className={css.list}>
            {documents.map((document) => (
              <Paper key={document.document_id} document={document} number={number} />
            ))}
          </ul>
        )}
      </Card>
      <Card labelledBy="attachments">
        <h2 id="attachments">{t('attachments')}</h2>
        <p>{t('noAttachments')}</p>
      </Card>
    </>
  )
}

const KILO = 1024

function Paper({ document, number }: { document: ApplicationsDocumentView; number: string }) {
  const t = useTexts(applicationPageTexts)
  const { document_id: id, title, made_at, size } = document
  const address = documentAddress(id)
  return (
    <li>
      <h3>{title}</h3>
      <p>{t('made', { size: Math.max(1, Math.round(size / KILO)), time: formatNumeric(made_at) })}</p>
      <p className={css.ways}>
        <a href={address} target="_blank" rel="noreferrer" aria-label={t('viewOne', { title })}>
          {t('view')}
        </a>
        <a href={address} download={fileName(number)} aria-label={t('downloadOne', { title })}>
          {t('download')}
        </a>
      </p>
    </li>
  )
}
