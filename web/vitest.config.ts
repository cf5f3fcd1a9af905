import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'apps/*/src/**/*.test.{ts,tsx}', 'tools/*.test.ts'],
    environment: 'jsdom',
    restoreMocks: true,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
})
