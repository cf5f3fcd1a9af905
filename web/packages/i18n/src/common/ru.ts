import type { Russian } from '../dictionary'
import type kk from './kk'

export default {
  brand: 'Очередь в детский сад',
  skip: 'К основному содержанию',
  language: 'Язык',
  home: 'Главная',
  support: 'Служба поддержки',
  manuals: 'Инструкции',
  rules: 'Правила очереди',
  privacy: 'Личные данные',
  accessibility: 'Доступность',
  signIn: 'Войти',
  signOut: 'Выйти',
  cabinet: 'Личный кабинет',
  district: 'Район',
  help: 'Нужна помощь?',
  loading: 'Загружается…',
  retry: 'Повторить',
  offline: 'Нет связи с интернетом. Показаны данные, загруженные раньше.',
  asOf: 'На {time}',
  staleData: 'Обновить данные не удалось. Показано то, что было на {time}.',
  notFoundTitle: 'Такой страницы нет',
  notFoundText: 'Возможно, в адресе ошибка или страницу перенесли.',
  brokenTitle: 'Не удалось показать страницу',
  brokenText: 'Введённое осталось на этом устройстве. Попробуйте открыть страницу ещё раз.',
  reload: 'Открыть страницу ещё раз',
} as const satisfies Russian<typeof kk>
