import { requestApi } from '@/components/api/request-api'
import { type AssetResponse, assetResponseSchema } from '@/lib/assets/asset'

/** Gives a video its poster. Throws ApiProblem with the reason when the picture cannot be used. */
export function sendPoster(assetId: string, picture: Blob): Promise<AssetResponse> {
  const body = new FormData()
  body.set('file', picture)
  return requestApi(`/api/v1/assets/${assetId}/poster`, assetResponseSchema, {
    method: 'PUT',
    body,
  })
}
