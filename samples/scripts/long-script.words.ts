/** Words of the long sample. Nobody in it is real. */
export interface Set {
  readonly name: string
  readonly inside: boolean
}
const inside = (...names: string[]): Set[] => names.map((name) => ({ name, inside: true }))
const outside = (...names: string[]): Set[] => names.map((name) => ({ name, inside: false }))

export const people = [
  { name: 'ISOLDE', age: 41, is: 'a surveyor of tides with ink on both hands' },
  { name: 'BRANDT', age: 58, is: 'the harbour pilot' },
  { name: 'PETRA', age: 33, is: 'a constable in her first winter' },
  { name: 'OSWIN', age: 67, is: 'who keeps the records and his coat on' },
  { name: 'MILO', age: 12, is: 'a boy who notices things' },
  { name: 'ANSEL', age: 29, is: 'second mate, unshaven' },
  { name: 'DAGNY', age: 54, is: 'landlady of the Anchor' },
  { name: 'VERA', age: 46, is: 'a lawyer from the city' },
  { name: 'TOBIAS', age: 38, is: 'who mends radios' },
  { name: 'HEDDA', age: 72, is: 'Isolde’s mother' },
  { name: 'RUNE', age: 25, is: 'a diver' },
  { name: 'LUDO', age: 50, is: 'the insurer’s man, in the wrong shoes' },
]
const all = people.map(({ name }) => name)
const cast = (...names: string[]) => [...names, 'ISOLDE', 'BRANDT']

export const sequences: readonly { title: string; summary: string; sets: Set[]; cast: string[] }[] = [
  { title: 'Low water', summary: 'A wreck appears where the tables say there is four fathoms.', sets: [...outside('MUDFLATS', 'HARBOUR WALL', 'SLIPWAY'), ...inside('TIDE OFFICE')], cast: cast('PETRA', 'MILO') },
  { title: 'The office of tides', summary: 'Isolde checks ninety years of figures and finds one hand too many.', sets: inside('TIDE OFFICE', 'TIDE OFFICE - ARCHIVE', 'TIDE OFFICE - STAIRS'), cast: cast('OSWIN', 'HEDDA') },
  { title: 'A ship with no name', summary: 'The wreck has been scrubbed clean, inside and out.', sets: [...outside('WRECK - DECK', 'MUDFLATS'), ...inside('WRECK - HOLD', 'WRECK - CABIN')], cast: cast('ANSEL', 'RUNE', 'PETRA') },
  { title: 'The Anchor', summary: 'Everybody in the bar remembers the night differently.', sets: [...inside('THE ANCHOR - BAR', 'THE ANCHOR - KITCHEN', 'THE ANCHOR - ROOM FOUR'), ...outside('THE ANCHOR - YARD')], cast: cast('DAGNY', 'LUDO', 'TOBIAS') },
  { title: 'What the radio heard', summary: 'A recording, eleven seconds long.', sets: [...inside('RADIO SHOP', 'RADIO SHOP - ATTIC'), ...outside('MAST HILL')], cast: cast('TOBIAS', 'MILO') },
  { title: 'The lawyer', summary: 'Somebody has bought the seabed.', sets: [...inside('TOWN HALL', 'TOWN HALL - LAND REGISTRY', 'TRAIN COMPARTMENT'), ...outside('STATION')], cast: cast('VERA', 'LUDO', 'OSWIN') },
  { title: 'Spring tide', summary: 'The wreck is gone.', sets: [...outside('HARBOUR WALL', 'PILOT CUTTER', 'OPEN SEA'), ...inside('PILOT CUTTER - WHEELHOUSE')], cast: cast('ANSEL', 'RUNE', 'PETRA') },
  { title: 'Below', summary: 'Rune goes down and stays down too long.', sets: [...outside('DIVING BARGE', 'OPEN SEA'), ...inside('DIVING BARGE - CABIN', 'HOSPITAL WARD')], cast: cast('RUNE', 'ANSEL', 'DAGNY') },
  { title: 'The second set of tables', summary: 'For thirty years two books were kept.', sets: inside('HEDDA’S HOUSE - PARLOUR', 'HEDDA’S HOUSE - ATTIC', 'TIDE OFFICE - ARCHIVE'), cast: cast('HEDDA', 'OSWIN', 'MILO') },
  { title: 'The hearing', summary: 'Nobody is on trial, they are told.', sets: [...inside('TOWN HALL - CHAMBER', 'TOWN HALL - CORRIDOR'), ...outside('TOWN HALL - STEPS')], cast: cast('VERA', 'LUDO', 'PETRA', 'HEDDA') },
  { title: 'Slack water', summary: 'An hour in which nothing moves.', sets: [...outside('BREAKWATER', 'MUDFLATS', 'HARBOUR WALL'), ...inside('LIGHTHOUSE')], cast: [...all] },
  { title: 'High water', summary: 'The tables are corrected.', sets: [...outside('SLIPWAY', 'HARBOUR WALL', 'PILOT CUTTER'), ...inside('TIDE OFFICE', 'THE ANCHOR - BAR')], cast: [...all] },
]

