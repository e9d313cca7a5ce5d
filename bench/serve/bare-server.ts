import { createServer } from 'node:http'

// What node:http can do at best: the same bytes and headers for every request, from memory.
const body = Buffer.from(process.env['BARE_BODY'] ?? '', 'base64')
const headers = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'content-length': body.byteLength,
}

createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(body)
}).listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'))
