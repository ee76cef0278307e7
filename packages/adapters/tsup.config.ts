import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/runtime/index.ts', 'src/memory/index.ts', 'src/eventstoredb/index.ts'],
  format: 'esm',
  target: 'es2022',
  platform: 'node',
  sourcemap: true,
  splitting: true,
  clean: true,
})
