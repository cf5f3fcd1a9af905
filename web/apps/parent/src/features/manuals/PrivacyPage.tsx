import { DocumentPage } from './DocumentPage'

export default function PrivacyPage() {
  return <DocumentPage id="privacy" />
}
