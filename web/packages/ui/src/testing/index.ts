export { type Answers, ME, refusal, showPage } from './showPage'
