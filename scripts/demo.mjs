import { startProgram } from './bootstrap/start-program.mjs'

await startProgram('demo/demo.ts')
