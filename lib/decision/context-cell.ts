import { readField, type ContextFields } from './field-index'
import type { PreparedSnapshot } from './prepare-snapshot'
import type { ContextFeature } from './snapshot'
import { stockLevelOf } from './stock-level'

/** The field behind each feature of the cell; segments are no field, stock is several. */
export const CELL_FIELDS: Readonly<Record<Exclude<ContextFeature, 'segment' | 'stock'>, string>> = {
  device: 'device.class',
  daypart: 'time.daypart',
  weather: 'weather.condition',
}

/**
 * The learner's context cell: one value of each feature the campaign learns by. A field that is
 * absent is 'unknown'; a viewer in no segment has 'none'. `segmentIds` are in campaign order.
 */
export function contextCellOf(
  prepared: Pick<PreparedSnapshot, 'snapshot' | 'stockFields'>,
  fields: ContextFields,
  segmentIds: readonly string[],
): Record<string, string> {
  const cell: Record<string, string> = {}
  for (const feature of prepared.snapshot.learning.features) {
    if (feature === 'segment') {
      cell[feature] = segmentIds[0] ?? 'none'
    } else if (feature === 'stock') {
      cell[feature] = stockLevelOf(fields, prepared.stockFields)
    } else {
      cell[feature] = String(readField(fields, CELL_FIELDS[feature]) ?? 'unknown')
    }
  }
  return cell
}
