import type { ApplicationsDocumentView } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { FilesBeside } from '@kezek/ui/files'

import { linkOf } from './Papers'

interface DocumentsProps {
  application: string
  documents: readonly ApplicationsDocumentView[]
}

/** What the system made: opened beside like the scans, by a link of a minute. */
export function Documents({ application, documents }: DocumentsProps) {
  const kept = documents.map(({ document_id: id, title, made_at, size }) => ({
    id,
    name: `${title}, ${formatNumeric(made_at)}`,
    media_type: 'application/pdf',
    size,
  }))
  return <FilesBeside files={kept} linkOf={({ id }) => linkOf(application, id)} />
}
