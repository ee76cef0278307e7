import { aWordGiven } from './desk.ts'

console.log(await aWordGiven())
