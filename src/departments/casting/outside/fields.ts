import { escaped } from '../../../platform/outside/index.ts'

interface Look {
  type?: string
  why?: string
  required?: boolean
  autocomplete?: string
}

/** One labelled field of a form for people outside; left empty it is sent as nothing rather than as an empty text. */
export const field = (name: string, label: string, look: Look = {}): string =>
  `<label class="field">${escaped(label)}${look.why === undefined ? '' : `<small>${escaped(look.why)}</small>`}<input name="${name}" type="${look.type ?? 'text'}"${look.required ? ' required' : ''}${look.autocomplete === undefined ? '' : ` autocomplete="${look.autocomplete}"`}${look.required ? '' : ' data-empty="null"'}></label>`

export const area = (name: string, label: string): string =>
  `<label class="field">${escaped(label)}<textarea name="${name}" rows="2" maxlength="2000"></textarea></label>`

interface UploadWords {
  files: string
  filesWhy: string
  choose: string
  wait: string
  remove: string
}

/** Photos, tapes and recordings, sent while the rest is filled in; see `casting.js`. */
export const uploads = (path: string, accept: string, words: UploadWords): string =>
  `<fieldset class="uploads" data-upload="${escaped(path)}" data-wait="${escaped(words.wait)}" data-remove="${escaped(words.remove)}"><label class="field">${escaped(words.files)}<small>${escaped(words.filesWhy)}</small><span class="btn take">${escaped(words.choose)}<input type="file" multiple accept="${accept}"></span></label><ul class="files"></ul></fieldset>`
