import { join } from "node:path";
import { ErrataError } from "../../foundation/errors.ts";
import { readCached, writeCached } from "../storage/cached-file.ts";
import type { DataStorage } from "../storage/data-storage.ts";
import { type DownloadOptions, download } from "../storage/download.ts";
import { readTable } from "../tables/index.ts";
import type { DataSet, PublishedFile } from "./data-set.ts";

/** A published file on this machine. */
export interface PulledFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isNew: boolean;
}

/**
 * Gives a published file from the cache, or else downloads it into the cache. A damaged one is downloaded again.
 *
 * @throws ErrataError where it cannot be had, or nothing may be downloaded.
 */
export async function pullFile(
  dataSet: DataSet,
  file: PublishedFile,
  storage: DataStorage,
  options: DownloadOptions = {},
): Promise<PulledFile> {
  const path = cachePath(dataSet, file, storage);
  const cached = await readCached(path, file.sha256);
  if (cached.state === "good") return { path, bytes: cached.bytes, isNew: false };
  if (storage.isOffline) throw notHere(dataSet, file);
  const url = urlOf(dataSet, file, storage);
  const isHub = dataSet.source.host === "hugging-face";
  const bytes = await download(
    {
      url,
      token: isHub ? storage.token : null,
      sha256: file.sha256,
      hostStatesChecksum: isHub,
    },
    options,
  );
  // What cannot be read, such as a proxy's page in place of the file, is not worth keeping.
  await readTable(bytes, url);
  await writeCached(path, bytes);
  return { path, bytes, isNew: true };
}

function notHere({ name }: DataSet, { path }: PublishedFile): ErrataError {
  return new ErrataError(
    `The data set ${name} is not on this machine (${path}), and nothing may be downloaded.`,
    {
      advice: `Run \`errata data pull ${name}\` where there is a network, without --offline and ERRATA_OFFLINE; a copied cache will do.`,
    },
  );
}

/** Where a published file lies in the cache: a folder for each data set and revision, and in it as in the repository. */
export function cachePath(
  { name, source }: DataSet,
  { path }: PublishedFile,
  { cacheFolder }: DataStorage,
): string {
  return join(cacheFolder, name, source.revision, ...path.split("/"));
}

function urlOf({ source }: DataSet, file: PublishedFile, { hosts }: DataStorage): string {
  const { host, repository, revision } = source;
  const path = file.path.split("/").map(encodeURIComponent).join("/");
  return host === "hugging-face"
    ? `${hosts[host]}/datasets/${repository}/resolve/${revision}/${path}`
    : `${hosts[host]}/${repository}/${revision}/${path}`;
}
