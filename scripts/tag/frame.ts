import { report, whenViewable } from './report-view'

// Reports an ad that was loaded as a document of its own, in an iframe without our tag.
const { impression, viewable } = document.currentScript?.dataset ?? {}
const { documentElement } = document

const size = () => {
  const { clientWidth, clientHeight } = documentElement
  return `&w=${clientWidth}&h=${clientHeight}${navigator.webdriver ? '&a=1' : ''}`
}

function begin(): void {
  if (!impression || !viewable) return
  report(impression + size())
  const areaPx = documentElement.clientWidth * documentElement.clientHeight
  whenViewable(documentElement, areaPx, () => report(viewable + size()))
}

if (document.readyState === 'complete') begin()
else addEventListener('load', begin)
