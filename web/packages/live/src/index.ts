export { LivePages } from './LivePages'
