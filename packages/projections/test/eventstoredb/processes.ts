/** Processes of a desk, to be killed. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build, defaultServerConditions } from 'vite'
import { onTestFinished } from 'vitest'

import { realServer } from '../../../adapters/test/eventstoredb/real-server.js'

/** How many processes a test kills: what `TROTH_KILLS` says, or so many. */
export const killsOr = (unlessSaid: number): number =>
  Number(process.env['TROTH_KILLS'] ?? unlessSaid)

/** The server that the tests of EventStoreDB are given, or the one that misbehaves on request. */
export const serverUrl = async (): Promise<string> => {
  if (realServer !== undefined) return realServer
  // Made of the older client's code, which can not be loaded beside the newer one.
  const { faultServer } = await import('../../../adapters/test/eventstoredb/fault-server/server.js')
  const { port, stop } = await faultServer()
  onTestFinished(stop)
  return `esdb://127.0.0.1:${port}?tls=false`
}

/** The host as one file: to load its hundreds of modules takes longer than it may live. */
export const bundled = async (as: string): Promise<string> => {
  const conditions = ['@troth/source', ...defaultServerConditions]
  // Where the client of the adapter’s own tests is found.
  const outDir = fileURLToPath(
    new URL(`../../../adapters/node_modules/.cache/${as}`, import.meta.url),
  )
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions },
    ssr: {
      resolve: { conditions },
      noExternal: true,
      external: ['@eventstore/db-client', '@kurrent/kurrentdb-client'],
    },
    build: { ssr: fileURLToPath(new URL('host.ts', import.meta.url)), outDir, emptyOutDir: true },
  })
  return join(outDir, 'host.js')
}

export const load = (
  file: string,
): { readonly child: ChildProcess; readonly loaded: Promise<unknown> } => {
  const child = fork(file, { execArgv: [] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return { child, loaded: once(child, 'message') }
}
