import { useCallback, useEffect, useRef, useState } from 'react'

/** Words somebody selected on the script page, as one line; undefined when nothing is. */
export function useSelectedWords() {
  const page = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState<string>()
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection()
      const inside = selection?.anchorNode && page.current?.contains(selection.anchorNode)
      const text = inside ? selection.toString().replace(/\s+/g, ' ').trim() : ''
      setWords(text !== '' && text.length <= 120 ? text : undefined)
    }
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [])
  const clear = useCallback(() => {
    document.getSelection()?.removeAllRanges()
    setWords(undefined)
  }, [])
  return { words, page, clear }
}
