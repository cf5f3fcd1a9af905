import { plainEmail, plainIin, plainPhone } from '@kezek/domain'
import { fieldTexts, useTexts } from '@kezek/i18n'

import type { Draft } from './draft'
import { FIELDS, type RequestField } from './fields'
import { accountRequestTexts } from './texts'

type Checks = Partial<Record<RequestField, string | false>>
type Line = 'nameKk' | 'nameRu' | 'addressKk' | 'addressRu'

const LINES: readonly Line[] = ['nameKk', 'nameRu', 'addressKk', 'addressRu']
/** As the API takes it: with or without its scheme. */
export const WEBSITE = /^(?:https?:\/\/)?[\p{L}\d_-]+(?:\.[\p{L}\d_-]+)+(?::\d{1,5})?(?:[/?#][^\s<>"]*)?$/iu

/** What is wrong with a draft, in the order of the fields; each names its field, for the summary. */
export function useChecks(): (draft: Draft) => Checks {
  const t = useTexts(accountRequestTexts)
  const fields = useTexts(fieldTexts)
  const missing = (line: Line, draft: Draft) => draft[line].trim() === '' && `${t(line)}: ${fields('missing')}`
  return (draft) => ({
    [FIELDS.district]: draft.district === '' && t('chooseDistrict'),
    [FIELDS.ownership]: draft.ownership === null && t('chooseOwnership'),
    ...Object.fromEntries(LINES.map((line) => [FIELDS[line], missing(line, draft)])),
    [FIELDS.phone]: !plainPhone(draft.phone) && `${t('phone')}: ${fields('phone_invalid')}`,
    [FIELDS.website]: draft.website.trim() !== '' && !WEBSITE.test(draft.website.trim()) && fields('website_invalid'),
    [FIELDS.iin]: !plainIin(draft.iin) && fields('iin_invalid'),
    [FIELDS.ownerPhone]: !plainPhone(draft.ownerPhone) && `${t('ownerPhone')}: ${fields('phone_invalid')}`,
    [FIELDS.email]: !plainEmail(draft.email) && fields('email_invalid'),
  })
}
