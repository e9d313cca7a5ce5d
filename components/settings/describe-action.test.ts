import { expect, it } from 'vitest'
import { describeAction, findSubjectPage } from './describe-action'

it.each([
  ['campaign.publish', 'Published the campaign'],
  ['api_key.later_invention', 'api key later invention'],
])('says %s as “%s”', (action, words) => {
  expect(describeAction(action)).toBe(words)
})

it.each([
  ['campaign.element.pause', '/campaigns/abc'],
  ['placement.create', '/placements'],
  ['member.role', null],
])('leads from %s to %s', (action, page) => {
  expect(findSubjectPage(action, 'abc')).toBe(page)
})
