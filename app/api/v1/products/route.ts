import { route } from '@/lib/http/route'
import { listProductsQuerySchema, productListSchema } from '@/lib/products/product'
import { listProducts } from '@/lib/products/server/read-products'

export const GET = route({
  summary: 'List the products of the stock feed, with their pictures and prices',
  access: 'read',
  query: listProductsQuerySchema,
  response: productListSchema,
  handle: ({ db, actor, query }) => listProducts(db, actor, query),
})
