import { constraintSchema } from '@/lib/decision/constraint'

/** Two elements of different slots that always or never go together (step 5). */
export const pairSchema = constraintSchema.refine(
  ({ first, second }) => first.slot !== second.slot,
  'A pair is made of elements of two different slots',
)
