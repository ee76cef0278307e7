import { aWordGiven } from './desk.ts'

console.log('A complaint is closed over a promise, then after it was kept:')
for (const answer of await aWordGiven()) console.log(`  ${answer}`)
