/** Journeys in a real browser, through the gateway of the stack that KEZEK_PUBLIC_URL names; one after another. */
import { resolve } from 'node:path'

import { defineConfig } from '@playwright/test'

import { CHROMIUM } from './helpers/chromium.ts'

const BUILD = resolve(import.meta.dirname, '../../build')

export default defineConfig({
  testDir: 'journeys',
  outputDir: resolve(BUILD, 'web-journeys'),
  workers: 1,
  reporter: 'line',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.KEZEK_PUBLIC_URL,
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
})
