import { z } from 'zod'

const SAMPLES = 201

/** One answer of the serve route. */
export interface Answer {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

// node:http writes these itself.
const OWN_HEADERS = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])

/** Of many answers, the one of median length: what bare node:http has to send, to be as busy. */
export async function takeTypicalAnswer(url: string): Promise<Answer> {
  const answers: Answer[] = []
  for (let sample = 0; sample < SAMPLES; sample += 1) answers.push(await takeAnswer(url))
  answers.sort((left, right) => left.body.length - right.body.length)
  const middle = answers[Math.floor(SAMPLES / 2)]
  if (!middle) throw new Error('the serve route did not answer')
  return middle
}

async function takeAnswer(url: string): Promise<Answer> {
  const response = await fetch(url)
  const body = await response.text()
  z.object({ decisionId: z.string(), token: z.string() }).parse(JSON.parse(body))
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => !OWN_HEADERS.has(name)),
  )
  return { headers, body }
}
