import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

// Tests and examples meet the packages' source by the doors of package.json, so nothing is built first.
const conditions = ['@troth/source', ...defaultServerConditions]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts', 'tools/**/*.test.ts'],
    // A law at 1,000 runs takes longer than a scenario, the more so on a busy machine.
    testTimeout: 60_000,
    // The default leaves one core idle, which is half of a small machine.
    maxWorkers: '100%',
  },
})
