import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'What an officer may do',
  lead: 'Your district: {district}',
  notYours: 'This page is for an officer',
  notYoursAdvice: 'If you are an officer, sign in with your EDS key: no other way of signing in opens this section.',
  signInByKey: 'Sign in with the EDS key',
  now: 'Today',
  nowText: 'You have the role. Nothing waits for your decision: there is nothing to do now.',
  places: 'Free places of the district',
  kindergartens: 'Kindergartens of the district',
  check: 'Check of a referral by its code',
  later: 'Not there yet',
  laterText: 'These come to the system in later steps, and will stand here:',
  later1: 'deciding where a kindergarten refused a child',
  later2: 'confirming benefits',
  later3: 'checking papers of non-residents and representatives',
  later4: 'reports',
} as const satisfies English<typeof kk>
