import type { English } from '../dictionary'
import type kk from './kk'

export default {
  brand: 'Kindergarten queue',
  skip: 'Skip to the main content',
  language: 'Language',
  home: 'Home',
  support: 'Support',
  manuals: 'Manuals',
  rules: 'Rules of the queue',
  privacy: 'Personal data',
  accessibility: 'Accessibility',
  signIn: 'Sign in',
  signOut: 'Sign out',
  cabinet: 'My account',
  district: 'District',
  help: 'Need help?',
  loading: 'Loading…',
  retry: 'Try again',
  offline: 'There is no internet connection. You see what was loaded before.',
  asOf: 'As of {time}',
  staleData: 'The data could not be refreshed. You see what was so at {time}.',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address may be wrong, or the page has moved.',
  brokenTitle: 'The page could not be shown',
  brokenText: 'What you typed stays on this device. Try to open the page again.',
  reload: 'Open the page again',
} as const satisfies English<typeof kk>
