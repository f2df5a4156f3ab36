/**
 * Resolves when this process is asked to stop: Ctrl-C, SIGTERM, SIGHUP, or the end of the process that started us,
 * which we notice by the closed channel even when it was killed outright.
 */
export const untilStopped = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve())
    if (process.channel) process.on('disconnect', () => resolve())
  })
