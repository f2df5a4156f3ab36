import { handle } from '../../platform/http/handle.ts'
import * as notes from './privateNote.actions.ts'
import * as contract from './privateNote.contract.ts'

export const privateNoteRoutes = [
  handle(contract.listPrivateNotes, ({ query, ...call }, app) => notes.list(app.db, call, query)),
  handle(contract.addPrivateNote, (call, app) => notes.add(app, call)),
  handle(contract.changePrivateNote, ({ params, ...call }, app) =>
    notes.change(app, { ...call, id: params.privateNoteId }),
  ),
  handle(contract.removePrivateNote, ({ params, ...call }, app) =>
    notes.remove(app, { ...call, id: params.privateNoteId }),
  ),
]
