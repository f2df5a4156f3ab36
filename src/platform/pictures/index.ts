export { PictureRefused, redrawn, type Picture, type Redraw } from './picture.ts'
