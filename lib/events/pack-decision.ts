import type { Scalar } from '@/lib/decision/condition'
import type { DecisionRecord, ShownProduct } from '@/lib/decision/decision-record'
import { ByteReader } from './byte-reader'
import { ByteWriter } from './byte-writer'

const writer = new ByteWriter()

/**
 * A record in as few bytes as can be had without compressing it: its token travels in addresses,
 * several times with each ad. Valid until the next call. The order is the format: for any change
 * but words appended, raise the token's format version.
 */
export function packDecision(record: DecisionRecord): Uint8Array {
  writer.start()
  writer.uuid(record.id)
  writer.text(record.workspaceId)
  writer.text(record.campaignId)
  writer.text(record.placementId)
  writer.word(record.size)
  writer.number(record.revision)
  writer.number(record.policyVersion)
  writer.number(record.feedVersion)
  writer.number(record.seed)
  writer.number(record.decidedAtMs)
  writer.word(record.arm)
  writer.word(record.reason)
  packEntries(record.assets, packText)
  packPropensities(record)
  writer.number(record.propensity)
  packEntries(record.cell, packWord)
  packEntries(record.fields, packScalar)
  writer.texts(record.segmentIds)
  writer.texts(record.firedRuleIds)
  writer.words(record.purposes)
  writer.text(record.landingUrl)
  writer.scalar(record.isSimulated)
  if (record.products) packProducts(record.products)
  return writer.take()
}

/** The record that `packDecision` packed. For trusted (authenticated) bytes only: nothing is checked. */
export function unpackDecision(packed: Uint8Array): DecisionRecord {
  const reader = new ByteReader(packed)
  // Evaluated from top to bottom, as it was written.
  const head = {
    v: 1,
    id: reader.uuid(),
    workspaceId: reader.text(),
    campaignId: reader.text(),
    placementId: reader.text(),
    size: reader.text() as DecisionRecord['size'],
    revision: reader.number(),
    policyVersion: reader.number(),
    feedVersion: reader.number(),
    seed: reader.number(),
    decidedAtMs: reader.number(),
    arm: reader.text() as DecisionRecord['arm'],
    reason: reader.text(),
    assets: unpackEntries(reader, unpackText),
  } as const
  return {
    ...head,
    propensities: unpackPropensities(reader, head.assets),
    propensity: reader.number(),
    cell: unpackEntries(reader, unpackText),
    fields: unpackEntries(reader, unpackScalar),
    segmentIds: reader.texts(),
    firedRuleIds: reader.texts(),
    purposes: reader.texts(),
    landingUrl: reader.text(),
    isSimulated: reader.scalar() === true,
    // Tokens from before there were products end here.
    ...(reader.isAtEnd ? {} : { products: unpackProducts(reader) }),
  }
}

function packProducts(products: readonly ShownProduct[]): void {
  writer.count(products.length)
  for (const { id, priceMicros } of products) {
    writer.text(id)
    writer.number(priceMicros ?? NO_PRICE)
  }
}

function unpackProducts(reader: ByteReader): ShownProduct[] {
  return Array.from({ length: reader.count() }, () => {
    const id = reader.text()
    const price = reader.number()
    return { id, priceMicros: price === NO_PRICE ? null : price }
  })
}

const NO_PRICE = -1

type Entries<T> = Record<string, T>
const packText = (value: string): void => writer.text(value)
const packWord = (value: string): void => writer.word(value)
const packNumber = (value: number): void => writer.number(value)
const packScalar = (value: Scalar): void => writer.scalar(value)
const unpackText = (reader: ByteReader): string => reader.text()
const unpackNumber = (reader: ByteReader): number => reader.number()
const unpackScalar = (reader: ByteReader): Scalar => reader.scalar()

function packEntries<T>(entries: Readonly<Entries<T>>, pack: (value: T) => void): void {
  const names = Object.keys(entries)
  writer.count(names.length)
  for (const name of names) {
    writer.word(name)
    pack(entries[name] as T)
  }
}

function unpackEntries<T>(reader: ByteReader, unpack: (reader: ByteReader) => T): Entries<T> {
  const entries: Entries<T> = {}
  for (let left = reader.count(); left > 0; left--) put(entries, reader.text(), unpack(reader))
  return entries
}

/** Almost always those of the very slots that have assets: then without names. */
function packPropensities({ assets, propensities }: DecisionRecord): void {
  const slots = Object.keys(assets)
  const names = Object.keys(propensities)
  const isAligned =
    names.length === slots.length && names.every((name, index) => name === slots[index])
  writer.scalar(isAligned)
  if (!isAligned) return packEntries(propensities, packNumber)
  for (const name of names) writer.number(propensities[name] ?? 0)
}

function unpackPropensities(reader: ByteReader, assets: Entries<string>): Entries<number> {
  if (!reader.scalar()) return unpackEntries(reader, unpackNumber)
  const propensities: Entries<number> = {}
  for (const slot of Object.keys(assets)) put(propensities, slot, reader.number())
  return propensities
}

function put<T>(entries: Entries<T>, name: string, value: T): void {
  if (name !== '__proto__') entries[name] = value
  // Assigned, it would become the prototype instead of an entry.
  else Object.defineProperty(entries, name, { value, ...PLAIN_PROPERTY })
}

const PLAIN_PROPERTY = { enumerable: true, configurable: true, writable: true }
