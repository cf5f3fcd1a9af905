import { NotFoundPage } from '@kezek/ui'
import { useParams } from 'wouter'

import { DocumentPage } from './DocumentPage'
import { MANUAL_IDS, STAFF_IDS } from './model'

export default function ManualPage() {
  const { id } = useParams()
  const known = [...MANUAL_IDS, ...STAFF_IDS].find((each) => each === id)
  return known ? <DocumentPage key={known} id={known} /> : <NotFoundPage />
}
