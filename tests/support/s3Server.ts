import S3rver from 's3rver'
import type { S3Settings } from '../../src/platform/settings.ts'

/** An S3-compatible store in this process, with one bucket. */
export async function startS3(folder: string): Promise<{ settings: S3Settings; stop(): Promise<void> }> {
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'office' }],
  })
  const { port } = await server.run()
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket: 'office',
      accessKey: 'S3RVER',
      secretKey: 'S3RVER',
    },
    stop: () => server.close(),
  }
}
