import { createServer } from 'node:http'
import { z } from 'zod'

// What node:http can do at best: one answer of the serve route, headers included, from memory.
const answer = z
  .object({ headers: z.record(z.string(), z.string()), body: z.string() })
  .parse(JSON.parse(process.env['BARE_ANSWER'] ?? ''))
const body = Buffer.from(answer.body)

createServer((_request, response) => {
  response.writeHead(200, answer.headers)
  response.end(body)
}).listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'))
