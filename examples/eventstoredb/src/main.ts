import { aWordGiven } from './desk.ts'
import { open } from './open.ts'

const stores = await open(process.env['TROTH_ESDB_URL'] ?? 'esdb://127.0.0.1:2113?tls=false')
console.log('A complaint is closed over a promise, then after it was kept:')
for (const answer of await aWordGiven(stores)) console.log(`  ${answer}`)
await stores.close()
