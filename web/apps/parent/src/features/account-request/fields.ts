/** The fields of the form, by the names that the API has for them: so a refusal finds its field. */
import type { Draft, Text } from './draft'

export const FIELDS = {
  district: 'district',
  nameKk: 'name.kk',
  nameRu: 'name.ru',
  addressKk: 'address.kk',
  addressRu: 'address.ru',
  phone: 'phone',
  website: 'website',
  ownership: 'ownership',
  iin: 'owner.iin',
  ownerPhone: 'owner.phone',
  email: 'owner.email',
} as const satisfies Record<Text | 'ownership', string>

export type RequestField = (typeof FIELDS)[keyof typeof FIELDS]

/** What the parts of the form get. */
export interface FieldsProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  errorOf: (field: RequestField) => string | undefined
}
