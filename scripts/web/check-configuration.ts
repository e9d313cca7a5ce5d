import { getEnv, InvalidEnvError } from '@/lib/env'

// Imported before everything else: a configuration that does not hold is told in its own words, not
// in the stack of whichever module reads it first.
try {
  getEnv()
} catch (error) {
  if (!(error instanceof InvalidEnvError)) throw error
  console.error(error.message)
  process.exit(1)
}
