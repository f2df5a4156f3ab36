/** Eleven of a crew and one actor: twelve who are called on every day of this journey, and a firm that is not. */
const CREW = [
  ['Ruth Adeyinka', 'Direction', '1st AD'],
  ['Kofi Brandvold', 'Direction', 'Director'],
  ['Mateus Lindahl', 'Camera', 'Director of photography'],
  ['Jun Takeyama', 'Camera', '1st AC'],
  ['Odalys Penn', 'Grip', 'Key grip'],
  ['Bram Okonjo', 'Electric', 'Gaffer'],
  ['Fenella Quist', 'Sound', 'Production mixer'],
  ['Teodor Malik', 'Art', 'Production designer'],
  ['Winnie Arceneau', 'Props', 'Property master'],
  ['Salome Ruiz', 'Script', 'Script supervisor'],
  ['Ray Tomassi', 'Locations', 'Location manager'],
] as const
export const ACTOR = 'Elsie Marchbank'
export const FIRM = 'Sorrel Grip Rentals'
export const EVERYBODY = [...CREW.map(([name]) => name), ACTOR]

export const addressOf = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@example.com`

/** What a coordinator copies out of a spreadsheet: cells parted by tabs, with their headings. */
export const crewListFor = (character: string): string =>
  [
    ['Department', 'Position', 'Name', 'E-mail', 'Mobile', 'Company', 'Character'],
    ...CREW.map(([name, department, position], at) => [
      department,
      position,
      name,
      addressOf(name),
      `+44 1632 9602${String(at).padStart(2, '0')}`,
      '',
      '',
    ]),
    ['', '', ACTOR, addressOf(ACTOR), '', '', character],
    ['', '', '', 'office@sorrel.example', '', FIRM, ''],
  ]
    .map((cells) => cells.join('\t'))
    .join('\n')
