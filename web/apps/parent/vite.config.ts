import { app } from '../../tools/app.ts'

export default app('parent', '/')
