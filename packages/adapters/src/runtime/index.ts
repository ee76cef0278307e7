/**
 * The door to the system's own time, ids, waiting and chance.
 *
 * @since 0.1.0
 */
export { systemRuntime } from './system-runtime.js'
