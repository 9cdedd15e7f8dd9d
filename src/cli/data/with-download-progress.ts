import type { Screen } from "../environment.ts";
import { createLiveArea } from "../progress/live-area.ts";

export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** On a terminal one line that tells how far a download is; elsewhere nothing, since a file takes seconds. */
export async function withDownloadProgress<Result>(
  label: string,
  screen: Screen,
  work: (onProgress: (bytes: number, total: number | null) => void) => Promise<Result>,
): Promise<Result> {
  if (!screen.isTerminal) return work(() => {});
  const area = createLiveArea(screen);
  try {
    return await work((bytes, total) => {
      const share = total === null ? "" : ` of ${megabytes(total)}`;
      area.show([`  ${label}: ${megabytes(bytes)}${share}`.slice(0, screen.columns() - 1)]);
    });
  } finally {
    area.close();
  }
}
