import { useCallback, useRef, useState } from 'react'
import type { DetailedError, Upload } from 'tus-js-client'

interface UploadShown {
  key: string
  name: string
  /** 0 to 1. */
  share: number
  problem: string | undefined
}

/** Pauses between tries: a van passes through a tunnel, a hotel's network blinks. */
const retryDelays = [0, 1000, 3000, 5000, 10_000, 30_000]

const whyStopped = (fault: Error | DetailedError) =>
  'originalResponse' in fault && fault.originalResponse?.getStatus() === 507
    ? 'The disk of the office is full; whoever runs it makes room.'
    : 'Stopped.'

const fileIdOf = (url: string | null) => url?.split('/').at(-1) ?? ''

/** Resumable uploads (tus) to `/files`, on the session of the page. The library is loaded with the first file. */
export function useUploads(onUploaded: ((uploaded: { fileId: string; name: string }) => void) | undefined) {
  const [uploads, setUploads] = useState<UploadShown[]>([])
  const running = useRef(new Map<string, Upload>())
  const show = useCallback(
    (key: string, part: Partial<UploadShown>) =>
      setUploads((before) => before.map((it) => (it.key === key ? { ...it, ...part } : it))),
    [],
  )
  const start = useCallback(
    async (file: File) => {
      const key = crypto.randomUUID()
      setUploads((before) => [...before, { key, name: file.name, share: 0, problem: undefined }])
      const tus = await import('tus-js-client')
      const upload = new tus.Upload(file, {
        endpoint: '/files',
        retryDelays,
        metadata: { filename: file.name, filetype: file.type },
        onProgress: (sent, total) => show(key, { share: total === 0 ? 1 : sent / total }),
        onError: (fault) => show(key, { problem: `${whyStopped(fault)} Choose the file again to go on.` }),
        onSuccess: () => {
          show(key, { share: 1 })
          onUploaded?.({ fileId: fileIdOf(upload.url), name: file.name })
        },
      })
      running.current.set(key, upload)
      const [earlier] = await upload.findPreviousUploads()
      if (earlier) upload.resumeFromPreviousUpload(earlier)
      upload.start()
    },
    [onUploaded, show],
  )
  const cancel = useCallback((key: string) => {
    void running.current.get(key)?.abort()
    running.current.delete(key)
    setUploads((before) => before.filter((it) => it.key !== key))
  }, [])
  return { uploads, start: (file: File) => void start(file), cancel }
}
