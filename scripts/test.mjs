import { startProgram } from './bootstrap/start-program.mjs'

await startProgram('test/test.ts')
