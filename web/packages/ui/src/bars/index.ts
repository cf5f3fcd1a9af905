export { QueueBar } from './QueueBar'
