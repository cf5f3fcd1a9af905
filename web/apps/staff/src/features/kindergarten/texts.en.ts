import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'A kindergarten',
  close: 'Close the kindergarten',
  back: 'Kindergartens',
  rename: 'Change the name',
  renameNote: 'Papers made before keep the name they were made with.',
  name: 'Name',
  location: 'Place on the map',
  locationMissing: 'Enter the place on the map',
  locationNote: 'Families who choose a place see the kindergarten on the map and learn how far it is from home.',
  coordinates: 'Coordinates',
  coordinatesHint: 'Latitude, then longitude, as maps copy them: 53.2833, 69.3960. Empty: not shown on the map',
  locationWrong: 'Write latitude and longitude of a place in Kazakhstan: 53.2833, 69.3960',
  bin: 'BIN',
  binMissing: 'Enter the BIN',
  binNote: 'Contracts that are made from now on name it; earlier ones stay as they are.',
  binHint: '12 digits, not an IIN. Left empty, contracts say “not stated”',
  workers: 'Who works in the system',
  workersNote: 'By IIN. That you opened this list stands in the reading log.',
  noWorkers: 'Nobody works here yet.',
  noWorkersMore: 'Add somebody by IIN below.',
  dismiss: 'Dismiss',
  dismissOf: 'Dismiss: {iin}',
  dismissTitle: 'Does {iin} work here no more?',
  dismissText:
    'From the next click on nothing of this kindergarten opens for them. A password, if there was one, goes, too. They can be added again later.',
  dismissed: 'Dismissed.',
  addWorker: 'Add a worker',
  addWorkerHint: 'Whoever signs in with the EDS key of this IIN can work at once',
  add: 'Add',
  adding: 'Adding…',
  added: 'Added.',
} as const satisfies English<typeof kk>
