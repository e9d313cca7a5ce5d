import { z } from 'zod'
import { type Beliefs, beliefsSchema } from '@/lib/learning/belief-api'
import type { AdClient } from './ad-client'

const countsSchema = z.object({
  impressions: z.number(),
  viewables: z.number(),
  clicks: z.number(),
  conversions: z.number(),
})
const rowSchema = z.object({ counts: countsSchema })
const reportSchema = z.object({ isSimulated: z.boolean(), totals: rowSchema })
export type StudioReport = z.infer<typeof reportSchema>

const feedsSchema = z.object({ items: z.array(z.object({ id: z.string(), kind: z.string() })) })
const weatherSchema = z.object({
  items: z.array(
    z.object({ key: z.string(), value: z.object({ condition: z.string().optional() }) }),
  ),
})

/** What the simulator reads with its API key. Null when the answer is not what was hoped for. */
export class StudioApi {
  constructor(
    private readonly client: AdClient,
    private readonly apiKey: string,
  ) {}

  findReport(campaignId: string): Promise<StudioReport | null> {
    return this.read(`/api/v1/campaigns/${campaignId}/report`, reportSchema)
  }

  findBeliefs(campaignId: string): Promise<Beliefs | null> {
    return this.read(`/api/v1/campaigns/${campaignId}/beliefs`, beliefsSchema)
  }

  /** The weather where no place is known, as it was last pushed. */
  async findWeather(): Promise<string | null> {
    const feeds = await this.read('/api/v1/feeds', feedsSchema)
    const weather = feeds?.items.find(({ kind }) => kind === 'weather')
    if (!weather) return null
    const values = await this.read(`/api/v1/feeds/${weather.id}`, weatherSchema)
    return values?.items.find(({ key }) => key === 'default')?.value.condition ?? null
  }

  private async read<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
  ): Promise<z.output<Schema> | null> {
    try {
      const headers = { authorization: `Bearer ${this.apiKey}` }
      const { status, body } = await this.client.send('GET', path, headers)
      return status === 200 ? (schema.safeParse(JSON.parse(body)).data ?? null) : null
    } catch {
      return null
    }
  }
}
