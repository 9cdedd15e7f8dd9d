import type { z } from "zod";
import { CallFailure } from "../../models/admission/index.ts";
import { Job, JobEvent, ProviderFile, pageOf } from "./job.ts";
import type { Attempts, Http } from "./requests.ts";

/** A job to begin: the fields of the request, with the key by which it is found again. */
export interface JobOrder {
  key: string;
  body: Readonly<Record<string, unknown>>;
}

/** The interface of OpenAI for fine-tuning, and of those who offer the same. */
export interface FineTuningProvider {
  /** Gives the id of the file, once: where it may lie there already, it is looked up first. */
  upload(
    file: { name: string; text: string },
    mayExist: boolean,
    signal: AbortSignal | undefined,
  ): Promise<string>;
  /** Begins a job, once: a job with the same key that has not failed, of this process or of one that died, is taken. */
  begin(order: JobOrder, signal: AbortSignal | undefined): Promise<Job>;
  read(jobId: string, signal: AbortSignal | undefined): Promise<Job>;
  /** Events that are not among those that are known, oldest first. */
  newEvents(jobId: string, known: ReadonlySet<string>, signal: AbortSignal | undefined): Promise<JobEvent[]>;
}

/** Under this name, the key of a training stands in the metadata of its job. */
const keyName = "errata_training";
const pageSize = 100;

export function createFineTuningProvider(attempts: Attempts): FineTuningProvider {
  return {
    upload({ name, text }, mayExist, signal) {
      let isKnownToBeNew = !mayExist;
      return attempts(async (http) => {
        const earlier = isKnownToBeNew
          ? null
          : await findInPages(
              http,
              "/files?purpose=fine-tune",
              ProviderFile,
              ({ filename }) => filename === name,
            );
        isKnownToBeNew = false;
        return (earlier ?? (await postFile(http, name, text))).id;
      }, signal);
    },
    begin: ({ key, body }, signal) =>
      attempts(async (http) => {
        const list = `/fine_tuning/jobs?metadata%5B${keyName}%5D=${key}`;
        const earlier = await findInPages(http, list, Job, isSame(key));
        return earlier ?? (await postJob(http, key, body));
      }, signal),
    read: (jobId, signal) =>
      attempts(async (http) => parse(Job, await http(jobPath(jobId), { method: "GET" })), signal),
    newEvents: (jobId, known, signal) =>
      attempts(async (http) => {
        const events: JobEvent[] = [];
        await findInPages(http, `${jobPath(jobId)}/events?`, JobEvent, (event) => {
          if (known.has(event.id)) return true;
          events.unshift(event);
          return false;
        });
        return events;
      }, signal),
  };
}

const jobPath = (jobId: string) => `/fine_tuning/jobs/${encodeURIComponent(jobId)}`;

/** Where a provider does not filter by metadata, its list holds other jobs too. */
const isSame = (key: string) => (job: Job) =>
  job.metadata?.[keyName] === key && job.status !== "failed" && job.status !== "cancelled";

async function postFile(http: Http, name: string, text: string) {
  const form = new FormData();
  form.set("purpose", "fine-tune");
  form.set("file", new Blob([text], { type: "application/jsonl" }), name);
  const written = new Response(form);
  const headers = { "content-type": written.headers.get("content-type") as string };
  const body = Buffer.from(await written.arrayBuffer());
  return parse(ProviderFile, await http("/files", { method: "POST", headers, body }));
}

async function postJob(http: Http, key: string, fields: JobOrder["body"]): Promise<Job> {
  const body = JSON.stringify({ metadata: { made_by: "errata", [keyName]: key }, ...fields });
  const headers = { "content-type": "application/json" };
  return parse(Job, await http("/fine_tuning/jobs", { method: "POST", headers, body }));
}

/** The first of a list that is sought, page by page; null where there is none. */
async function findInPages<Schema extends z.ZodType<{ id: string }>>(
  http: Http,
  list: string,
  schema: Schema,
  isSought: (entry: z.infer<Schema>) => boolean,
): Promise<z.infer<Schema> | null> {
  for (let after = ""; ; ) {
    const page = parse(pageOf(schema), await http(`${list}&limit=${pageSize}${after}`, { method: "GET" }));
    const found = page.data.find(isSought);
    if (found) return found;
    const last = page.data.at(-1);
    if (!page.has_more || !last) return null;
    after = `&after=${encodeURIComponent(last.id)}`;
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.infer<Schema> {
  const { data, error } = schema.safeParse(answer);
  if (error) {
    throw new CallFailure("failed", "the server answered with something that belongs to no fine-tuning", {
      cause: error,
    });
  }
  return data;
}
