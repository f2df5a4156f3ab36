import type { ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { handle } from '../../platform/http/handle.ts'
import { arrangeBoard, addBanner, changeStrip, joinStrip, removeBanner, splitStrip } from './strips.contract.ts'
import * as boards from './board.actions.ts'
import type { BoardId } from './board.contract.ts'
import * as calendars from './boardcalendar.actions.ts'
import { adoptBoardCalendar, setBoardCalendar } from './boardcalendar.contract.ts'
import * as reads from './board.reads.actions.ts'
import * as store from './board.store.ts'
import * as contract from './boards.contract.ts'
import { compareBoards } from './compare.contract.ts'
import { compare, concerns } from './compare.actions.ts'
import * as days from './days.actions.ts'
import { addDays, changeDay, removeDay } from './days.contract.ts'
import * as marks from './marks.actions.ts'
import { addEvent, addFlag, listMarks, removeEvent, removeFlag } from './marks.contract.ts'
import * as issues from './issues.store.ts'
import * as layout from './layout.actions.ts'
import * as layouts from './layout.contract.ts'
import * as layoutStore from './layout.store.ts'
import * as palette from './palette.actions.ts'
import * as palettes from './palette.contract.ts'
import * as paletteStore from './palette.store.ts'
import { changeRules, scheduleRules } from './rule.actions.ts'
import { changeScheduleRules, readScheduleRules } from './rule.contract.ts'
import * as strips from './strips.actions.ts'

/** The board a call is about, as the actions take it. */
const on = <C extends { params: { boardId: BoardId } }>({ params, ...call }: C) => ({
  ...call,
  boardId: params.boardId,
})

/** A change on a draft is previewed as if the draft were the active plan: what would happen if it were published so. */
const asIfActive = {
  previewFrom: ({ scope, params }: { scope: ProductionScope; params: { boardId: BoardId } }, app: App) =>
    app.transaction(async (tx) => {
      const board = await store.find(tx, scope, params.boardId)
      if (board) await store.pretendActive(tx, scope, board)
    }),
}

const listed = async <T>(items: Promise<T[]>) => ({ items: await items })

export const scheduleRoutes = [
  handle(contract.listBoards, ({ scope }, app) => reads.list(app.db, scope)),
  handle(contract.createBoard, ({ scope, actor, body }, app) => boards.create(app, { scope, actor, ...body })),
  handle(contract.readBoard, ({ scope, params }, app) => reads.view(app.db, scope, params.boardId)),
  handle(contract.changeBoard, (call, app) => boards.change(app, { ...on(call), change: call.body }), asIfActive),
  handle(contract.activateBoard, (call, app) => boards.activate(app, on(call))),
  handle(contract.publishBoard, (call, app) => boards.publish(app, { ...on(call), ...call.body })),
  handle(contract.archiveBoard, (call, app) => boards.archive(app, on(call))),
  handle(contract.boardConcerns, ({ scope, params }, app) => listed(concerns(app, scope, params.boardId))),
  handle(setBoardCalendar, (call, app) => calendars.setCalendar(app, { ...on(call), ...call.body }), asIfActive),
  handle(adoptBoardCalendar, (call, app) => calendars.adopt(app, on(call))),
  handle(layouts.listLayouts, (_, app) => listed(layoutStore.all(app.db))),
  handle(layouts.createLayout, (call, app) => layout.create(app, call)),
  handle(layouts.changeLayout, ({ params, ...call }, app) => layout.change(app, { ...call, id: params.layoutId })),
  handle(layouts.archiveLayout, ({ params, body, ...call }, app) =>
    layout.setArchived(app, { ...call, ...body, id: params.layoutId }),
  ),
  handle(readScheduleRules, ({ scope }, app) => scheduleRules(app.db, scope)),
  handle(changeScheduleRules, (call, app) => changeRules(app, call)),
  handle(palettes.listPalettes, (_, app) => listed(paletteStore.all(app.db))),
  handle(palettes.createPalette, (call, app) => palette.create(app, call)),
  handle(palettes.changePalette, ({ params, ...call }, app) => palette.change(app, { ...call, id: params.paletteId })),
  handle(palettes.archivePalette, ({ params, body, ...call }, app) =>
    palette.setArchived(app, { ...call, ...body, id: params.paletteId }),
  ),
  handle(compareBoards, ({ scope, params, query }, app) => compare(app, scope, params.boardId, query.with)),
  handle(contract.listScheduleIssues, ({ scope }, app) => listed(issues.all(app.db, scope))),
  handle(contract.readScheduleIssue, ({ scope, params }, app) => reads.issued(app.db, scope, params.issueId)),

  handle(arrangeBoard, (call, app) => strips.move(app, { ...on(call), moves: call.body.moves }), asIfActive),
  handle(addBanner, (call, app) => strips.addBanner(app, { ...on(call), banner: call.body }), asIfActive),
  handle(
    changeStrip,
    (call, app) => strips.change(app, { ...on(call), stripId: call.params.stripId, change: call.body }),
    asIfActive,
  ),
  handle(
    splitStrip,
    (call, app) => strips.cut(app, { ...on(call), stripId: call.params.stripId, ...call.body }),
    asIfActive,
  ),
  handle(
    joinStrip,
    (call, app) => strips.rejoin(app, { ...on(call), stripId: call.params.stripId, ...call.body }),
    asIfActive,
  ),
  handle(
    removeBanner,
    (call, app) => strips.removeBanner(app, { ...on(call), stripId: call.params.stripId }),
    asIfActive,
  ),

  handle(addDays, (call, app) => days.add(app, { ...on(call), days: call.body }), asIfActive),
  handle(
    changeDay,
    (call, app) => {
      const { swap, strips: answer, ...change } = call.body
      return days.change(app, { ...on(call), dayId: call.params.dayId, change, swap, strips: answer })
    },
    asIfActive,
  ),
  handle(
    removeDay,
    (call, app) => days.remove(app, { ...on(call), dayId: call.params.dayId, strips: call.query.strips }),
    asIfActive,
  ),

  handle(listMarks, ({ scope }, app) => marks.list(app.db, scope)),
  handle(addFlag, ({ scope, actor, body }, app) => marks.addFlag(app, { scope, actor, flag: body })),
  handle(removeFlag, ({ scope, actor, params }, app) => marks.removeFlag(app, { scope, actor, id: params.flagId })),
  handle(addEvent, ({ scope, actor, body }, app) => marks.addEvent(app, { scope, actor, event: body })),
  handle(removeEvent, ({ scope, actor, params }, app) => marks.removeEvent(app, { scope, actor, id: params.eventId })),
]
