/** What is wrong with a field, by the code that the API answers for it. */
import type { Kazakh } from '../dictionary'

export default {
  other: 'Бұл өрісті тексеріңіз',
  missing: 'Бұл өрісті толтырыңыз',
  string_too_short: 'Бұл өрісті толтырыңыз',
  string_too_long: 'Мәтін тым ұзын',
  too_short: 'Кемінде біреуін таңдаңыз',
  too_long: 'Тым көп таңдалған',
  int_parsing: 'Сан енгізіңіз',
  greater_than_equal: 'Сан тым аз',
  less_than_equal: 'Сан тым көп',
  date_from_datetime_parsing: 'Күнді КК.АА.ЖЖЖЖ түрінде енгізіңіз',
  date_parsing: 'Күнді КК.АА.ЖЖЖЖ түрінде енгізіңіз',
  enum: 'Тізімнен таңдаңыз',
  literal_error: 'Тізімнен таңдаңыз',
  bin_invalid: 'БСН 12 цифрдан тұрады. Цифрларды тексеріңіз',
  iin_invalid: 'ЖСН 12 цифрдан тұрады. Цифрларды тексеріңіз',
  phone_invalid: 'Қазақстан нөмірін енгізіңіз, мысалы +7 700 000 00 00',
  email_invalid: 'Электрондық поштаны тексеріңіз, мысалы name@example.kz',
  website_invalid: 'Сайт мекенжайын тексеріңіз, мысалы www.example.kz',
  line_invalid: 'Бұл мәтінде пайдалануға болмайтын таңбалар бар',
  number_or_iin: 'Нөмірді немесе ЖСН-ді енгізіңіз, екеуінің бірін ғана',
  identity_number_invalid:
    'Құжаттың нөмірін дәл өзіндегідей енгізіңіз: жеке куәлікте 9 цифр, төлқұжат пен ықтиярхатта цифрлардың алдында латын әріптері болады',
  referral_number_invalid: 'Жолдама нөмірі 10 цифрдан тұрады',
  application_number_invalid: 'Өтініш нөмірін 34.UO.2026.00001.1 түрінде енгізіңіз',
  number_iin_or_name: 'Нөмірді, ЖСН-ді немесе аты-жөні мен туған күнін енгізіңіз',
  request_number_invalid: 'Сұрау нөмірі тек цифрлардан тұрады',
  kindergarten_or_names: 'Балабақшаны тізімнен таңдаңыз немесе атауларын жазыңыз',
} as const satisfies Kazakh
