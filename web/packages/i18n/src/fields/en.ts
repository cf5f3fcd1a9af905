import type { English } from '../dictionary'
import type kk from './kk'

export default {
  other: 'Check this field',
  missing: 'Fill this field in',
  string_too_short: 'Fill this field in',
  string_too_long: 'The text is too long',
  too_short: 'Choose at least one',
  too_long: 'Too many are chosen',
  int_parsing: 'Type a number',
  greater_than_equal: 'The number is too small',
  less_than_equal: 'The number is too large',
  date_from_datetime_parsing: 'Type the date as DD.MM.YYYY',
  date_parsing: 'Type the date as DD.MM.YYYY',
  enum: 'Choose from the list',
  literal_error: 'Choose from the list',
  bin_invalid: 'A BIN has 12 digits. Check the digits',
  iin_invalid: 'An IIN has 12 digits. Check the digits',
  phone_invalid: 'Type a number of Kazakhstan, such as +7 700 000 00 00',
  email_invalid: 'Check the e-mail address, such as name@example.kz',
  website_invalid: 'Check the address of the web site, such as www.example.kz',
  line_invalid: 'The text has characters that cannot be used',
  number_or_iin: 'Type the number or the IIN, one of the two',
  identity_number_invalid:
    'Enter the number as it stands in the document: 9 digits of an identity card, Latin letters before them in a passport or residence permit',
  referral_number_invalid: 'A referral number has 10 digits',
  application_number_invalid: 'Enter the application number as 34.UO.2026.00001.1',
  number_iin_or_name: 'Enter the number, the IIN, or the name with the birth date',
  request_number_invalid: 'A request number has digits only',
  kindergarten_or_names: 'Choose the kindergarten from the list, or write its names',
} as const satisfies English<typeof kk>
