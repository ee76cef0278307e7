import { defineConfig } from 'vitest/config'

import config from './vitest.config.ts'

/** What a mutant of core has to survive: core's own tests, with laws short enough to ask each. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['packages/core/test/**/*.test.ts'],
    env: { TROTH_RUNS: '50' },
  },
})
