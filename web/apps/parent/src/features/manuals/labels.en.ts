import type { English } from '@kezek/i18n'

import type kk from './labels.kk'

export default {
  title: 'Manuals',
  lead: 'Kezek has a manual of its own for each of the five former ones. The names of the old buttons and sections stand as they were, with the new ones beside them.',
  former: 'Formerly:',
  more: 'About Kezek',
  contents: 'Contents',
  toContents: 'Back to the contents',
  all: 'All manuals',
  print: 'Print',
  important: 'IMPORTANT!',
  note: 'Good to know',
  later: 'Not in Kezek yet:',
  words: 'A word of the old manual, and where it is now',
  m1: 'Manual for workers of kindergartens',
  m1For: 'For who works in Kezek for a kindergarten: signing in, free places, accepting a child, marking a departure.',
  m1Former: 'kk«Балаларға арналған мектепке дейінгі ұйым қызметкерлеріне арналған нұсқаулық»',
  m1SignIn: '1. Signing in',
  m1Places: '2. Adding free places',
  m1Admission: '3. Enrolling a child, or refusing with a reason',
  m1Departure: '4. Marking that a child has left the kindergarten',
  m2: 'Leaflet for parents',
  m2For:
    'For parents whose children wait in the queue: how it moves, how to choose a place, what to do with the referral.',
  m2Former: 'the leaflet kk«Автоматтандырылған кезек деген не?»',
  m2Queue: 'What is an automated queue?',
  m3: 'Guide to escorts',
  m3For: 'For parents who want to name who brings the child and who fetches it.',
  m3Former: 'kk«Еріп жүрушілерді қосу»',
  m4: 'How to apply for the queue',
  m4For:
    'For parents and guardians who put a child into the kindergarten queue: how to fill in and sign the application.',
  m4Former: 'kk«Жалпы білім беру кезегіне қою нұсқаулығы»',
  m5: 'How to hand in admission papers',
  m5For: 'For parents and guardians who have a referral: the papers for admission to a kindergarten, and the contract.',
  m5Former:
    'kk«Баланы мектепке дейінгі ұйымға қабылдау үшін құжаттарды тапсыру» қызметіне өтінім беру бойынша нұсқаулық',
  rules: 'Rules of the queue',
  rulesFor: 'In which order children stand, how places are offered, which terms there are, and the law behind them.',
  privacy: 'Personal data',
  privacyFor: 'What Kezek keeps, who sees it, and for how long.',
  accessibility: 'Accessibility',
  accessibilityFor: 'How Kezek is made for people who see, hear or move with difficulty.',
} as const satisfies English<typeof kk>
