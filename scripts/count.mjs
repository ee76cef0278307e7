/** The test runner's own report as one plain line: `N passed, N failed`. */
import { existsSync, readFileSync } from 'node:fs'

const file = process.argv[2]
if (!existsSync(file)) console.log('0 passed, 1 failed')
else {
  const told = JSON.parse(readFileSync(file, 'utf8'))
  // A file that does not load has no failed test to its name, and is a failure none the less.
  const unloaded = told.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const counted = told.numFailedTests + unloaded.length
  const failed = told.success ? counted : Math.max(counted, 1)
  const skipped = told.numPendingTests + told.numTodoTests
  const rest = skipped > 0 ? `, ${skipped} skipped` : ''
  console.log(`${told.numPassedTests} passed, ${failed} failed${rest}`)
}
