export { NCALAYER_FAILURES, NcalayerError, type NcalayerFailure } from './ncalayer/failure'
export { type NcalayerRequest } from './ncalayer/messages'
export { type Asked, signWithNcalayer } from './ncalayer/sign'
