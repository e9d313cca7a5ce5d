import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { changeAssetStateResponseSchema } from '@/lib/assets/asset'
import { type Caller, openStudio } from '@/scripts/testing/http-studio'
import { buildWorld, expectDone, type World } from '@/scripts/testing/http-world'
import { publishHeadlines } from '@/scripts/testing/publish-headlines'

const studio = await openStudio()
afterAll(() => studio.close())
let world: World
let uploader: Caller
let brand: Caller
let legal: Caller
beforeAll(async () => {
  world = await buildWorld(studio, 'review')
  const join = async (name: string, approverRoles: string[]) => {
    const { workspaceId } = world
    const user = await studio.db.user.create({ data: { email: `${name}@example.com`, name } })
    await studio.db.membership.create({
      data: { userId: user.id, workspaceId, role: 'marketer', approverRoles },
    })
    return studio.asUser(user.id, workspaceId)
  }
  uploader = await join('uploader', ['brand'])
  brand = await join('brand', ['brand'])
  legal = await join('legal', ['legal'])
})

const write = async (text: string, as = uploader) =>
  (
    (await expectDone(studio, 'POST /api/v1/assets/copy', {
      as,
      body: { kind: 'headline', text },
    })) as { id: string }
  ).id
const change = async (as: Caller, action: string, assetIds: string[], more: object = {}) =>
  changeAssetStateResponseSchema.parse(
    await expectDone(studio, 'POST /api/v1/assets/state', {
      as,
      body: { action, assetIds, ...more },
    }),
  )
const edit = (as: Caller, assetId: string, body: object) =>
  expectDone(studio, 'PATCH /api/v1/assets/{assetId}', { as, params: { assetId }, body })
const served = async (placementId: string, country?: string) => {
  const headers = country === undefined ? {} : { headers: { 'x-country': country } }
  const seen = new Set<string>()
  for (let round = 0; round < 40; round++) {
    const answer = await studio.fetchAd(`/api/serve/${placementId}?format=json`, headers)
    if (answer.status !== 200) return [`${answer.status}`]
    const { assets } = (await answer.json()) as { assets: Record<string, { text: string }> }
    seen.add(assets['headline']?.text ?? '')
  }
  return [...seen].sort()
}
const expectServed = (placementId: string, texts: string[]) =>
  vi.waitFor(async () => expect(await served(placementId)).toEqual(texts), 10_000)

describe('review', () => {
  it('is by somebody else, who holds the role that is needed', async () => {
    const id = await write('Ours alone')
    await change(uploader, 'submit', [id])
    expect((await change(uploader, 'approve', [id])).refused[0]?.reason).toContain('your own')
    expect((await change(legal, 'approve', [id])).refused[0]?.reason).toContain('brand approver')
    expect((await change(brand, 'approve', [id])).changed).toEqual([{ id, state: 'approved' }])
    const [row] = await studio.db.assetApproval.findMany({ where: { assetId: id } })
    expect(row).toMatchObject({ approverRole: 'brand', market: '*', isSelfApproval: false })
  })

  it('counts whoever changed the content as its author', async () => {
    const id = await write('Written by one')
    await edit(brand, id, { text: 'Changed by another' })
    await change(uploader, 'submit', [id])
    for (const author of [uploader, brand]) {
      expect((await change(author, 'approve', [id])).refused[0]?.reason).toContain('your own')
    }
  })

  it('lets an API key approve only what its maker could', async () => {
    const body = { name: 'Robot', scopes: ['asset.edit', 'asset.approve'] }
    const created = await expectDone(studio, 'POST /api/v1/api-keys', { as: world.owner, body })
    const robot: Caller = { authorization: `Bearer ${(created as { key: string }).key}` }
    const id = await write('By a machine', robot)
    await change(robot, 'submit', [id])
    expect((await change(robot, 'approve', [id])).refused[0]?.reason).toContain('your own')
    expect((await change(world.owner, 'approve', [id])).refused[0]?.reason).toContain('your own')
  })

  it('asks for a word with a refusal, and forgets what was approved', async () => {
    const id = await write('Not yet')
    await change(uploader, 'submit', [id])
    await change(brand, 'approve', [id])
    for (const action of ['request_changes', 'reject']) {
      const bare = { as: brand, body: { action, assetIds: [id] } }
      expect((await studio.call('POST /api/v1/assets/state', bare)).status).toBe(400)
    }
    const asked = await change(legal, 'request_changes', [id], { comment: 'Say “from”.' })
    expect(asked.changed).toEqual([{ id, state: 'changes_requested' }])
    await change(uploader, 'submit', [id])
    expect(await studio.db.assetApproval.count({ where: { assetId: id, revokedAt: null } })).toBe(0)
    const comment = await studio.db.assetComment.findFirst({ where: { assetId: id } })
    expect(comment).toMatchObject({ text: 'Say “from”.', decision: 'request_changes' })
  })

  it('loses its approval with its content, and has it again with the same content', async () => {
    const id = await write('Seen and liked')
    await change(uploader, 'submit', [id])
    await change(brand, 'approve', [id])
    expect(await edit(uploader, id, { name: 'Another name' })).toMatchObject({ state: 'approved' })
    expect(await edit(uploader, id, { text: 'Never seen' })).toMatchObject({ state: 'draft' })
    expect(await edit(uploader, id, { text: 'Seen and liked' })).toMatchObject({
      state: 'approved',
    })
  })
})

