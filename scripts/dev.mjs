import { startProgram } from './bootstrap/start-program.mjs'

await startProgram('dev/dev.ts')
