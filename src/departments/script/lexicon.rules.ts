/** Words of scripts that a department would want to hear of. They only ever lead to a proposal. */
interface LexiconWord {
  readonly category: string
  readonly reason: string
  /** Takes the word before it along: a light is not a prop, a work light is. */
  readonly joins: boolean
}

const list: readonly [category: string, reason: string, joins: boolean, words: string][] = [
  [
    'props',
    'is handled',
    true,
    'lantern torch flashlight phone telephone radio key keys letter envelope book map knife bottle glass mug flask suitcase bag backpack rucksack camera briefcase parcel rope coin ticket umbrella clipboard newspaper photograph pen pencil notebook laptop tablet handcart basket bucket compass whistle kite lighter cigarette sandwich thermos binoculars locket toolbox hammer wrench flag lamp tray cup',
  ],
  [
    'vehicles',
    'is a vehicle',
    true,
    'car van truck lorry bus taxi ambulance bicycle bike motorcycle boat ferry dinghy tractor train tram helicopter',
  ],
  [
    'animals',
    'is an animal',
    true,
    'dog terrier puppy cat horse pony cow sheep goat gull gulls seagull bird birds pigeon rabbit duck',
  ],
  [
    'background',
    'more than one, without lines',
    true,
    'crowd passengers townspeople commuters guests dancers soldiers customers band choir audience shoppers dockers fishermen onlookers schoolchildren',
  ],
  [
    'wardrobe',
    'is worn',
    true,
    'coat oilskin uniform dress suit hat cap scarf gloves jacket apron pyjamas boots raincoat jumper sweater overalls',
  ],
  ['special_effects', 'is made on set', true, 'smoke fog rain snow fire flames explosion sparks steam mist wind'],
  ['stunts', 'may be a stunt', false, 'falls tumbles crashes leaps fights punches slips stumbles'],
  ['makeup', 'is made up', false, 'blood wound scar bruise tattoo beard soaked'],
  ['sound', 'is heard', true, 'song music horn foghorn siren bell radio whistle accordion'],
  ['special_equipment', 'is brought in', true, 'crane drone rig jib gimbal'],
  [
    'set_dressing',
    'dresses the set',
    true,
    'curtain curtains sofa armchair poster posters quilt rug chandelier shelves bunting',
  ],
  ['visual_effects', 'may be added later', false, 'hologram screen vanishes'],
  ['greenery', 'is planted', true, 'flowers bouquet hedge ivy'],
]

export const lexicon: ReadonlyMap<string, LexiconWord> = new Map(
  list.flatMap(([category, reason, joins, words]) =>
    words.split(' ').map((word) => [word, { category, reason, joins }] as const),
  ),
)
