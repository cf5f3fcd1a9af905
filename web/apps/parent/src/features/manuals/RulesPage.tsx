import { DocumentPage } from './DocumentPage'

export default function RulesPage() {
  return <DocumentPage id="rules" />
}
