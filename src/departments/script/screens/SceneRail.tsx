import { useEffect, useRef } from 'react'
import { classes } from '../../../ui/classes.ts'
import { StatusMark } from '../../../ui/Status.tsx'
import type { Scene, SceneId } from '../scene.contract.ts'
import { sceneName } from '../scene.rules.ts'
import css from './SceneRail.module.css'
import { isOutside, lengthOf, sideWords, stateStanding, stateWords, toneOf } from './scene.words.ts'

interface SceneRailProps {
  scenes: readonly Scene[]
  current: SceneId | undefined
  onChoose: (id: SceneId) => void
}

/** Every scene with its strip colour, length and how far its sheet is. */
export function SceneRail({ scenes, current, onChoose }: SceneRailProps) {
  const done = scenes.filter(({ breakdownState }) => breakdownState === 'done').length
  return (
    <nav className={css.rail} aria-label="Scenes">
      <div className={css.head}>
        <b>Scenes</b>
        <span>
          {done} of {scenes.length}
        </span>
      </div>
      <ul className={css.list}>
        {scenes.map((scene) => (
          <Row key={scene.id} scene={scene} isCurrent={scene.id === current} onChoose={onChoose} />
        ))}
      </ul>
      <div className={css.legend}>
        {(['done', 'part', 'todo'] as const).map((state) => (
          <span key={state}>
            <StatusMark is={stateStanding[state]} label={stateWords[state]} />{' '}
            {state === 'part' ? 'part' : stateWords[state]}
          </span>
        ))}
      </div>
    </nav>
  )
}

function Row({ scene, isCurrent, onChoose }: { scene: Scene; isCurrent: boolean; onChoose: (id: SceneId) => void }) {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const tone = toneOf(scene)
  return (
    <li ref={row}>
      <button
        type="button"
        className={classes(css.row, isCurrent && css.current, scene.omitted && css.omitted)}
        aria-current={isCurrent ? 'true' : undefined}
        title={scene.heading}
        onClick={() => onChoose(scene.id)}
      >
        <i
          className={classes(css.chip, isOutside(scene) && css.outside)}
          style={{ '--tone': `var(--${tone})`, '--edge': `var(--edge-${tone})` } as React.CSSProperties}
          aria-hidden
        />
        <b className={scene.number === null ? css.unnumbered : undefined}>
          {scene.number ?? scene.setName.toLowerCase()}
        </b>
        <span className={css.side}>{scene.intExt === null ? '' : sideWords[scene.intExt]}</span>
        <span className={css.length}>{lengthOf(scene)}</span>
        <StatusMark
          is={stateStanding[scene.breakdownState]}
          label={`${sceneName(scene)}, ${stateWords[scene.breakdownState]}`}
        />
      </button>
    </li>
  )
}
