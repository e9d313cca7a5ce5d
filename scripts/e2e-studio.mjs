import { startProgram } from './bootstrap/start-program.mjs'

await startProgram('testing/serve-studio.ts')
