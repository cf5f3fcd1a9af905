import type { Kazakh } from '@kezek/i18n'

export default {
  title: 'Жүйеден шығасыз ба?',
  drafts: 'Осы құрылғыда аяқталмаған өтініштің жобасы бар. Шықсаңыз, ол жойылады.',
  leave: 'Шығу және жобаны жою',
  leaving: 'Шығып жатырсыз…',
  cancel: 'Болдырмау',
} as const satisfies Kazakh
