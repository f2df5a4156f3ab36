export { PictureRefused, redrawn, type Picture, type Redraw } from './picture.ts'
export { isPale } from './paleness.ts'
