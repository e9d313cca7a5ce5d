import { type Job, runJob } from './job-kinds'

// A process of its own for simulations; it ends with the one that started it.
process.on('message', (job: Job) => process.send?.(runJob(job)))
process.on('disconnect', () => process.exit(0))
