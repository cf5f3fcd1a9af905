export { COME_BACK, LEAVE, Leavable } from './Leavable'
export { type Answers, ME, refusal, showPage } from './showPage'
