import type { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
  S3ServiceException,
  type ListObjectsV2CommandOutput,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { S3Settings } from '../settings.ts'
import { measuring, plainKey, type Storage } from './storage.ts'

/** Files in an S3-compatible store: several machines share them. */
export function s3Storage({ endpoint, region, bucket, accessKey, secretKey }: S3Settings): Storage {
  const client = new S3Client({
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    forcePathStyle: endpoint !== undefined, // stores of one's own rarely answer to a name per bucket
    // Stores older than the SDK's own checksums refuse them; the hash we keep ourselves covers the same ground.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint !== undefined && { endpoint }),
  })
  const at = (key: string) => ({ Bucket: bucket, Key: plainKey(key) })

  return {
    async put(key, body) {
      const { bytes, measured } = measuring(body)
      await new Upload({ client, params: { ...at(key), Body: bytes } }).done()
      return measured()
    },

    async get(key, range) {
      const only = range && { Range: `bytes=${range.from}-${range.until - 1}` }
      const found = await client.send(new GetObjectCommand({ ...at(key), ...only })).catch(absent)
      return found?.Body as Readable | undefined
    },

    async head(key) {
      const found = await client.send(new HeadObjectCommand(at(key))).catch(absent)
      return found && { sizeBytes: found.ContentLength ?? 0 }
    },

    async delete(key) {
      await client.send(new DeleteObjectCommand(at(key)))
    },

    async *keys(prefix = '') {
      let after: string | undefined
      do {
        const page: ListObjectsV2CommandOutput = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: after }),
        )
        for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key
        after = page.NextContinuationToken
      } while (after !== undefined)
    },
  }
}

function absent(fault: unknown): undefined {
  if (fault instanceof S3ServiceException && fault.$metadata.httpStatusCode === 404) return undefined
  throw fault
}
