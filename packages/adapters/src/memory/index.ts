/**
 * The door to stores that live as long as the process does, for tests, examples and trying things out.
 *
 * @since 0.1.0
 */
export { memory, type MemoryOptions } from './memory.js'