export const finds = ['ledger', 'brass key', 'tide gauge', 'photograph', 'rope', 'lantern', 'telegram', 'wristwatch', 'sextant', 'tin box', 'map', 'boot', 'bell', 'fountain pen', 'child’s kite', 'bottle']

export const openings = [
  'the {set}, and nobody in a hurry. {a} sets a {thing} down where everyone can see it.',
  'rain. {a} comes in sideways and shuts it out. The {thing} under one arm is drier than the rest.',
  '{a} is already here. A chair, a lamp, a {thing}, and the sound of water somewhere below.',
  'wind has got into the {set} and moves everything that is not tied. {a} ties things.',
  'a crowd has been here and left. {a} goes through what they dropped: a glove, a ticket, a {thing}.',
  'first light finds {a} asleep with a {thing} for a pillow.',
  'voices, then none. {a} stands very still and waits for the other one to speak first.',
  'the clock in the {set} is eleven minutes slow. {a} looks at it, then at the {thing}, and does the sum.',
  'a long table covered in paper. {a} walks along it without reading, looking for one shape.',
  'two cups of tea, both cold. {a} pushes the {thing} across to the empty place.',
  'a dog barks at the sea. {a} watches what it is barking at.',
  '{a} counts steps under the breath, stops at forty, and turns round.',
]
export const errands = [
  'You said the tables were never wrong.', 'How long has it been lying there?', 'Read me the figure for the ninth. Not the printed one.',
  'I need the key to the lower archive.', 'Somebody has been in my drawers. Somebody tidy.', 'Tell me about the night you do not talk about.',
  'Who signs for {a} when {a} is at sea?', 'We have until the water comes back. Forty minutes, if the book is right.',
  'You knew it was there.', 'I was told to ask you, and to ask you alone.', 'What would you do with a ship nobody had lost?',
  'Is it a crime to be bad at sums?', 'I found this where {a} used to keep the spare lamp.', 'Sit down. It is about your father’s handwriting.',
]
export const questions = [
  'And you never thought to mention it?', 'Who else has seen the {thing}?', 'When did {a} leave?', 'What was it worth, then?', 'Could a boy have done it?',
  'Did it have a name, before?', 'Then why does it say four fathoms?', 'Whose side are you on?', 'Was the lamp lit?', 'How many of them were there?',
  'Do you want me to write that down?', 'What did {a} say, exactly?', 'Why now?', 'Would you swear to it?', 'Is that a promise or a forecast?', 'Where is it going, if not here?',
]
export const answers = [
  'It was lit. I lit it.', 'Ask {a}. I only ever kept the door.', 'The sea does not read books.', 'That is the wrong question, and you know it.', 'Four of them. Three came back.',
  'I thought you had it.', 'Because somebody paid for it to say so.', 'My mother used to say: never argue with water.', 'I signed what I was given.', 'Not in front of the child.',
  'There was fog. There is always fog when you need a witness.', 'Then we are both liars, and only one of us is wet.', 'It was never about the ship.', 'You have your father’s hands.',
  'I could tell you, and then I would have to carry you home.', 'Look at the date. Now look at the moon.', 'It does not sink because nothing is in it.', 'You would have done the same.',
  'Give me until the tide turns.', 'No. And if you ask again, still no.', 'I heard an engine, and then I heard somebody stop listening.', 'Everything in this town floats, sooner or later.',
]
export const actions = [
  '{a} turns the {thing} over and finds a number scratched on the back.', '{b} looks away first.', 'a gull lands, thinks better of it, and goes.', 'somewhere a door bangs twice.',
  '{a} takes the lamp to the window and waits for another lamp to answer.', 'the water has come up another hand’s breadth while they talked.', '{b} writes something, tears it off, and eats it.',
  'the floor of the {set} gives under a boot, and holds.', '{a} wipes the glass with a sleeve: a face on the other side, then only rain.', '{b} counts the money without touching it.',
  'they both hear it. Neither of them moves.', '{a} opens the {thing} with a knife that was not made for it.', 'a bicycle goes by outside with nobody on it that they can see.',
  '{b} lifts one end of the tarpaulin and lets it down again.', 'smoke from the stove finds its own way out.', '{a} pulls the rope. Far off, a bell.', '{b} sits down on the steps like someone twice that age.',
  'the boy’s boots stick out from under the table. They have been there the whole time.', '{a} folds the paper along its old folds.', 'the light goes out. When it comes back, the {thing} is gone.',
  '{b} laughs, once, and is sorry.', 'a car stops. Its radio goes on playing after the engine has died.', '{a} lays the two pages one over the other and holds them up to the window. They do not match.',
  'the tide goes on with what it was doing.', '{b} hands over the coat. In its pocket, something heavy.', '{a} runs a finger down the column to the place where the ink changes colour.',
]
