/**
 * Raise it whenever the same snapshot, policy, context and seed would give another record, and
 * write new golden records (README): decisions made before can't be replayed by this engine.
 */
export const ENGINE_VERSION = 2
