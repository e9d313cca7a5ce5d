import { assembleCreative, type Creative } from '@/lib/creatives/assemble-creative'
import { DEFAULT_DESIGN } from '@/lib/creatives/template'
import type { AdSize } from '@/lib/decision/ad-size'
import type { Design } from '@/lib/decision/snapshot'
import { sampleAssets } from './sample-assets'
import type { SampleName } from './template-api'

/** A design with sample assets in it, by the code that serves. */
export function previewTemplate(
  design: Partial<Design>,
  size: AdSize,
  sample: SampleName = 'usual',
): Creative {
  return assembleCreative({
    design: { ...DEFAULT_DESIGN, ...design },
    assets: sampleAssets(sample),
    ...{ size, clickUrl: '#', whyUrl: '#', baseUrl: '' },
  })
}
