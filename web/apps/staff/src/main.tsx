import { start } from '@kezek/ui'

import { App } from './App'

start(<App />, '/staff')
