'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { METRIC_CHOICES } from './metric-choices'

const IDS = METRIC_CHOICES.map(({ id }) => id)

/** The figure that the charts show, kept in the address; all charts of a page show the same. */
export function useFigure() {
  return useQueryState('metric', parseAsStringLiteral(IDS).withDefault('clickThroughRate'))
}
