import { defineConfig } from 'tsup'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/store/index.ts',
    'src/plain/index.ts',
    'src/labels/index.ts',
    'src/testing/index.ts',
  ],
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  sourcemap: true,
  splitting: true,
  clean: true,
})
