import { pino } from 'pino'
import { getEnv } from '@/lib/env'

/** Structured logs. Callers log routes, ids of rows and durations; never bodies, queries or people. */
export const logger = pino({
  level: getEnv().LOG_LEVEL,
  base: { service: 'intarsia' },
  redact: {
    paths: [
      '*.password',
      '*.secret',
      '*.token',
      '*.email',
      '*.authorization',
      '*.cookie',
      'email',
      'token',
    ],
    censor: '[redacted]',
  },
})
