/**
 * Customers as every other view asks about them: who stands for whom, and who is forgotten.
 *
 * @since 0.1.0
 */
export { customers } from './customers.js'
export { nobody, people, type People } from './people.js'
