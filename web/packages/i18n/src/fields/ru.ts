import type { Russian } from '../dictionary'
import type kk from './kk'

export default {
  other: 'Проверьте это поле',
  missing: 'Заполните это поле',
  string_too_short: 'Заполните это поле',
  string_too_long: 'Текст слишком длинный',
  too_short: 'Выберите хотя бы одно',
  too_long: 'Выбрано слишком много',
  int_parsing: 'Введите число',
  greater_than_equal: 'Число слишком маленькое',
  less_than_equal: 'Число слишком большое',
  date_from_datetime_parsing: 'Введите дату в виде ДД.ММ.ГГГГ',
  date_parsing: 'Введите дату в виде ДД.ММ.ГГГГ',
  enum: 'Выберите из списка',
  literal_error: 'Выберите из списка',
  bin_invalid: 'БИН состоит из 12 цифр. Проверьте цифры',
  iin_invalid: 'ИИН состоит из 12 цифр. Проверьте цифры',
  phone_invalid: 'Введите номер Казахстана, например +7 700 000 00 00',
  email_invalid: 'Проверьте адрес электронной почты, например name@example.kz',
  website_invalid: 'Проверьте адрес сайта, например www.example.kz',
  line_invalid: 'В тексте есть знаки, которые использовать нельзя',
  number_or_iin: 'Введите номер или ИИН, что-то одно',
  identity_number_invalid:
    'Введите номер как в документе: в удостоверении личности 9 цифр, в паспорте и виде на жительство перед цифрами латинские буквы',
  referral_number_invalid: 'Номер направления состоит из 10 цифр',
  application_number_invalid: 'Введите номер заявления в виде 34.UO.2026.00001.1',
  number_iin_or_name: 'Введите номер, ИИН или имя с датой рождения',
  request_number_invalid: 'Номер запроса состоит только из цифр',
  kindergarten_or_names: 'Выберите детский сад из списка или напишите его названия',
} as const satisfies Russian<typeof kk>
