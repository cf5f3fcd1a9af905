/** Pictures of every page into build/web-pictures, on the stack that KEZEK_PUBLIC_URL names. */
import { defineConfig } from '@playwright/test'

import journeys from './playwright.config.ts'

export default defineConfig(journeys, { testDir: 'pictures', workers: 2, fullyParallel: true, retries: 0 })
