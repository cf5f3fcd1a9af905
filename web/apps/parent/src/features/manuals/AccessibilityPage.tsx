import { DocumentPage } from './DocumentPage'

export default function AccessibilityPage() {
  return <DocumentPage id="accessibility" />
}
