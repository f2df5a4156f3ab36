/**
 * XML as a tree, bounded. Files come from outside: document types are refused, so no entity can be declared,
 * and depth and number of nodes have limits that no script reaches.
 */
import { SaxesParser } from 'saxes'
import { unreadable } from './decode.ts'
import type { Read } from './decode.ts'

export interface XmlNode {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: (XmlNode | string)[]
  readonly line: number
}

const MAX_DEPTH = 64
const MAX_NODES = 1_500_000

const again = 'Export it again from the program it was written in.'

export function readXml(text: string): Read<XmlNode> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: XmlNode[] = []
  let root: XmlNode | undefined
  let nodes = 0
  let startLine = 1
  let refusal: ReturnType<typeof unreadable> | undefined
  const refuse = (code: string, message: string) => {
    refusal ??= unreadable(code, message, again, parser.line)
    throw new Error(code)
  }
  parser.on('error', (error) => {
    refuse('not_well_formed', `Line ${parser.line} is not well-formed XML: ${plainReason(error.message)}.`)
  })
  parser.on('doctype', () => refuse('doctype', 'The file declares its own document type, which scripts do not need.'))
  parser.on('opentagstart', () => {
    startLine = parser.line
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= MAX_DEPTH) refuse('too_deep', `The file nests more than ${MAX_DEPTH} levels deep.`)
    if (++nodes > MAX_NODES) refuse('too_many_parts', 'The file has more parts than a script can have.')
    const node: XmlNode = {
      name,
      attributes: { ...attributes } as Record<string, string>,
      children: [],
      line: startLine,
    }
    open.at(-1)?.children.push(node)
    root ??= node
    open.push(node)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const addText = (part: string) => {
    open.at(-1)?.children.push(part)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  try {
    parser.write(text).close()
  } catch (fault) {
    if (refusal) return refusal
    throw fault
  }
  if (!root) return unreadable('not_well_formed', 'The file holds no XML.', again)
  return { ok: true, value: root }
}

/** The parser puts its position first; the reader gets it in the sentence. */
const plainReason = (message: string) =>
  message
    .replace(/^\d+:\d+:\s*/, '')
    .replace(/\.$/, '')
    .trim()

export const isNode = (child: XmlNode | string): child is XmlNode => typeof child !== 'string'
export const nodesOf = (node: XmlNode | undefined, name?: string): XmlNode[] =>
  (node?.children ?? []).filter(
    (child): child is XmlNode => isNode(child) && (name === undefined || child.name === name),
  )
export const firstOf = (node: XmlNode | undefined, name: string): XmlNode | undefined => nodesOf(node, name)[0]
/** The text directly inside a node. */
export const textOf = (node: XmlNode): string => node.children.filter((child) => typeof child === 'string').join('')

const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
export const escapeXml = (text: string): string =>
  text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

export const writeAttributes = (attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(value).replaceAll('\n', '&#10;')}"`)
    .join('')

/** Writes a node as it was read, without the white space between tags. */
export function writeXml(node: XmlNode): string {
  const inner = node.children.filter((child) => isNode(child) || child.trim() !== '' || node.children.length === 1)
  const body = inner.map((child) => (isNode(child) ? writeXml(child) : escapeXml(child))).join('')
  const opening = `<${node.name}${writeAttributes(node.attributes)}`
  return body === '' ? `${opening}/>` : `${opening}>${body}</${node.name}>`
}
