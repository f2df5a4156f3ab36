import PizZip from 'pizzip'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A run of text; `bold`, and whatever else Word would write into its properties. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const bold = '<w:b/><w:color w:val="B45309"/>'

export const paragraph = (runs: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="Deal"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr>${rows
    .map(
      (cells) =>
        `<w:tr>${cells
          .map((cell) => `<w:tc><w:tcPr><w:shd w:fill="EEF2FF"/></w:tcPr>${paragraph(run(cell))}</w:tc>`)
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`

interface Parts {
  readonly body: string
  readonly header?: string
  readonly footer?: string
}

/** A whole Word file as an office would have one: styles, a header, a footer, a page of its own size. */
export function wordFile({ body, header = paragraph(run('')), footer = paragraph(run('')) }: Parts): Buffer {
  const zip = new PizZip()
  const xml = (text: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`
  zip.file(
    '[Content_Types].xml',
    xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${type}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${type}.footer+xml"/></Types>`,
    ),
  )
  const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
  zip.file(
    '_rels/.rels',
    xml(
      `<Relationships ${relations}><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
  )
  zip.file(
    'word/_rels/document.xml.rels',
    xml(
      `<Relationships ${relations}><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/header" Target="header1.xml"/><Relationship Id="rId3" Type="${office}/footer" Target="footer1.xml"/></Relationships>`,
    ),
  )
  zip.file(
    'word/styles.xml',
    xml(
      `<w:styles ${w}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:type="table" w:styleId="Deal"><w:name w:val="Deal"/></w:style></w:styles>`,
    ),
  )
  zip.file('word/header1.xml', xml(`<w:hdr ${w}>${header}</w:hdr>`))
  zip.file('word/footer1.xml', xml(`<w:ftr ${w}>${footer}</w:ftr>`))
  zip.file(
    'word/document.xml',
    xml(
      `<w:document ${w} ${r}><w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="1700" w:right="1700" w:top="1400" w:bottom="1400"/></w:sectPr></w:body></w:document>`,
    ),
  )
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }) as Buffer
}