describe('a live campaign', () => {
  it('loses what lost its approval at once, says how much, and has it back', async () => {
    const texts = ['Alpha', 'Beta', 'Gamma']
    const campaign = await publishHeadlines(studio, world.owner, {
      name: 'settled',
      headlines: texts,
    })
    const { campaignId, placementId } = campaign
    const [alpha = '', beta = '', gamma = ''] = campaign.headlineIds
    await expectServed(placementId, texts)

    const edited = await edit(uploader, beta, { text: 'Beta changed' })
    expect(edited).toMatchObject({
      state: 'draft',
      impact: { campaigns: [{ id: campaignId, affectedCombinations: 1, leftCombinations: 2 }] },
    })
    await expectServed(placementId, ['Alpha', 'Gamma'])
    const archived = await change(uploader, 'archive', [gamma])
    expect(archived.impact.campaigns).toMatchObject([{ affectedCombinations: 1 }])
    await expectServed(placementId, ['Alpha'])
    await change(uploader, 'restore', [gamma])
    await expectServed(placementId, ['Alpha', 'Gamma'])

    // The benchmark goes too: what nobody approves is not shown, even if nothing is left.
    await change(brand, 'reject', [alpha, gamma], { comment: 'Out of season.' })
    await expectServed(placementId, ['204'])
    const revisions = await studio.db.campaignSnapshot.count({ where: { campaignId } })
    expect(revisions).toBe(5)
    const actions = await studio.db.auditEntry.findMany({
      where: { subjectId: campaignId, action: 'campaign.settle' },
    })
    expect(actions).toHaveLength(4)
  })

  it('shows an asset within its rights and approvals only, whatever a job does', async () => {
    const { headlineIds, placementId, campaignId } = await publishHeadlines(studio, world.owner, {
      name: 'windows',
      headlines: ['Always', 'Later', 'Over', 'German'],
    })
    const [, later = '', over = '', german = ''] = headlineIds
    const tomorrow = new Date(Date.now() + 86_400_000)
    await studio.db.asset.update({ where: { id: later }, data: { rightsStartAt: tomorrow } })
    await studio.db.asset.update({ where: { id: german }, data: { markets: ['DE'] } })
    await studio.db.assetApproval.updateMany({
      where: { assetId: over },
      data: { expiresAt: new Date(Date.now() + 1_000) },
    })
    await expectDone(studio, 'POST /api/v1/campaigns/{campaignId}/publish', {
      as: world.owner,
      params: { campaignId },
    })
    await expectServed(placementId, ['Always'])
  })
})
