/** Words a writer or assistant tagged in Final Draft: the definitions, and the categories they belong to. */
import type { SourceTag } from '../screenplay.rules.ts'
import { firstOf, nodesOf, textOf } from './xmlTree.ts'
import type { XmlNode } from './xmlTree.ts'

/** Runs point to a tag by its number; a tag points to its definition, and that to its category. */
export function readSourceTags(tagData: XmlNode | undefined): SourceTag[] {
  const categories = new Map(
    nodesOf(firstOf(tagData, 'TagCategories')).map(({ attributes }) => [attributes['Id'], attributes['Name'] ?? '']),
  )
  const definitions = new Map(
    nodesOf(firstOf(tagData, 'TagDefinitions')).map(({ attributes }) => [
      attributes['Id'],
      { label: attributes['Label'] ?? '', category: categories.get(attributes['CatId']) ?? '' },
    ]),
  )
  return nodesOf(firstOf(tagData, 'Tags')).flatMap((tag) => {
    const inner = firstOf(tag, 'DefId')
    const definition = definitions.get((inner ? textOf(inner).trim() : tag.attributes['DefId']) ?? '')
    const number = tag.attributes['Number']
    return definition && number ? [{ number, ...definition }] : []
  })
}
