import type { IncomingMessage, ServerResponse } from "node:http";
import { bodyOf, formOf, sendJson, startLocalServer } from "../../foundation/local-server.fixture.ts";
import type { Fate } from "../trainer.contract.ts";

/** What happens at the server. `-received` comes before it is done, the others after it and before the answer. */
export type ProviderEvent =
  | "upload-received"
  | "uploaded"
  | "job-received"
  | "job-made"
  | "listed"
  | "polled"
  | "events-read";

export interface JobState {
  id: string;
  object: "fine_tuning.job";
  status: string;
  model: string;
  training_file: string;
  fine_tuned_model: string | null;
  trained_tokens: number | null;
  error: { code: string; message: string; param?: string } | null;
  metadata: Record<string, string>;
  method: { type: string; supervised: { hyperparameters: { n_epochs: number } } };
  [field: string]: unknown;
}

interface EventState {
  id: string;
  object: "fine_tuning.job.event";
  level: string;
  message: string;
  type: string;
  data: unknown;
}

/** A server that keeps the contract of OpenAI's files and fine-tuning jobs, on this machine. */
export interface ProviderStandIn {
  readonly baseUrl: string;
  /** The uploaded files, by id. */
  readonly files: ReadonlyMap<string, { filename: string; content: string }>;
  readonly jobs: JobState[];
  readonly authorizations: ReadonlySet<string | undefined>;
  /** What becomes of jobs: a failing or hanging one makes its first step. */
  fate: Fate;
  /** How a failing job says why. */
  error: NonNullable<JobState["error"]>;
  /** Called before the server goes on; a request is dropped, or refused with a status, where it says so. */
  onEvent(event: ProviderEvent): "drop" | { status: number; message: string } | undefined;
  close(): Promise<void>;
}

/** Smaller than any that is asked for, so that lists have several pages. */
const largestPage = 2;
const stepsPerEpoch = 2;

export async function startProvider(): Promise<ProviderStandIn> {
  const files = new Map<string, { filename: string; content: string }>();
  const jobs: JobState[] = [];
  const events = new Map<string, EventState[]>();
  const authorizations = new Set<string | undefined>();
  let made = 0;

  const addEvent = (job: JobState, message: string, data?: unknown) => {
    const list = events.get(job.id) ?? [];
    const type = data ? "metrics" : "message";
    const id = `ftevent-${job.id}-${list.length}`;
    events.set(job.id, [
      ...list,
      { id, object: "fine_tuning.job.event", level: "info", message, type, data },
    ]);
  };
  const stepsMade = (job: JobState) =>
    events.get(job.id)?.filter(({ type }) => type === "metrics").length ?? 0;

  /** A job comes on whenever it is looked at. */
  const advance = (job: JobState) => {
    const waiting = ["validating_files", "queued", "running"];
    const place = waiting.indexOf(job.status);
    if (place === 0 || place === 1) {
      job.status = waiting[place + 1]!;
      addEvent(job, `The job is ${job.status}`);
    }
    if (place !== 2) return;
    const step = stepsMade(job) + 1;
    const total = job.method.supervised.hyperparameters.n_epochs * stepsPerEpoch;
    if (step > total) {
      Object.assign(job, {
        status: "succeeded",
        fine_tuned_model: `ft:${job.model}:${job.id}`,
        trained_tokens: 90,
      });
      return;
    }
    if (step > 1 && stand.fate === "hang") return;
    if (step > 1 && stand.fate === "fail") {
      Object.assign(job, { status: "failed", error: stand.error });
      return;
    }
    // Some providers tell the step in words alone.
    const data = step % 2 === 0 ? { step, train_loss: 1 / step, total_steps: total } : null;
    const metrics = data ?? {};
    addEvent(job, `Step ${step}/${total}: training loss=${(1 / step).toFixed(4)}`, metrics);
  };

  const listed = (entries: readonly { id: string }[], parameters: URLSearchParams) => {
    const after = parameters.get("after");
    const start = after === null ? 0 : entries.findIndex(({ id }) => id === after) + 1;
    const end = start + Math.min(largestPage, Number(parameters.get("limit") ?? largestPage));
    return { object: "list", data: entries.slice(start, end), has_more: end < entries.length };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse, body: string): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url!, "http://localhost");
    const route = `${request.method} ${pathname.replace(/^\/v1/, "")}`;
    authorizations.add(request.headers.authorization);
    const disturbs = (event: ProviderEvent): boolean => {
      const disturbance = stand.onEvent(event);
      if (disturbance === "drop") response.destroy();
      else if (disturbance)
        sendJson(response, disturbance.status, { error: { message: disturbance.message } });
      return disturbance !== undefined;
    };
    if (route === "POST /files") {
      if (disturbs("upload-received")) return;
      const id = `file-${files.size + 1}`;
      const file = fileOfForm(request, body);
      files.set(id, file);
      if (disturbs("uploaded")) return;
      return sendJson(response, 200, { id, object: "file", filename: file.filename, purpose: "fine-tune" });
    }
    if (route === "GET /files") {
      const entries = [...files].map(([id, { filename }]) => ({ id, object: "file", filename })).reverse();
      return sendJson(response, 200, listed(entries, searchParams));
    }
    if (route === "POST /fine_tuning/jobs") {
      if (disturbs("job-received")) return;
      const fields = JSON.parse(body);
      if (!files.has(fields.training_file)) throw new Error("there is no such file");
      made += 1;
      const job: JobState = {
        ...fields,
        id: `ftjob-${made}`,
        object: "fine_tuning.job",
        status: "validating_files",
        fine_tuned_model: null,
        trained_tokens: null,
        error: null,
      };
      jobs.push(job);
      if (disturbs("job-made")) return;
      return sendJson(response, 200, job);
    }
    if (route === "GET /fine_tuning/jobs") {
      if (disturbs("listed")) return;
      return sendJson(response, 200, listed(jobs.toReversed(), searchParams));
    }
    const [, jobId, isEvents] = /^GET \/fine_tuning\/jobs\/([^/]+)(\/events)?$/.exec(route) ?? [];
    const job = jobs.find(({ id }) => id === jobId);
    if (!job) return sendJson(response, 404, { error: { message: `No such object: ${pathname}` } });
    if (isEvents) {
      if (disturbs("events-read")) return;
      return sendJson(response, 200, listed((events.get(job.id) ?? []).toReversed(), searchParams));
    }
    if (disturbs("polled")) return;
    advance(job);
    sendJson(response, 200, job);
  };

  const { origin, close } = await startLocalServer(async (request, response) => {
    const body = await bodyOf(request);
    await handle(request, response, body.toString());
  });
  const stand: ProviderStandIn = {
    baseUrl: `${origin}/v1`,
    files,
    jobs,
    authorizations,
    fate: "succeed",
    error: { code: "server_error", message: "Something broke" },
    onEvent: () => undefined,
    close,
  };
  return stand;
}

function fileOfForm(request: IncomingMessage, body: string): { filename: string; content: string } {
  const form = formOf(request, body);
  if (form.get("purpose")!.content !== "fine-tune")
    throw new Error("the purpose of the file is not `fine-tune`");
  const { filename, content } = form.get("file")!;
  return { filename: filename!, content };
}
