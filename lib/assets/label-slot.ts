import type { AssetKind } from '@/lib/decision/snapshot'
import { KIND_LABELS } from './kind-labels'

/** A slot in people's words: by what it holds, with its own name where that says more. */
export function labelSlot(key: string, kind: AssetKind | null): string {
  if (kind === null) return sentenceCase(key)
  return key === kind ? KIND_LABELS[kind] : `${KIND_LABELS[kind]} · ${key.replaceAll('_', ' ')}`
}

function sentenceCase(key: string): string {
  const words = key.replaceAll('_', ' ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}
